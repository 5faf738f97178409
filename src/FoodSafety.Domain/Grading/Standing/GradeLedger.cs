using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>Grades in time (分级动态管理台账): which grade a row has on a day, by which rule of which policy version or by whose order.</summary>
/// <remarks>
/// <para>It records what a <see cref="GradeBook{TGrade}"/> computes, and the acts of people beside it: overrides, provisional
/// grades, appeals. How a row stands is derived from these for any day: an override in force stands; else, where nothing is
/// graded, a provisional grade in force; else the strictest grade computed for the day or one of the
/// <see cref="ObservationPeriod.Days"/> days before it. So a stricter grade takes effect at once and a milder one waits.</para>
/// <para>Days never go backwards: an act may be dated on the day of the last one or later. So how a row stood on a day that
/// is over never changes. For a day to come the ledger says how the row will stand if nothing happens.</para>
/// <para>What is recorded takes 4 bytes a row, and 12 for every computed decision that differs from the row's last.
/// Not thread-safe.</para>
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
public sealed partial class GradeLedger<TGrade> where TGrade : struct, Enum
{
    private readonly GradeTrail<TGrade> _trail;
    private readonly List<GradeEvent<TGrade>> _events = [];
    private readonly List<GradeAssignment<TGrade>> _assignments = [];
    private readonly Dictionary<int, List<AssignmentId>> _assignmentsOf = [];
    private readonly List<GradeAppeal<TGrade>> _appeals = [];
    private int _passes;

    /// <summary>Opens a ledger in which nothing is recorded yet.</summary>
    /// <param name="book">The book of computed grades; regrade it through the ledger from now on.</param>
    /// <param name="terms">Observation and the time to answer appeals, with the calendar.</param>
    public GradeLedger(GradeBook<TGrade> book, StandingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(terms);
        Book = book;
        Terms = terms;
        _trail = new GradeTrail<TGrade>(book.Grades);
    }

    /// <summary>The book of computed grades, as they are now.</summary>
    public GradeBook<TGrade> Book { get; }

    /// <summary>Observation and the time to answer appeals. <see cref="UseCalendar"/> changes the calendar.</summary>
    public StandingTerms Terms { get; private set; }

    /// <summary>The day of the last act; null before the first.</summary>
    public LocalDate? LastDay => _events.Count == 0 ? null : _events[^1].On;

    /// <summary>Everything that was done, in order.</summary>
    public IReadOnlyList<GradeEvent<TGrade>> Events => _events.AsReadOnly();

    /// <summary>All appeals, each in its newest state, in the order filed.</summary>
    public IReadOnlyList<GradeAppeal<TGrade>> Appeals => _appeals.AsReadOnly();

    /// <summary>How a row stands on a day, with everything it rests on.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public GradeStanding<TGrade> StandingOn(int row, LocalDate day)
    {
        Book.Table.CheckRow(row);
        var found = Find(row, day);
        return new GradeStanding<TGrade>(
            row,
            day,
            found.Source,
            Decode(found),
            SinceOf(row, day, CodeOf(found)),
            _trail.Show(row, _trail.On(row, day)),
            found.Assignment is null ? _trail.Show(row, found.Entry) : null,
            found.Assignment);
    }

    /// <summary>The decision that stands for a row on a day, and nothing more; for many rows cheaper than <see cref="StandingOn"/>.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="day">The day.</param>
    /// <returns>The decision; its clause is -1 where an assignment stands, else one of the policy version that decided.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public GradeDecision<TGrade> DecisionOn(int row, LocalDate day)
    {
        Book.Table.CheckRow(row);
        return Decode(Find(row, day));
    }

    /// <summary>Counts how all rows of the table stand on a day; those added later are not decided.</summary>
    /// <param name="day">The day.</param>
    public GradeCount<TGrade> CountOn(LocalDate day)
    {
        var counts = new long[Book.Grades.Scale.Count + 2];
        for (var row = 0; row < Book.Table.Count; row++)
        {
            counts[CodeOf(Find(row, day))]++;
        }

        return new GradeCount<TGrade>(Book.Grades.Scale, counts);
    }

