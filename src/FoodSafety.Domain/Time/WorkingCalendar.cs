using System.Collections.Frozen;
using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>Which days are worked (工作日历): the weekend, the holidays and the make-up working days of a range of years.</summary>
/// <remarks>
/// <para>
/// The years known are contiguous, <see cref="FirstYear"/> to <see cref="LastYear"/>, both inclusive. Every operation that
/// needs a day of another year throws <see cref="CalendarYearUnknownException"/>; none guesses.
/// </para>
/// <para>Dates are of the ISO calendar. Immutable, so any number of threads may share one.</para>
/// <para>Every question is answered in constant time, from tables made once: no day is walked over.</para>
/// </remarks>
public sealed class WorkingCalendar
{
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
    /// <exception cref="ArgumentOutOfRangeException">A year out of range, or a weekend with something that is no weekday.</exception>
    /// <exception cref="ArgumentException">A day outside the years, given twice, without a kind, or made a working day while it is one by its weekday.</exception>
    public WorkingCalendar(
        IEnumerable<IsoDayOfWeek> weekend, int firstYear, int lastYear, IEnumerable<CalendarDay> days, DateTimeZone zone, Citation? basis = null)
    {
        ArgumentNullException.ThrowIfNull(weekend);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(zone);
        CheckYear(firstYear, 1, 9999, nameof(firstYear));
        CheckYear(lastYear, firstYear, 9999, nameof(lastYear));

        Weekend = [.. weekend.Distinct().Order()];
        foreach (var weekday in Weekend)
        {
            if (weekday is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            {
                throw new ArgumentOutOfRangeException(nameof(weekend), weekday, "Allowed: Monday to Sunday.");
            }
        }

        FirstYear = firstYear;
        LastYear = lastYear;
        Zone = zone;
        Basis = basis;
        _days = Check(days).ToFrozenDictionary(day => day.Date);
        _yearStarts = new int[lastYear - firstYear + 1];

        var before = new List<int> { 0 };
        var working = new List<LocalDate>();
        for (var year = firstYear; year <= lastYear; year++)
        {
            _yearStarts[year - firstYear] = before.Count - 1;
            var newYear = new LocalDate(year, 1, 1);
            for (var day = 0; day < CalendarSystem.Iso.GetDaysInYear(year); day++)
            {
                var date = newYear.PlusDays(day);
                if (_days.TryGetValue(date, out var special) ? special.Kind switch { CalendarDayKind.MakeUpWorkday => true, CalendarDayKind.Holiday => false } : !IsWeekend(date))
                {
                    working.Add(date);
                }

                before.Add(working.Count);
            }
        }

        _workingDays = [.. working];
        _workingDaysBefore = [.. before];
    }

    /// <summary>Mainland China, 2004 to 2026: the yearly notices of the General Office of the State Council (国务院办公厅节假日安排).</summary>
    /// <remarks>Weekends are Saturday and Sunday, days are those of <see cref="ChinaTime"/>. Later years: <see cref="With"/>.</remarks>
    public static WorkingCalendar China => ChinaWorkingDays.Calendar;

    /// <summary>The first year known.</summary>
    public int FirstYear { get; }

    /// <summary>The last year known.</summary>
    public int LastYear { get; }

    /// <summary>The weekdays that are not worked (周末), in the order of the week.</summary>
    public ImmutableArray<IsoDayOfWeek> Weekend { get; }

    /// <summary>The zone in which the days of this calendar begin and end.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Where the days come from; null when nobody said. Years added later rest on their own notices.</summary>
    public Citation? Basis { get; }

    /// <summary>The same calendar with one more year, or with the days of a known year replaced, as an amended notice does.</summary>
    /// <remarks>
    /// A notice may make a day of the year before a working day: replace that year too, with its <see cref="DaysOf"/> and the new day.
    /// </remarks>
    /// <param name="year">The year before the first, a known year, or the year after the last: the years stay contiguous.</param>
    /// <param name="days">All holidays and make-up working days of that year, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year would leave a gap.</exception>
    /// <exception cref="ArgumentException">A day of another year, given twice, without a kind, or made a working day while it is one by its weekday.</exception>
    public WorkingCalendar With(int year, IEnumerable<CalendarDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        CheckYear(year, Math.Max(1, FirstYear - 1), Math.Min(9999, LastYear + 1), nameof(year));
        CalendarDay[] given = [.. days];
        foreach (var day in given)
        {
            if (day.Date.Year != year)
            {
                throw new ArgumentException($"{day.Date:uuuu-MM-dd} is not a day of {year}.", nameof(days));
            }
        }

        return new WorkingCalendar(
            Weekend, Math.Min(FirstYear, year), Math.Max(LastYear, year), _days.Values.Where(day => day.Date.Year != year).Concat(given), Zone, Basis);
    }

    /// <summary>The holidays and make-up working days of a year, in the order of their dates.</summary>
    /// <param name="year">A known year.</param>
    /// <exception cref="CalendarYearUnknownException">The year is not known.</exception>
    public ImmutableArray<CalendarDay> DaysOf(int year)
    {
        RequireKnown(year);
        return [.. _days.Values.Where(day => day.Date.Year == year).OrderBy(day => day.Date)];
    }

    /// <summary>True on a day that is worked (工作日).</summary>
    /// <param name="date">A day of a known year.</param>
    /// <exception cref="CalendarYearUnknownException">The year is not known.</exception>
    public bool IsWorkingDay(LocalDate date)
    {
        var position = PositionOf(date);
        return _workingDaysBefore[position + 1] != _workingDaysBefore[position];
    }

    /// <summary>The name of the holiday of which a day is a day off (节假日); null on any other day, a plain weekend too.</summary>
    /// <param name="date">A day of a known year.</param>
    /// <exception cref="CalendarYearUnknownException">The year is not known.</exception>
    public BilingualText? FindHoliday(LocalDate date)
    {
        RequireKnown(date.Year);
        return _days.TryGetValue(date, out var day) && day.Kind == CalendarDayKind.Holiday ? day.Name : null;
    }

    /// <summary>The day that is a number of working days after a day, or before it.</summary>
    /// <remarks>
    /// The start itself never counts, whether it is worked or not: from a Sunday, 1 gives the next working day and -1 the last
    /// one before it. 0 gives the start itself, even where it is not worked.
    /// </remarks>
    /// <param name="start">The day counted from, of a known year.</param>
    /// <param name="workingDays">How many working days to go: forwards when positive, back when negative.</param>
    /// <exception cref="CalendarYearUnknownException">The start, or the day looked for, is of a year that is not known.</exception>
    public LocalDate AddWorkingDays(LocalDate start, int workingDays)
    {
        var position = PositionOf(start);
        return workingDays switch
        {
            0 => start,
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
    /// <exception cref="CalendarYearUnknownException">Either day is of a year that is not known.</exception>
    public int WorkingDaysBetween(LocalDate start, LocalDate end)
    {
        var from = PositionOf(start);
        var to = PositionOf(end);
        return from < to ? _workingDaysBefore[to + 1] - _workingDaysBefore[from + 1] : _workingDaysBefore[to] - _workingDaysBefore[from];
    }

    /// <summary>The day itself if it is worked, else the first working day after it (顺延).</summary>
    /// <param name="date">A day of a known year.</param>
    /// <exception cref="CalendarYearUnknownException">The day, or the day looked for, is of a year that is not known.</exception>
    public LocalDate NextWorkingDayOnOrAfter(LocalDate date) => WorkingDayAt(_workingDaysBefore[PositionOf(date)]);

    /// <summary>The working days of an interval, in order; a view, nothing is copied.</summary>
    /// <param name="interval">First and last day, both inclusive, of known years.</param>
    /// <exception cref="CalendarYearUnknownException">Either end is of a year that is not known.</exception>
    public ReadOnlySpan<LocalDate> WorkingDaysIn(DateInterval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return _workingDays.AsSpan(_workingDaysBefore[PositionOf(interval.Start)].._workingDaysBefore[PositionOf(interval.End) + 1]);
    }

    private static void CheckYear(int year, int first, int last, string parameter)
    {
        if (year < first || year > last)
        {
            throw new ArgumentOutOfRangeException(parameter, year, $"Allowed: {first} to {last}.");
        }
    }

    private IEnumerable<CalendarDay> Check(IEnumerable<CalendarDay> days)
    {
        var seen = new HashSet<LocalDate>();
        foreach (var day in days)
        {
            var fault = day switch
            {
                _ when !Enum.IsDefined(day.Kind) => "has no kind: Holiday (1) and MakeUpWorkday (2) are allowed",
                _ when day.Date.Year < FirstYear || day.Date.Year > LastYear => $"is outside the years {FirstYear} to {LastYear}",
                _ when day.Kind == CalendarDayKind.MakeUpWorkday && !IsWeekend(day.Date) => "is a working day by its weekday and cannot be made one",
                _ when !seen.Add(day.Date) => "is given twice",
                _ => null,
            };
            yield return fault is null ? day : throw new ArgumentException($"{day.Date:uuuu-MM-dd} {fault}.", nameof(days));
        }
    }

    private bool IsWeekend(LocalDate date) => Weekend.Contains(date.DayOfWeek);

    private void RequireKnown(int year)
    {
        if (year < FirstYear || year > LastYear)
        {
            throw new CalendarYearUnknownException(year, FirstYear, LastYear);
        }
    }

    private int PositionOf(LocalDate date)
    {
        RequireKnown(date.Year);
        return _yearStarts[date.Year - FirstYear] + date.DayOfYear - 1;
    }

    private LocalDate WorkingDayAt(long rank)
    {
        if (rank < 0 || rank >= _workingDays.Length)
        {
            throw new CalendarYearUnknownException(rank < 0 ? FirstYear - 1 : LastYear + 1, FirstYear, LastYear);
        }

        return _workingDays[rank];
    }
}
