using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>How a store keeps districts (存储设置). The defaults suit a platform whose data base is beside it.</summary>
public sealed record DistrictStoreOptions
{
    /// <summary>
    /// How far the clock of the process may be from that of the data base when something is recorded; ten minutes unless stated. Null to compare nothing, as where the clock is one
    /// of a test.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public Duration? MostClockDifference
    {
        get;
        init => field = value is null || value > Duration.Zero ? value : throw new ArgumentOutOfRangeException(nameof(MostClockDifference), value, "Allowed: more than nothing, or null.");
    } = Duration.FromMinutes(10);

    /// <summary>How many days of a district, of now or as published, stay in memory for those who ask for them again; 16 unless stated. Each holds the register and the sheets of its day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int DaysInMemory
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 16;

    /// <summary>
    /// How many results of a district stay in memory for requests that are sent again; 64 unless stated. Each holds its entry and what followed, of a policy that moves everybody about a hundred
    /// bytes for each business. One that does not is made of the journal again.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int ResultsInMemory
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 64;
}
