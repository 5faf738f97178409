using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>How often which businesses are inspected (检查频次): so many times in a window of one or more periods.</summary>
/// <remarks>
/// A frequency asks for a window, not for a day. Its windows do not overlap: the periods of the cadence, or as many of them as
/// <see cref="Periods"/> says, counted from the period in which it comes into force; or the days before each holiday
/// (<see cref="BeforeHolidays"/>). A window is cut where the frequency begins or ends.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionFrequency
{
    /// <summary>Makes a frequency of once a period, for all businesses, without end.</summary>
    /// <param name="id">Its key in a <see cref="FrequencyPolicy"/>.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="kind">What kind of inspection is due.</param>
    /// <param name="cadence">The periods of which its windows are made.</param>
    /// <param name="basis">Where the number comes from.</param>
    /// <exception cref="ArgumentException">The key is empty or the name is.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public InspectionFrequency(string id, BilingualText name, InspectionKind kind, CalendarCadence cadence, Citation basis)
    {
        TextRule.Key.Check(id);
        ArgumentNullException.ThrowIfNull(cadence);
        ArgumentNullException.ThrowIfNull(basis);
        TextRule.Name.Check(name);
        Kind = kind.Named();
        (Id, Name, Cadence, Basis) = (id, name, cadence, basis);
    }

    /// <summary>Its key in a policy.</summary>
    public string Id { get; }

    /// <summary>What people call it.</summary>
    public BilingualText Name { get; }

    /// <summary>What kind of inspection is due; only that kind counts.</summary>
    public InspectionKind Kind { get; }

    /// <summary>The periods of which its windows are made.</summary>
    public CalendarCadence Cadence { get; init; }

    /// <summary>Where the number comes from.</summary>
    public Citation Basis { get; init; }

    /// <summary>How many periods make a window, from 1: two of a year for "once in two years".</summary>
    public int Periods { get; init => field = AtLeastOne(value, nameof(Periods)); } = 1;

    /// <summary>
    /// For windows before holidays (节前检查): how many days before the first day off each begins, from 1 to 255; one ends the day before it, and never begins before the holiday
    /// before is over. Cadence and periods then say nothing. Null for windows of the cadence.
    /// </summary>
    public int? BeforeHolidays { get; init => field = value is { } days ? AtLeastOne(days, nameof(BeforeHolidays)) : null; }

    /// <summary>How many times in a window, from 1 to 255.</summary>
    public int Times { get; init => field = AtLeastOne(value, nameof(Times)); } = 1;

    /// <summary>True when only an inspection of all items counts (全覆盖检查).</summary>
    public bool FullOnly { get; init; }

    /// <summary>
    /// True when only a visit of the main responsible cadre of the day of the plan counts; false when any cadre's does, so that a
    /// business that changed hands is not visited twice.
    /// </summary>
    public bool ResponsibleOnly { get; init; }

    /// <summary>The tiers for which it holds; empty for all.</summary>
    public ItemList<Tier> Tiers { get; init; }

    /// <summary>The levels of the main responsible cadre for which it holds; empty for all. A frequency with levels holds for no business without a cadre.</summary>
    public ItemList<AreaLevel> Levels { get; init; }

    /// <summary>
    /// The grades for which it holds, of each grading one selection; empty for all. A frequency with a selection holds for no business without such a grade.
    /// Tiers are those of the chains: <see cref="Tiers"/>.
    /// </summary>
    public ItemList<GradeSelection> Grades { get; init; }

    /// <summary>Which businesses it is about besides, by their facts; null for all.</summary>
    public Condition? When { get; init; }

    /// <summary>The areas for which it holds (适用地区), all that lies in them included; empty for all. One that the register does not know holds for nobody.</summary>
    public ItemList<AreaCode> Areas { get; init; }

    /// <summary>The level of the bureau whose frequency it is: after one of a higher level inspected, it rests. District by default.</summary>
    public AreaLevel BodyLevel { get; init; } = AreaLevel.District;

    /// <summary>When it holds; always, by default.</summary>
    public Term InForce { get; init; }

    /// <summary>What ended it (废止依据), where <see cref="InForce"/> has an end; null when nobody said.</summary>
    public Citation? EndedBy { get; init; }

    /// <summary>Its windows with at least one day in an interval, in order, each cut to the days in which the frequency holds.</summary>
    /// <param name="interval">First and last day, both inclusive.</param>
    /// <param name="calendar">Which days are off; read only for windows before holidays.</param>
    /// <exception cref="CalendarYearUnknownException">Holidays are asked of a year the calendar does not know.</exception>
    public ImmutableArray<DateInterval> WindowsIn(DateInterval interval, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(interval);
        ArgumentNullException.ThrowIfNull(calendar);
        var windows = ImmutableArray.CreateBuilder<DateInterval>();
        var last = InForce.Until is { } until && until <= interval.End ? until.PlusDays(-1) : interval.End;
        var first = LocalDate.Max(InForce.From, interval.Start);
        if (InForce.IsEmpty || first > last)
        {
            return [];
        }

        if (BeforeHolidays is { } lead)
        {
            return BeforeEachHoliday(new DateInterval(first, last), lead, calendar);
        }

        // One period is a window wherever one looks; several are counted from where the frequency begins.
        var period = Cadence.PeriodOf(Periods == 1 ? first : InForce.From);
        while (period.First <= last)
        {
            var begins = period.First;
            for (var more = 1; more < Periods; more++)
            {
                period = Cadence.PeriodAfter(period.Last);
            }

            if (period.Last >= first)
            {
                var end = InForce.Until is { } ends && ends <= period.Last ? ends.PlusDays(-1) : period.Last;
                windows.Add(new DateInterval(LocalDate.Max(begins, InForce.From), end));
            }

            period = Cadence.PeriodAfter(period.Last);
        }

        return windows.DrainToImmutable();
    }

    /// <summary>The days before each run of days off that have one in an interval.</summary>
    private ImmutableArray<DateInterval> BeforeEachHoliday(DateInterval interval, int lead, WorkingCalendar calendar)
    {
        var windows = ImmutableArray.CreateBuilder<DateInterval>();
        // The first day off of a holiday is at most so many days after a day of its window.
        for (var (off, end) = (interval.Start.PlusDays(1), interval.End.PlusDays(lead)); off <= end; off = off.PlusDays(1))
        {
            if (calendar.FindHoliday(off) is null || calendar.FindHoliday(off.PlusDays(-1)) is not null)
            {
                continue;
            }

            var begins = off.PlusDays(-1);
            while (Period.DaysBetween(begins, off) < lead && calendar.FindHoliday(begins.PlusDays(-1)) is null)
            {
                begins = begins.PlusDays(-1);
            }

            begins = LocalDate.Max(begins, InForce.From);
            var ends = LocalDate.Min(off, InForce.Until ?? off).PlusDays(-1);
            if (begins <= interval.End && ends >= interval.Start && begins <= ends)
            {
                windows.Add(new DateInterval(begins, ends));
            }
        }

        return windows.DrainToImmutable();
    }

    private static int AtLeastOne(int value, string parameter) => value is >= 1 and <= byte.MaxValue
        ? value
        : throw new ArgumentOutOfRangeException(parameter, value, "Allowed: 1 to 255.");
}
