using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>A duty that comes back with a cadence (例行工作): a joint meeting every quarter, a dispatch every working day.</summary>
/// <remarks>
/// It is due once in every period of its cadence that has a day in its term; a period that the term cuts short is due in the
/// days that are left. A routine whose cadence changes stands twice in a mechanism, under one code, with terms that follow
/// each other; where both have a part of the same period, one record serves both.
/// </remarks>
public sealed record Routine
{
    /// <summary>Describes a routine.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="cadence">How often it is due.</param>
    /// <param name="responsible">Who answers for it: the key of a person or body in the user's platform, not blank.</param>
    /// <param name="term">The days for which it holds; at least one.</param>
    /// <param name="basis">Where the cadence comes from, or <see cref="Citation.Illustrative"/>.</param>
    /// <exception cref="ArgumentException">The code is none, the name is empty, nobody is responsible, or no day is in the term.</exception>
    public Routine(string code, BilingualText name, Cadence cadence, string responsible, Term term, Citation basis)
    {
        ArgumentNullException.ThrowIfNull(cadence);
        TextRule.Key.Check(responsible);
        ArgumentNullException.ThrowIfNull(basis);
        (Code, Name) = Codes.Check(code, name);
        Term = term.IsEmpty ? throw new ArgumentException($"No day is in the term of '{code}' ({term.Text.English}).", nameof(term)) : term;
        (Cadence, Responsible, Basis) = (cadence, responsible, basis);
    }

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }

    /// <summary>How often it is due (频次).</summary>
    public Cadence Cadence { get; }

    /// <summary>Who answers for it (责任人或责任单位).</summary>
    public string Responsible { get; }

    /// <summary>The days for which it holds (施行期间).</summary>
    public Term Term { get; }

    /// <summary>Where the cadence comes from (依据).</summary>
    public Citation Basis { get; }

    /// <summary>The period to which a day belongs; null when the day is outside the term, or not worked and the cadence counts working days.</summary>
    /// <param name="day">Any day.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public CadencePeriod? FindPeriod(LocalDate day, WorkingCalendar calendar) => Term.Contains(day) ? Cadence.FindPeriod(day, calendar) : null;

    /// <summary>The periods with a day both in an interval and in the term, in order.</summary>
    /// <param name="interval">First and last day, both inclusive.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public ImmutableArray<CadencePeriod> PeriodsIn(DateInterval interval, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(interval);
        var (first, last) = (FirstDayIn(interval.Start), LastDayIn(interval.End));
        return first <= last ? Cadence.PeriodsOverlapping(new DateInterval(first, last), calendar) : [];
    }

    /// <summary>A day, or the first of the term when that is later.</summary>
    internal LocalDate FirstDayIn(LocalDate first) => LocalDate.Max(first, Term.From);

    /// <summary>A day, or the last of the term when that is earlier.</summary>
    internal LocalDate LastDayIn(LocalDate last) => Term.Until <= last ? Term.Until.Value.PlusDays(-1) : last;
}

/// <summary>How one period of a routine stands on a day (例行工作完成情况).</summary>
/// <param name="Routine">The routine.</param>
/// <param name="Period">The period of its cadence.</param>
/// <param name="State">How it stands.</param>
/// <param name="Record">The first record that it was done; null while there is none.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RoutineStatus(Routine Routine, CadencePeriod Period, DutyState State, Done<RoutineDone>? Record)
{
    /// <summary>The first day on which it can be done: that of the period, or that of the term within it.</summary>
    public LocalDate From => Routine.FirstDayIn(Period.First);

    /// <summary>The last day on which it is done in time, inclusive: that of the period, or that of the term within it.</summary>
    public LocalDate DueBy => Routine.LastDayIn(Period.Last);
}
