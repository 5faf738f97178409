using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>The time that Chinese law counts in: Beijing time, UTC+8, all over the country (北京时间).</summary>
/// <remarks>
/// A fixed offset, so that no time-zone database is needed. It agrees with <c>Asia/Shanghai</c> for every instant since
/// 15 September 1991, when summer time was last left.
/// </remarks>
public static class ChinaTime
{
    /// <summary>Beijing time as a zone, UTC+8 without summer time.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZone.ForOffset(Offset.FromHours(8));

    /// <summary>The date in China at an instant.</summary>
    /// <param name="at">Any instant; 16:00 UTC is the first of the next day.</param>
    /// <exception cref="ArgumentOutOfRangeException">It would be a day beyond the year 9999, the last of the calendar.</exception>
    public static LocalDate DateOf(Instant at) => DateBounds.DateOf(at, Zone, nameof(at));
}
