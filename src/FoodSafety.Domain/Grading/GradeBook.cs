using FoodSafety.Domain.Facts;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>The standing grades of a register under one kind of grading (分级台账), and the place where they are renewed.</summary>
/// <remarks>
/// It remembers up to which change of the table it has graded, so that <see cref="Regrade"/> looks only at rows that were
/// added or changed since, unless the policy is another one. Several books of different kinds may stand beside one table.
/// Not thread-safe.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GradeBook<TGrade> where TGrade : struct, Enum
{
    private Grader<TGrade>? _grader;
    private long _revision;
    private int _count;

    /// <summary>Opens a book in which nothing is graded yet.</summary>
    /// <param name="table">The facts to grade: <c>register.Facts</c>, or a table of the user's own.</param>
    /// <param name="scale">The grades in their order; every policy that is applied must have the same.</param>
    public GradeBook(FactTable table, GradeScale<TGrade> scale) => Grades = new GradeSheet<TGrade>(table, scale);

    /// <summary>The standing decisions; a row that was added after the last regrading is not decided.</summary>
    public GradeSheet<TGrade> Grades { get; }

    /// <summary>The facts that are graded.</summary>
    public FactTable Table => Grades.Table;

    /// <summary>The policy of the last regrading; null before the first.</summary>
    public GradingPolicy<TGrade>? Policy => _grader?.Policy;

    /// <summary>Grades what was added or changed since the last time; every row when the grader is another one.</summary>
    /// <param name="grader">The policy to apply.</param>
    /// <param name="on">The day on which the grades stand, which the policy has to be in force on.</param>
    /// <param name="options">How; null for <see cref="GradingOptions.Default"/>.</param>
    /// <returns>What was looked at and what moved.</returns>
    /// <exception cref="ArgumentException">
    /// The policy is not yet, or no longer, in force on the day, for which <see cref="Preview"/> is; the table has no column for a fact that it reads; it orders other
    /// grades than the book; or it is a version of another policy than the one by which the book is kept. Nothing is changed.
    /// </exception>
    /// <exception cref="CustomConditionException">A custom condition failed; it names the condition and the row, and nothing is changed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing is changed.</exception>
    public Regrading<TGrade> Regrade(Grader<TGrade> grader, LocalDate on, GradingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(grader);
        grader.Policy.RequireInForce(on, nameof(grader));
        return RegradeRows(grader, options, out _);
    }

    /// <summary>What grading every row by another policy would do, without doing it: the draft's impact.</summary>
    /// <param name="grader">The policy to try.</param>
    /// <param name="options">How; null for <see cref="GradingOptions.Default"/>.</param>
    /// <returns>Who would move, from which grade to which, and in which area; the standing grades stay as they are.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Regrade"/>; but a policy of another key, or one that is not in force, may be tried.</exception>
    /// <exception cref="CustomConditionException">A custom condition failed; it names the condition and the row.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Regrading<TGrade> Preview(Grader<TGrade> grader, GradingOptions? options = null)
    {
        Check(grader);
        var tally = new GradePass<TGrade>(grader, Grades, options ?? GradingOptions.Default, LaneWidths.Best, Policy).GradeAll(accept: false);
        return new Regrading<TGrade>(grader.Policy, Policy, Table, isFull: true, Table.Count, tally);
    }

    /// <summary>Why a row stands as it does, from its facts as they are now and the policy of the last regrading.</summary>
    /// <param name="row">The number of the row.</param>
    /// <exception cref="InvalidOperationException">Nothing was graded yet.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Explanation<TGrade> Explain(int row) => RequireGrader().Explain(Table[row]);

    /// <summary>What it remembers besides the grades themselves, to go back to with <see cref="Reset"/>.</summary>
    internal GradeBookMark<TGrade> Mark => new(_grader, _revision, _count);

    /// <summary>The grades as they stand are this grader's, whoever wrote them.</summary>
    internal void Accept(Grader<TGrade> grader) => (_grader, _revision, _count) = (grader, Table.Revision, Table.Count);

    /// <summary>Goes back to a mark; the grades are written back by whoever took them down.</summary>
    internal void Reset(GradeBookMark<TGrade> mark) => (_grader, _revision, _count) = mark;

    /// <summary>The grader of the last regrading.</summary>
    internal Grader<TGrade> RequireGrader() =>
        _grader ?? throw new InvalidOperationException("Nothing was graded yet; call Regrade.");

    /// <summary>Regrades, and tells which rows were looked at; null for all.</summary>
    internal Regrading<TGrade> RegradeRows(Grader<TGrade> grader, GradingOptions? options, out int[]? examined)
    {
        Check(grader);
        if (Policy is { } standing && standing.Id != grader.Policy.Id)
        {
            throw new ArgumentException($"'{grader.Policy}' is no version of '{standing.Id}', by which this book is kept; another policy has a book of its own.", nameof(grader));
        }

        var changed = ReferenceEquals(_grader, grader) ? Table.FindChangedSince(_revision) : null;
        examined = changed is null ? null : [.. changed.Where(row => row < _count), .. Enumerable.Range(_count, Table.Count - _count)];
        return RegradeRows(grader, options, examined);
    }

    /// <summary>Regrades the rows that somebody knows to have changed, null for all, by a policy of which he knows that the book may go on under it.</summary>
    internal Regrading<TGrade> RegradeRows(Grader<TGrade> grader, GradingOptions? options, int[]? rows)
    {
        Check(grader);
        var before = Policy;
        var pass = new GradePass<TGrade>(grader, Grades, options ?? GradingOptions.Default, LaneWidths.Best, before);
        var tally = rows is null ? pass.GradeAll() : pass.GradeSome(rows);
        Accept(grader);
        return new Regrading<TGrade>(grader.Policy, before, Table, isFull: rows is null, rows?.Length ?? Table.Count, tally);
    }

    private void Check(Grader<TGrade> grader)
    {
        ArgumentNullException.ThrowIfNull(grader);
        grader.Policy.RequireColumns(Table.Schema);
        grader.Policy.RequireScale(Grades.Scale, "the book", nameof(grader));
    }
}

/// <summary>What a book remembers besides its grades: by which grader, and up to which change and which row.</summary>
internal readonly record struct GradeBookMark<TGrade>(Grader<TGrade>? Grader, long Revision, int Count) where TGrade : struct, Enum;
