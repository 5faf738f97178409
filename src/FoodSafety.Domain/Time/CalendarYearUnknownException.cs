using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Time;

/// <summary>A working calendar was asked about a year of which it knows nothing (年度节假日未知): before its first, or beyond all it can compute.</summary>
/// <remarks>
/// A year that is only not announced yet is no reason to refuse: it is counted provisionally. Before the first year there is no record of
/// what was worked, and <see cref="WorkingCalendar.With"/> adds one; beyond the last the law cannot be computed.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CalendarYearUnknownException : Exception, IBilingualError
{
    /// <summary>Refuses a year.</summary>
    /// <param name="year">The year that would have been needed.</param>
    /// <param name="firstYear">The first year that is known.</param>
    /// <param name="lastYear">The last year that is known or can be computed.</param>
    public CalendarYearUnknownException(int year, int firstYear, int lastYear)
        : base(Describe(year, firstYear, lastYear).English)
    {
        Year = year;
        FirstYear = firstYear;
        LastYear = lastYear;
    }

    /// <summary>The year that would have been needed; the nearest unknown one where counting ran out of days.</summary>
    public int Year { get; }

    /// <summary>The first year that is known.</summary>
    public int FirstYear { get; }

    /// <summary>The last year that is known or can be computed.</summary>
    public int LastYear { get; }

    /// <summary>What was refused and what to do, in both languages.</summary>
    public BilingualText Text => Describe(Year, FirstYear, LastYear);

    private static BilingualText Describe(int year, int firstYear, int lastYear) => year < firstYear
        ? (
            string.Create(CultureInfo.InvariantCulture, $"工作日历自 {firstYear} 年起，没有 {year} 年的节假日安排。请用 calendar.With({firstYear - 1L}, days) 逐年补充。"),
            string.Create(CultureInfo.InvariantCulture, $"The working days of {year} are not known: the calendar begins with {firstYear}. Add years one by one, the next with calendar.With({firstYear - 1L}, days)."))
        : (
            string.Create(CultureInfo.InvariantCulture, $"工作日历只能推算到 {lastYear} 年，没有 {year} 年的节假日。允许：{firstYear} 至 {lastYear} 年。"),
            string.Create(CultureInfo.InvariantCulture, $"The working days of {year} cannot be computed: {lastYear} is the last year that can. Allowed: {firstYear} to {lastYear}."));
}