    /// <summary>The computed decisions of a row that were recorded, the earliest first.</summary>
    /// <param name="row">The number of the row.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ImmutableArray<GradeEntry<TGrade>> HistoryOf(int row)
    {
        Book.Table.CheckRow(row);
        return _trail.HistoryOf(row);
    }

    /// <summary>The overrides and provisional grades of a row, in the order made, those that are over included.</summary>
    /// <param name="row">The number of the row.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ImmutableArray<GradeAssignment<TGrade>> AssignmentsOf(int row)
    {
        Book.Table.CheckRow(row);
        return _assignmentsOf.TryGetValue(row, out var ids) ? [.. ids.Select(Assignment)] : [];
    }

    /// <summary>An assignment in its newest state.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such assignment.</exception>
    public GradeAssignment<TGrade> Assignment(AssignmentId id) => id.Number >= 1 && id.Number <= _assignments.Count
        ? _assignments[id.Number - 1]
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The ledger has {_assignments.Count} assignments, numbered from 1.");

    /// <summary>An appeal in its newest state.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such appeal.</exception>
    public GradeAppeal<TGrade> Appeal(AppealId id) => id.Number >= 1 && id.Number <= _appeals.Count
        ? _appeals[id.Number - 1]
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The ledger has {_appeals.Count} appeals, numbered from 1.");

    /// <summary>The law of standing: what a row stands by on a day.</summary>
    private Found Find(int row, LocalDate day)
    {
        if (AssignmentOn(row, AssignmentKind.Override, day) is { } set)
        {
            return new Found(StandingSource.Override, GradeTrail<TGrade>.None, set);
        }

        var computed = _trail.On(row, day);
        if (!_trail.IsGraded(computed))
        {
            return AssignmentOn(row, AssignmentKind.Provisional, day) is { } provisional && _trail.FirstGraded(computed) == GradeTrail<TGrade>.None
                ? new Found(StandingSource.Provisional, GradeTrail<TGrade>.None, provisional)
                : new Found(StandingSource.Computed, computed, null);
        }

        var strictest = _trail.StrictestSince(computed, Shift(day, -Terms.Observation.Days));
        return new Found(strictest == computed ? StandingSource.Computed : StandingSource.Observation, strictest, null);
    }

    private GradeAssignment<TGrade>? AssignmentOn(int row, AssignmentKind kind, LocalDate day) => _assignmentsOf.TryGetValue(row, out var ids)
        ? ids.Select(Assignment).FirstOrDefault(assignment => assignment.Kind == kind && assignment.IsInForce(day))
        : null;

    private int CodeOf(Found found) => found.Assignment is { } set
        ? Outcome.CodeOf(Book.Grades.Scale.StrictnessOf(set.Grade))
        : _trail.CodeOf(found.Entry);

    private GradeDecision<TGrade> Decode(Found found) => found.Assignment is { } set
        ? new GradeDecision<TGrade>(GradingState.Graded, set.Grade, -1)
        : _trail.Decode(found.Entry);

    /// <summary>Walks back over the days on which the standing may have turned, as far as the outcome is the same.</summary>
    private LocalDate? SinceOf(int row, LocalDate day, int code)
    {
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
    private IEnumerable<LocalDate> TurnsOf(int row)
    {
        for (var entry = _trail.Last(row); entry != GradeTrail<TGrade>.None; entry = _trail.Previous(entry))
        {
            yield return _trail.DayOf(entry);
            yield return Shift(_trail.DayOf(entry), Terms.Observation.Days);
        }

        foreach (var assignment in AssignmentsOf(row))
        {
            yield return assignment.From;
            yield return assignment.Until;
        }
    }

    /// <summary>A day so many days later, or the last or first that there is.</summary>
    private static LocalDate Shift(LocalDate day, int days) =>
        days > 0 && Period.DaysBetween(day, LocalDate.MaxIsoValue) < days ? LocalDate.MaxIsoValue
        : days < 0 && Period.DaysBetween(LocalDate.MinIsoValue, day) < -days ? LocalDate.MinIsoValue
        : day.PlusDays(days);

    private readonly record struct Found(StandingSource Source, int Entry, GradeAssignment<TGrade>? Assignment);
}
