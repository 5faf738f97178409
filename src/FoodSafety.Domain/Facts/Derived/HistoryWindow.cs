using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Facts;

/// <summary>Which days of a history count up to a day (统计期间): the last days, months or years, or all of them.</summary>
/// <remarks>
/// <para>The window of a day is (day − length, day]: the day itself is in, the day from which the length leads to it is out. Twelve months up to
/// 30 June 2024 begin with 1 July 2023.</para>
/// <para>Months and years are those of the calendar, so that twelve months are not 365 days: they are 366 up to 30 June 2024. Where the month that is
/// reached has no such day, its last stands for it: the month up to 31 March 2024 begins with 1 March, after 29 February, and the twelve months up to
/// 29 February 2024 begin with 1 March 2023. Up to 28 February 2025 they begin with 29 February 2024.</para>
/// <code>
/// HistoryMeasure.Sum.Within(HistoryWindow.Months(12))   // points within twelve months
/// </code>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record HistoryWindow
{
    // A thousand years, which no day of a ledger leaves the calendar by.
    private const int MostYears = 1_000;

    private HistoryWindow()
    {
    }

    /// <summary>The whole history, without a beginning (全部历史).</summary>
    public static HistoryWindow Ever { get; } = new();

    private int? DayCount { get; init; }

    private int? MonthCount { get; init; }

    /// <summary>The last days (近若干日).</summary>
    /// <param name="days">How many, the day itself the last of them; 1 to 365,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer or more.</exception>
    public static HistoryWindow Days(int days) => new() { DayCount = Check(days, MostYears * 365, nameof(days)) };

    /// <summary>The last months of the calendar (近若干个月).</summary>
    /// <param name="months">How many; 1 to 12,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer or more.</exception>
    public static HistoryWindow Months(int months) => new() { MonthCount = Check(months, MostYears * 12, nameof(months)) };

    /// <summary>The last years of the calendar (近若干年), each of twelve months.</summary>
    /// <param name="years">How many; 1 to 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer or more.</exception>
    public static HistoryWindow Years(int years) => Months(12 * Check(years, MostYears, nameof(years)));

    /// <summary>The first day that is in the window of a day; null where all days before it are.</summary>
    /// <param name="day">The day.</param>
    public LocalDate? FindFirst(LocalDate day) =>
        DayCount is { } days ? DateBounds.FindPlusDays(day, 1 - days)
        : MonthCount is { } months && (day.Year - LocalDate.MinIsoValue.Year) * 12 + day.Month > months ? day.PlusMonths(-months).PlusDays(1)
        : null;

    private static int Check(int count, int most, string parameter) => count >= 1 && count <= most
        ? count
        : throw new ArgumentOutOfRangeException(parameter, count, $"Allowed: 1 to {most}.");
}
