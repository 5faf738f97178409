using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Standing;

/// <summary>How long a milder grade waits before it takes effect (观察期); a stricter one takes effect at once.</summary>
/// <remarks>
/// The day on which the milder grade was computed is not counted: computed on the 10th under an observation of 3 days, it
/// takes effect on the 13th, unless a stricter one was computed again in between.
/// </remarks>
public sealed record ObservationPeriod
{
    private const int MostDays = 3_660;

    /// <summary>Sets a period.</summary>
    /// <param name="days">Calendar days, 0 to 3,660.</param>
    /// <param name="basis">The rule that sets it; it says so when it is illustrative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    public ObservationPeriod(int days, Citation basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        Days = days is >= 0 and <= MostDays
            ? days
            : throw new ArgumentOutOfRangeException(nameof(days), days, $"Allowed: 0 to {MostDays} days.");
        Basis = basis;
    }

    /// <summary>No observation: every computed grade takes effect at once.</summary>
    public static ObservationPeriod None { get; } = new(0, Citation.Illustrative(("不设观察期", "No observation period is set")));

    /// <summary>Calendar days; 0 for none.</summary>
    public int Days { get; }

    /// <summary>The rule that sets it (依据).</summary>
    public Citation Basis { get; }
}
