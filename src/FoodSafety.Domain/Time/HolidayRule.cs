using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>Which days of a year are off by law, before any notice arranges them (法定节假日): one version of such a law.</summary>
/// <remarks>
/// A <see cref="WorkingCalendar"/> goes on by it beyond the last year that was announced, and refuses an announced year in which
/// one of these days is worked. Immutable.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class HolidayRule
{
    private readonly Func<int, IEnumerable<(LocalDate Date, BilingualText Name)>> _days;

    /// <summary>States a version of a law.</summary>
    /// <param name="firstYear">The first year for which it holds, 1 to 9999; it holds until the next version begins.</param>
    /// <param name="lastYear">The last year for which its days can be computed, not before the first.</param>
    /// <param name="basis">The law.</param>
    /// <param name="days">The days of a year with their names, in any order; days of other years, and none at all, are faults of the rule.</param>
    /// <param name="movableDaysBefore">
    /// How many of the last days of the year before a notice may still move, as the Chinese ones do with the days before 1 January; 0 to 31.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A year or a number out of range.</exception>
    public HolidayRule(
        int firstYear, int lastYear, Citation basis, Func<int, IEnumerable<(LocalDate Date, BilingualText Name)>> days, int movableDaysBefore = 0)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(days);
        WorkingCalendar.CheckRange(firstYear, 1, 9999, nameof(firstYear));
        WorkingCalendar.CheckRange(lastYear, firstYear, 9999, nameof(lastYear));
        WorkingCalendar.CheckRange(movableDaysBefore, 0, 31, nameof(movableDaysBefore));
        (FirstYear, LastYear, Basis, MovableDaysBefore, _days) = (firstYear, lastYear, basis, movableDaysBefore, days);
    }

    /// <summary>The versions of the Chinese law since 2000 (《全国年节及纪念日放假办法》), the earliest first; computable to 2100.</summary>
    /// <remarks>
    /// From 2000: 1 January, the first three days of the lunar year, 1 to 3 May, 1 to 3 October. From 2008: Qingming, the Dragon Boat and
    /// the Mid-Autumn Festival come in, 2 and 3 May go, and the Spring Festival begins a day earlier, on the eve. From 2014: it begins with
    /// the first day again. From 2025: the eve and 2 May are added. Days by the moon are those of the runtime's Chinese lunisolar calendar,
    /// which ends with the lunar year 2100; the others, and Qingming, would go on.
    /// </remarks>
    public static ImmutableArray<HolidayRule> China => ChinaHolidays.Rules;

    /// <summary>The first year for which it holds.</summary>
    public int FirstYear { get; }

    /// <summary>The last year for which its days can be computed.</summary>
    public int LastYear { get; }

    /// <summary>The law (依据).</summary>
    public Citation Basis { get; }

    /// <summary>How many of the last days of the year before a notice may still move.</summary>
    public int MovableDaysBefore { get; }

    /// <summary>The days that are off by this law in a year, in order; a day of two festivals bears both names.</summary>
    /// <param name="year">A year from <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rule cannot be computed for the year.</exception>
    public ImmutableArray<CalendarDay> DaysOf(int year)
    {
        WorkingCalendar.CheckRange(year, FirstYear, LastYear, nameof(year));
        var days = ImmutableArray.CreateBuilder<CalendarDay>();
        foreach (var festival in _days(year).GroupBy(day => day.Date).OrderBy(day => day.Key))
        {
            if (festival.Key.Year != year)
            {
                throw new InvalidOperationException($"The rule of {Basis.Text.English} gives {festival.Key:uuuu-MM-dd} as a day of {year}.");
            }

            var names = festival.Select(day => day.Name).Distinct().ToList();
            days.Add(new CalendarDay(
                festival.Key,
                (string.Join("、", names.Select(name => name.Chinese)), string.Join(" and ", names.Select(name => name.English))),
                CalendarDayKind.Holiday) { ProvisionalBy = Basis });
        }

        return days.DrainToImmutable();
    }

    /// <summary>The law and the first year.</summary>
    public override string ToString() => $"{FirstYear}: {Basis}";
}
