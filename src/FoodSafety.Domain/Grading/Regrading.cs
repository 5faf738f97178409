using System.Collections.Immutable;

namespace FoodSafety.Domain.Grading;

/// <summary>What a regrading did (重新分级结果): how many rows it looked at, who moved from which grade to which.</summary>
/// <remarks>Immutable.</remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
public sealed class Regrading<TGrade> where TGrade : struct, Enum
{
    internal Regrading(
        GradingPolicy<TGrade> policy, bool isFull, int examined, TransitionMatrix<TGrade> matrix, ImmutableArray<GradeMove<TGrade>> moves)
    {
        Policy = policy;
        IsFull = isFull;
        Examined = examined;
        Matrix = matrix;
        Moves = moves;
    }

    /// <summary>The policy that was applied, with its version.</summary>
    public GradingPolicy<TGrade> Policy { get; }

    /// <summary>True when every row was graded, false when only those added or changed since the last time.</summary>
    public bool IsFull { get; }

    /// <summary>How many rows were graded.</summary>
    public int Examined { get; }

    /// <summary>How many of those went from which grade to which; the diagonal stayed.</summary>
    public TransitionMatrix<TGrade> Matrix { get; }

    /// <summary>
    /// The rows whose grade became another, or that gained or lost a grade. Rows that were graded for the first time are
    /// counted in <see cref="Matrix"/> and are not among them.
    /// </summary>
    public ImmutableArray<GradeMove<TGrade>> Moves { get; }
}
