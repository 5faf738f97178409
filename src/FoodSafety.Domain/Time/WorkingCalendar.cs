using System.Collections.Frozen;
using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>Which days are worked (工作日历): the weekend, the holidays and the make-up working days of a range of years.</summary>
/// <remarks>
/// <para>
/// The years announced are contiguous, <see cref="FirstYear"/> to <see cref="LastYear"/>, both inclusive. Beyond them the calendar goes on
/// provisionally (暂定), by the weekend and the days off that the law of the year says (<see cref="Rules"/>): bridge and make-up days are not
/// known yet. <see cref="FindProvisionalBasis"/> tells which days those are and by which law, and whatever rests on one says so. A calendar
/// without a law goes on by the weekend alone, to 2100, and says that.
/// </para>
/// <para>
/// An operation that needs a day before the first year, or after <see cref="LastComputableYear"/>, throws
/// <see cref="CalendarYearUnknownException"/>; none guesses.
/// </para>
/// <para>Dates are of the ISO calendar. Immutable, so any number of threads may share one.</para>
/// <para>Every question is answered in constant time, from tables made once: no day is walked over.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class WorkingCalendar
{
    private const int MostYear = 9999;

    /// <summary>The days of each announced year, as its notice gave them; those of a December may stand in the notice of the year after.</summary>
    private readonly ImmutableSortedDictionary<int, Notice> _notices;

    // Of all years, provisional ones included.
    private readonly FrozenDictionary<LocalDate, CalendarDay> _days;

    // The working days in order; and, for each day of the range, how many of them lie before it (one more entry at the end).
    private readonly LocalDate[] _workingDays;
    private readonly int[] _workingDaysBefore;

    // Position of 1 January of each year in the range.
    private readonly int[] _yearStarts;

    /// <summary>Makes a calendar from a weekend and the days that differ from it.</summary>
    /// <param name="weekend">The weekdays that are not worked; may be empty.</param>
    /// <param name="firstYear">The first year for which <paramref name="days"/> is complete, 1 to 9999.</param>
    /// <param name="lastYear">The last such year, not before the first.</param>
    /// <param name="days">Holidays and make-up working days, in any order.</param>
    /// <param name="zone">The zone in which its days begin and end.</param>
    /// <param name="basis">Where the days come from.</param>
    /// <param name="rules">The law of the holidays, a version each, in the order of their first years; none to go on by the weekend alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">A year out of range, or a weekend with something that is no weekday.</exception>
    /// <exception cref="ArgumentException">
    /// A day outside the years, given twice, without a kind, provisional, or made a working day while it is one by its weekday; a statutory day that
    /// is worked; or rules that are out of order.
    /// </exception>
    public WorkingCalendar(
        IEnumerable<IsoDayOfWeek> weekend, int firstYear, int lastYear, IEnumerable<CalendarDay> days, DateTimeZone zone, Citation? basis = null,
        IEnumerable<HolidayRule>? rules = null)
        : this(CheckWeekend(weekend), zone, basis, CheckRules(rules), Split(firstYear, lastYear, days, basis))
    {
        foreach (var year in _notices.Keys)
        {
            Throw(FindFaults(_notices[year].Days).Concat(FindWorked(year)), nameof(days));
        }
    }

    private WorkingCalendar(
        ImmutableArray<IsoDayOfWeek> weekend, DateTimeZone zone, Citation? basis, ImmutableArray<HolidayRule> rules, ImmutableSortedDictionary<int, Notice> notices)
    {
        ArgumentNullException.ThrowIfNull(zone);
        (Weekend, Zone, Basis, Rules, _notices) = (weekend, zone, basis, rules, notices);
        (FirstYear, LastYear) = (notices.Keys.First(), notices.Keys.Last());
        LastComputableYear = LastYear;
        while (LastComputableYear < MostYear && RuleOf(LastComputableYear + 1).LastYear > LastComputableYear)
        {
            LastComputableYear++;
        }

        var movable = LastYear < MostYear ? RuleOf(LastYear + 1).MovableDaysBefore : 0;
        LastSettledDay = new LocalDate(LastYear, 12, 31).PlusDays(-movable);
        _days = AllDays().ToFrozenDictionary(day => day.Date);
        _yearStarts = new int[LastComputableYear - FirstYear + 1];

        var before = new List<int>((_yearStarts.Length + 1) * 366) { 0 };
        var working = new List<LocalDate>(_yearStarts.Length * 262);
        for (var year = FirstYear; year <= LastComputableYear; year++)
        {
            _yearStarts[year - FirstYear] = before.Count - 1;
            var newYear = new LocalDate(year, 1, 1);
            for (var day = 0; day < CalendarSystem.Iso.GetDaysInYear(year); day++)
            {
                var date = newYear.PlusDays(day);
                if (IsWorked(date))
                {
                    working.Add(date);
                }

                before.Add(working.Count);
            }
        }

        _workingDays = [.. working];
        _workingDaysBefore = [.. before];
    }

    /// <summary>Mainland China, from 2004 on: the yearly notices of the General Office of the State Council (国务院办公厅节假日安排), and beyond the last of them provisionally by law.</summary>
    /// <remarks>
    /// Weekends are Saturday and Sunday, days are those of <see cref="ChinaTime"/>, the law is <see cref="HolidayRule.China"/>. A year that was announced
    /// since: <see cref="With"/>, or from a file <see cref="DataFiles.CalendarFiles.WithFile"/>.
    /// </remarks>
    public static WorkingCalendar China => ChinaWorkingDays.Calendar;

    /// <summary>The first year announced, before which nothing is known.</summary>
    public int FirstYear { get; }

    /// <summary>The last year announced; later ones are provisional.</summary>
    public int LastYear { get; }

    /// <summary>The last year that can be computed by law, and the last that any question may be about.</summary>
    public int LastComputableYear { get; }

    /// <summary>The last day that no later notice will move: notices have moved days at the end of the year before their own.</summary>
    public LocalDate LastSettledDay { get; }

    /// <summary>The weekdays that are not worked (周末), in the order of the week.</summary>
    public ImmutableArray<IsoDayOfWeek> Weekend { get; }

    /// <summary>The zone in which the days of this calendar begin and end.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Where the days come from; null when nobody said. Years added later rest on their own notices: <see cref="FindBasis"/>.</summary>
    public Citation? Basis { get; }

    /// <summary>The law of the holidays, a version each, the earliest first; empty where none was given.</summary>
    public ImmutableArray<HolidayRule> Rules { get; }

    /// <summary>The same calendar with one more year announced, or with the notice of a known year replaced, as an amended notice does.</summary>
    /// <remarks>A notice may move days of the December before it, as make-up working days: they belong to its days and change that year too.</remarks>
    /// <param name="year">The year before the first, an announced year, or the year after the last: the years stay contiguous.</param>
    /// <param name="days">All holidays and make-up working days of the notice, in any order.</param>
    /// <param name="basis">The notice; null for the <see cref="Basis"/> of the calendar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year would leave a gap.</exception>
    /// <exception cref="ArgumentException">
    /// A day of another year, given twice, without a kind, provisional, or made a working day while it is one by its weekday; or a statutory day of
    /// the year that is worked.
    /// </exception>
    public WorkingCalendar With(int year, IEnumerable<CalendarDay> days, Citation? basis = null)
    {
        ArgumentNullException.ThrowIfNull(days);
        CheckRange(year, Math.Max(1, FirstYear - 1), Math.Min(MostYear, LastYear + 1), nameof(year));
        ImmutableArray<CalendarDay> given = [.. days];
        var calendar = Add(year, given, basis, out var faults);
        Throw(faults, nameof(days));
        return calendar;
    }

    /// <summary>Where the days of a year come from (依据): its notice, or the law while it is provisional; null when nobody said.</summary>
    /// <param name="year">A year that can be asked about.</param>
    /// <exception cref="CalendarYearUnknownException">Nothing is known of the year.</exception>
    public Citation? FindBasis(int year)
    {
        RequireKnown(year);
        return _notices.TryGetValue(year, out var notice) ? notice.Basis ?? Basis : RuleOf(year).Basis;
    }

    /// <summary>The law by which a day is worked or off while no notice has confirmed it (暂定依据); null for a day that is settled.</summary>
    /// <remarks>Days after <see cref="LastSettledDay"/> are not settled: those of the years not announced, and the last ones before them.</remarks>
    /// <param name="date">A day that can be asked about.</param>
    /// <exception cref="CalendarYearUnknownException">Nothing is known of the year.</exception>
    public Citation? FindProvisionalBasis(LocalDate date)
    {
        RequireKnown(date.Year);
        return date <= LastSettledDay ? null : RuleOf(Math.Max(date.Year, LastYear + 1)).Basis;
    }

    /// <summary>The holidays and make-up working days of a year, in the order of their dates; of a provisional year its statutory days, marked so.</summary>
    /// <param name="year">A year that can be asked about.</param>
    /// <exception cref="CalendarYearUnknownException">Nothing is known of the year.</exception>
    public ImmutableArray<CalendarDay> DaysOf(int year)
    {
        RequireKnown(year);
        return [.. _days.Values.Where(day => day.Date.Year == year).OrderBy(day => day.Date)];
    }

    /// <summary>True on a day that is worked (工作日).</summary>
    /// <param name="date">A day that can be asked about.</param>
    /// <exception cref="CalendarYearUnknownException">Nothing is known of the year.</exception>
    public bool IsWorkingDay(LocalDate date)
    {
        var position = PositionOf(date);
        return _workingDaysBefore[position + 1] != _workingDaysBefore[position];
    }

    /// <summary>The name of the holiday of which a day is a day off (节假日); null on any other day, a plain weekend too.</summary>
    /// <param name="date">A day that can be asked about.</param>
    /// <exception cref="CalendarYearUnknownException">Nothing is known of the year.</exception>
    public BilingualText? FindHoliday(LocalDate date)
    {
        date = date.Iso();
        RequireKnown(date.Year);
        return _days.TryGetValue(date, out var day) && day.Kind == CalendarDayKind.Holiday ? day.Name : null;
    }

    /// <summary>The day that is a number of working days after a day, or before it.</summary>
    /// <remarks>
    /// The start itself never counts, whether it is worked or not: from a Sunday, 1 gives the next working day and -1 the last
    /// one before it. 0 gives the start itself, even where it is not worked. A <see cref="TimeLimit"/> says too whether the end is provisional.
    /// </remarks>
    /// <param name="start">The day counted from, of a year that can be asked about.</param>
    /// <param name="workingDays">How many working days to go: forwards when positive, back when negative.</param>
    /// <exception cref="CalendarYearUnknownException">Nothing is known of the year of the start, or of the day looked for.</exception>
    public LocalDate AddWorkingDays(LocalDate start, int workingDays)
    {
        var position = PositionOf(start);
        return workingDays switch
        {
            0 => start.Iso(),
            > 0 => WorkingDayAt((long)_workingDaysBefore[position + 1] + workingDays - 1),
            _ => WorkingDayAt((long)_workingDaysBefore[position] + workingDays),
        };
    }

    /// <summary>How many working days one must go from a day to come to another: the inverse of <see cref="AddWorkingDays"/>.</summary>
    /// <remarks>
    /// Counts the working days after the start up to the end inclusive; when the end is earlier, minus the working days before
    /// the start back to the end inclusive. So it is <c>n</c> for the day that <c>AddWorkingDays(start, n)</c> gives.
    /// </remarks>
    /// <param name="start">The day counted from, which never counts itself.</param>
    /// <param name="end">The day counted to, which counts if it is worked.</param>
    /// <exception cref="CalendarYearUnknownException">Nothing is known of the year of either day.</exception>
    public int WorkingDaysBetween(LocalDate start, LocalDate end)
    {
        var from = PositionOf(start);
        var to = PositionOf(end);
        return from < to ? _workingDaysBefore[to + 1] - _workingDaysBefore[from + 1] : _workingDaysBefore[to] - _workingDaysBefore[from];
    }

    /// <summary>The day itself if it is worked, else the first working day after it (顺延).</summary>
    /// <param name="date">A day that can be asked about.</param>
    /// <exception cref="CalendarYearUnknownException">Nothing is known of the year of the day, or of the day looked for.</exception>
    public LocalDate NextWorkingDayOnOrAfter(LocalDate date) => WorkingDayAt(_workingDaysBefore[PositionOf(date)]);

    /// <summary>The working days of an interval, in order; a view, nothing is copied.</summary>
    /// <param name="interval">First and last day, both inclusive, of years that can be asked about.</param>
    /// <exception cref="CalendarYearUnknownException">Nothing is known of the year of either end.</exception>
    public ReadOnlySpan<LocalDate> WorkingDaysIn(DateInterval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return _workingDays.AsSpan(_workingDaysBefore[PositionOf(interval.Start)].._workingDaysBefore[PositionOf(interval.End) + 1]);
    }

    internal static void CheckRange(int value, int first, int last, string parameter)
    {
        if (value < first || value > last)
        {
            throw new ArgumentOutOfRangeException(parameter, value, $"Allowed: {first} to {last}.");
        }
    }

    /// <summary>The law of a year; where none was given, the weekend alone.</summary>
    private HolidayRule RuleOf(int year) => Rules.LastOrDefault(rule => rule.FirstYear <= year) ?? WeekendAlone.Rule;

    private IEnumerable<CalendarDay> AllDays()
    {
        // What a later notice says of a December takes the place of what the notice of that year says.
        var days = new Dictionary<LocalDate, CalendarDay>();
        foreach (var day in _notices.Values.SelectMany(notice => notice.Days))
        {
            days[day.Date] = day;
        }

        return days.Values.Concat(Enumerable.Range(LastYear + 1, LastComputableYear - LastYear).SelectMany(year => RuleOf(year).DaysOf(year)));
    }

    private bool IsWorked(LocalDate date) =>
        _days.TryGetValue(date, out var special) ? special.Kind switch { CalendarDayKind.MakeUpWorkday => true, CalendarDayKind.Holiday => false } : !IsWeekend(date);

    private bool IsWeekend(LocalDate date) => Weekend.Contains(date.DayOfWeek);

    private void RequireKnown(int year)
    {
        if (year < FirstYear || year > LastComputableYear)
        {
            throw new CalendarYearUnknownException(year, FirstYear, LastComputableYear);
        }
    }

    private int PositionOf(LocalDate date)
    {
        date = date.Iso();
        RequireKnown(date.Year);
        return _yearStarts[date.Year - FirstYear] + date.DayOfYear - 1;
    }

    private LocalDate WorkingDayAt(long rank)
    {
        if (rank < 0 || rank >= _workingDays.Length)
        {
            throw new CalendarYearUnknownException(rank < 0 ? FirstYear - 1 : LastComputableYear + 1, FirstYear, LastComputableYear);
        }

        return _workingDays[rank];
    }

    private static class WeekendAlone
    {
        public static HolidayRule Rule { get; } = new(
            1, 2100, Citation.Illustrative(("仅按周末，未给出节假日法规", "the weekend alone, for no law of holidays was given")), static _ => []);
    }
}
