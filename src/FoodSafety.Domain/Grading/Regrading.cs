using System.Collections.Immutable;

namespace FoodSafety.Domain.Grading;

/// <summary>What a regrading did (重新分级结果): how many rows it looked at, who moved from which grade to which.</summary>
/// <remarks>Immutable.</remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
public sealed class Regrading<TGrade> where TGrade : struct, Enum
{
    private readonly Lazy<ImmutableArray<GradeMove<TGrade>>> _moves;

    internal Regrading(GradingPolicy<TGrade> policy, bool isFull, int examined, GradeTally tally)
    {
        Policy = policy;
        IsFull = isFull;
        Examined = examined;
        Matrix = new TransitionMatrix<TGrade>(policy.Scale, tally.Matrix);
        _moves = new(() => [.. tally.Moves.OrderBy(move => move.Row).Select(move => new GradeMove<TGrade>(move.Row, Decode(move.From), Decode(move.To)))]);
    }

    /// <summary>The policy that was applied, with its version.</summary>
    public GradingPolicy<TGrade> Policy { get; }

    /// <summary>True when every row had to be graded: the first time, with another grader, or after more changes than are remembered.</summary>
    public bool IsFull { get; }

    /// <summary>How many rows had to be graded: all of them, or those added or changed since the last time.</summary>
    public int Examined { get; }

    /// <summary>How many of those went from which grade to which; the diagonal stayed.</summary>
    public TransitionMatrix<TGrade> Matrix { get; }

    /// <summary>
    /// The rows whose grade became another, or that gained or lost a grade. Rows that were graded for the first time are
    /// counted in <see cref="Matrix"/> and are not among them. They come in the order of their rows.
    /// </summary>
    public ImmutableArray<GradeMove<TGrade>> Moves => _moves.Value;

    private GradeDecision<TGrade> Decode(int packed) =>
        Outcome.Unpack(packed, Outcome.CodeBits(Policy.Scale.Count)).Decode(Policy.Scale);
}
