using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Time;

/// <summary>A working calendar was asked about a year whose holidays it does not know (年度节假日未知).</summary>
/// <remarks>
/// The holidays of a year are fixed by a notice late in the year before. Guessing that every weekday is worked would move
/// statutory deadlines, so the calendar refuses; <see cref="WorkingCalendar.With"/> adds the year.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CalendarYearUnknownException : Exception, IBilingualError
{
    /// <summary>Refuses a year.</summary>
    /// <param name="year">The year that would have been needed.</param>
    /// <param name="firstYear">The first year that is known.</param>
    /// <param name="lastYear">The last year that is known.</param>
    public CalendarYearUnknownException(int year, int firstYear, int lastYear)
        : base(Describe(year, firstYear, lastYear).English)
    {
        Year = year;
        FirstYear = firstYear;
        LastYear = lastYear;
    }

    /// <summary>The year that would have been needed; the nearest unknown one where counting ran out of known days.</summary>
    public int Year { get; }

    /// <summary>The first year that is known.</summary>
    public int FirstYear { get; }

    /// <summary>The last year that is known.</summary>
    public int LastYear { get; }

    /// <summary>What was refused and what to do, in both languages.</summary>
    public BilingualText Text => Describe(Year, FirstYear, LastYear);

    private static BilingualText Describe(int year, int firstYear, int lastYear)
    {
        var next = year < firstYear ? firstYear - 1 : lastYear + 1;
        return (
            string.Create(CultureInfo.InvariantCulture, $"工作日历只有 {firstYear} 年至 {lastYear} 年的节假日安排，没有 {year} 年的。请用 calendar.With({next}, days) 逐年补充。"),
            string.Create(CultureInfo.InvariantCulture, $"The working days of {year} are not known: the calendar covers {firstYear} to {lastYear}. Add years one by one, the next with calendar.With({next}, days)."));
    }
}
