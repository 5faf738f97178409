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
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class GradeLedger<TGrade> where TGrade : struct, Enum
{
    private readonly GradeTrail<TGrade> _trail;
    private readonly List<GradeEvent<TGrade>> _events = [];
    private readonly List<GradeAssignment<TGrade>> _assignments = [];
    private readonly Dictionary<int, List<AssignmentId>> _assignmentsOf = [];
    private readonly List<GradeAppeal<TGrade>> _appeals = [];
    private readonly StandingLaw<TGrade> _law;
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
        // The calendar of the terms may be another one day; the observation stays.
        ObservedFrom[] periods = [new(LocalDate.MinIsoValue, terms.Observation.Days)];
        _law = new StandingLaw<TGrade>(book.Grades.Scale, _trail, row => AssignmentsOf(row), () => periods);
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
        var found = _law.Find(row, day);
        return new GradeStanding<TGrade>(
            row,
            day,
            found.Source,
            _law.Decode(found),
            _law.SinceOf(row, day),
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
        return _law.DecisionOn(row, day);
    }

    /// <summary>Counts how all rows of the table stand on a day; those added later are not decided.</summary>
    /// <param name="day">The day.</param>
    public GradeCount<TGrade> CountOn(LocalDate day)
    {
        var counts = new long[Book.Grades.Scale.Count + 2];
        for (var row = 0; row < Book.Table.Count; row++)
        {
            counts[_law.CodeOf(_law.Find(row, day))]++;
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
        ? _assignments[(int)id.Number - 1]
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The ledger has {_assignments.Count} assignments, numbered from 1.");

    /// <summary>An appeal in its newest state.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such appeal.</exception>
    public GradeAppeal<TGrade> Appeal(AppealId id) => id.Number >= 1 && id.Number <= _appeals.Count
        ? _appeals[(int)id.Number - 1]
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The ledger has {_appeals.Count} appeals, numbered from 1.");
}
