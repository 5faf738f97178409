using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>What a regrading did (重新分级结果): how many rows it looked at, who moved from which grade to which.</summary>
/// <remarks>Immutable.</remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Regrading<TGrade> where TGrade : struct, Enum
{
    private readonly FactTable _table;
    private readonly GradeTally _tally;

    internal Regrading(GradingPolicy<TGrade> policy, GradingPolicy<TGrade>? before, FactTable table, bool isFull, int examined, GradeTally tally)
    {
        (Policy, PolicyBefore) = (policy, before);
        (_table, _tally) = (table, tally);
        IsFull = isFull;
        Examined = examined;
        Matrix = new TransitionMatrix<TGrade>(policy.Scale, tally.Matrix);
        Moves = new GradeMoves<TGrade>(tally.Moves, policy.Scale);
        ReasonMoves = new GradeMoves<TGrade>(tally.Reasons, policy.Scale);
    }

    /// <summary>The policy that was applied, with its version.</summary>
    public GradingPolicy<TGrade> Policy { get; }

    /// <summary>The policy by which the rows were graded before, which the clauses of <see cref="GradeMove{TGrade}.From"/> are of; null when nothing was graded before.</summary>
    public GradingPolicy<TGrade>? PolicyBefore { get; }

    /// <summary>True when every row had to be graded: the first time, with another grader, or after more changes than are remembered.</summary>
    public bool IsFull { get; }

    /// <summary>How many rows had to be graded: all of them, or those added or changed since the last time.</summary>
    public int Examined { get; }

    /// <summary>How many of those went from which grade to which; the diagonal stayed.</summary>
    public TransitionMatrix<TGrade> Matrix { get; }

    /// <summary>
    /// The rows whose grade became another, or that gained or lost a grade. Rows that were graded for the first time are
    /// counted in <see cref="Matrix"/> and are not among them. They come in the order in which the table keeps its rows, those
    /// of one partition value together.
    /// </summary>
    public IReadOnlyList<GradeMove<TGrade>> Moves { get; }

    /// <summary>
    /// The rows that have no grade as before, but for another reason (不予分级理由变动): from exempt to awaiting inspection. Reasons of two versions are the same by their
    /// keys. None of them is among <see cref="Moves"/>; on the diagonal of <see cref="Matrix"/> they are counted as without a grade. In the same order as those.
    /// </summary>
    public IReadOnlyList<GradeMove<TGrade>> ReasonMoves { get; }

    /// <summary>
    /// Counts by clause what moved (条款变动数量): of <see cref="Moves"/> and <see cref="ReasonMoves"/> which clause decided before and which decides now, the most frequent first,
    /// of equally frequent ones in the order of the policies. The clause may be the same, where an adjustment moved the grade.
    /// </summary>
    public ItemList<ClauseTransition> CountByClause()
    {
        var counts = new Dictionary<(int From, int To), long>();
        foreach (var move in _tally.Moves.Concat(_tally.Reasons).SelectMany(piece => piece))
        {
            var step = (Unpack(move.From).Clause, Unpack(move.To).Clause);
            counts[step] = counts.GetValueOrDefault(step) + 1;
        }

        // Only what was graded before can have moved.
        var before = PolicyBefore ?? Policy;
        return
        [
            .. counts.OrderByDescending(step => step.Value).ThenBy(step => step.Key)
                .Select(step => new ClauseTransition(step.Key.From == 0 ? null : before.Clauses[step.Key.From - 1], Policy.Clauses[step.Key.To - 1], step.Value)),
        ];
    }

    /// <summary>
    /// Counts those that moved by area, every area with all that lies in it. The groups of the rows are the ordinals of their
    /// areas, as they are now.
    /// </summary>
    /// <param name="areas">The areas; those of the register.</param>
    /// <exception cref="ArgumentException">A row that moved has no group, or one that is no ordinal of these areas.</exception>
    public MovesByArea<TGrade> CountByArea(AreaTree areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var columns = new Dictionary<(int From, int To), long[]>();
        foreach (var move in _tally.Moves.SelectMany(piece => piece))
        {
            var area = _table.GroupOf(move.Row);
            if (area < 0 || area >= areas.Count)
            {
                throw new ArgumentException($"Row {move.Row} has the group {area}; allowed are the ordinals 0 to {areas.Count - 1}.", nameof(areas));
            }

            var step = (Unpack(move.From).Code, Unpack(move.To).Code);
            if (!columns.TryGetValue(step, out var column))
            {
                columns.Add(step, column = new long[areas.Count]);
            }

            column[area]++;
        }

        foreach (var column in columns.Values)
        {
            areas.RollUp(column, column);
        }

        return new MovesByArea<TGrade>(areas, Policy.Scale, [.. columns.Select(column => (column.Key.From, column.Key.To, column.Value))]);
    }

    private Outcome Unpack(int packed) => Outcome.Unpack(packed, Outcome.CodeBits(Policy.Scale.Count));
}
