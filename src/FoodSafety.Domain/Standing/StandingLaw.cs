using FoodSafety.Domain.Grading;
using NodaTime;
using Outcome = FoodSafety.Domain.Grading.Outcome;

namespace FoodSafety.Domain.Standing;

/// <summary>A number of days of observation, and from which day it counts.</summary>
internal readonly record struct ObservedFrom(LocalDate From, int Days);

/// <summary>What a row stands by on a day: an assignment, or an entry of the trail.</summary>
internal readonly record struct StandingFound<TGrade>(StandingSource Source, int Entry, GradeAssignment<TGrade>? Assignment) where TGrade : struct, Enum;

/// <summary>The law of standing (等级效力规则): what a row stands by on any day, from what was computed and what was assigned. It keeps nothing.</summary>
/// <param name="scale">The grades in their order.</param>
/// <param name="trail">What was computed.</param>
/// <param name="assignmentsOf">The overrides and provisional grades of a row, in the order made.</param>
/// <param name="periods">The periods of observation in the order of their days.</param>
/// <param name="isWithdrawn">Whether the entry of a row rested on a slip that was put right by a day; null where none is ever withdrawn.</param>
internal sealed class StandingLaw<TGrade>(
    GradeScale<TGrade> scale, GradeTrail<TGrade> trail, Func<int, IEnumerable<GradeAssignment<TGrade>>> assignmentsOf, Func<IReadOnlyList<ObservedFrom>> periods,
    Func<int, int, LocalDate, bool>? isWithdrawn = null)
    where TGrade : struct, Enum
{
    public StandingFound<TGrade> Find(int row, LocalDate day) => Find(row, day, known: day);

    /// <summary>What a row stood by on a day, without what was known on a later day to rest on a slip, or to have been withdrawn.</summary>
    public StandingFound<TGrade> Find(int row, LocalDate day, LocalDate known)
    {
        if (AssignmentOn(row, AssignmentKind.Override, day, known) is { } set)
        {
            return new(StandingSource.Override, GradeTrail<TGrade>.None, set);
        }

        var computed = trail.On(row, day);
        // What rested on one that was put right on the day itself or before was computed anew then, and stands.
        while (computed != GradeTrail<TGrade>.None && IsWithdrawn(computed, known) && !IsWithdrawn(computed, day))
        {
            computed = trail.Previous(computed);
        }

        if (!trail.IsGraded(computed))
        {
            return AssignmentOn(row, AssignmentKind.Provisional, day, known) is { } provisional && trail.FirstGraded(computed) == GradeTrail<TGrade>.None
                ? new(StandingSource.Provisional, GradeTrail<TGrade>.None, provisional)
                : new(StandingSource.Computed, computed, null);
        }

        var strictest = trail.StrictestSince(computed, Shift(day, -ObservedOn(day)), entry => IsWithdrawn(entry, known));
        return new(strictest == computed ? StandingSource.Computed : StandingSource.Observation, strictest, null);

        bool IsWithdrawn(int entry, LocalDate by) => isWithdrawn?.Invoke(row, entry, by) == true;
    }

    public GradeDecision<TGrade> DecisionOn(int row, LocalDate day) => Decode(Find(row, day));

    public GradeAssignment<TGrade>? AssignmentOn(int row, AssignmentKind kind, LocalDate day, LocalDate? known = null)
    {
        foreach (var assignment in assignmentsOf(row))
        {
            if (assignment.Kind == kind && assignment.IsInForce(day) && !(assignment.WithdrawnOn <= (known ?? day)))
            {
                return assignment;
            }
        }

        return null;
    }

    public int CodeOf(StandingFound<TGrade> found) => found.Assignment is { } set
        ? Outcome.CodeOf(scale.StrictnessOf(set.Grade))
        : trail.CodeOf(found.Entry);

    public GradeDecision<TGrade> Decode(StandingFound<TGrade> found) => found.Assignment is { } set
        ? new GradeDecision<TGrade>(GradingState.Graded, set.Grade, -1)
        : trail.Decode(found.Entry);

    /// <summary>Since when a row stands as on a day: walks back over the days on which the standing may have turned, as far as the outcome is the same.</summary>
    public LocalDate? SinceOf(int row, LocalDate day)
    {
        var code = CodeOf(Find(row, day));
        foreach (var turn in TurnsOf(row).Where(turn => turn <= day).OrderDescending())
        {
            if (turn == LocalDate.MinIsoValue || CodeOf(Find(row, turn.PlusDays(-1))) != code)
            {
                return turn;
            }
        }

        return null;
    }

    /// <summary>The days on which an entry or an assignment begins to count, or no longer does.</summary>
    /// <param name="row">The row.</param>
    /// <param name="after">Where only days after one are asked for: of those up to it some are left out.</param>
    public IEnumerable<LocalDate> TurnsOf(int row, LocalDate? after = null)
    {
        var longest = 0;
        foreach (var period in periods())
        {
            longest = Math.Max(longest, period.Days);
        }

        // Entries stand by their days: where one turns nothing after the day, none before it does.
        for (var entry = trail.Last(row); entry != GradeTrail<TGrade>.None && !(Shift(trail.DayOf(entry), longest) <= after); entry = trail.Previous(entry))
        {
            yield return trail.DayOf(entry);
            foreach (var period in periods())
            {
                yield return Shift(trail.DayOf(entry), period.Days);
            }
        }

        foreach (var assignment in assignmentsOf(row))
        {
            yield return assignment.From;
            if (assignment.Until is { } until)
            {
                yield return until;
            }
        }

        // The first counts since ever.
        foreach (var period in periods().Skip(1))
        {
            yield return period.From;
        }
    }

    private int ObservedOn(LocalDate day)
    {
        var all = periods();
        var at = all.Count - 1;
        while (at > 0 && all[at].From > day)
        {
            at--;
        }

        return all[at].Days;
    }

    /// <summary>A day so many days later, or the last or first that there is.</summary>
    private static LocalDate Shift(LocalDate day, int days) =>
        days > 0 && Period.DaysBetween(day, LocalDate.MaxIsoValue) < days ? LocalDate.MaxIsoValue
        : days < 0 && Period.DaysBetween(LocalDate.MinIsoValue, day) < -days ? LocalDate.MinIsoValue
        : day.PlusDays(days);
}
