using System.Collections.Immutable;

namespace FoodSafety.Domain.Grading;

/// <summary>How two versions of a policy differ (标准比对): in what they say, and in the grades they give.</summary>
/// <remarks>
/// Exact over all values that facts can have. A custom condition is thought of as free; it is the same in both versions
/// only when both hold the same object.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PolicyDiff<TGrade> where TGrade : struct, Enum
{
    internal PolicyDiff(
        GradingPolicy<TGrade> old, GradingPolicy<TGrade> @new, ImmutableArray<ClauseChange> clauses,
        ImmutableArray<PolicyDifference<TGrade>> differences, bool isComplete, ImmutableArray<FactCells> tooLarge) =>
        (Old, New, Clauses, Differences, IsComplete, TooLarge) = (old, @new, clauses, differences, isComplete, tooLarge);

    /// <summary>The old version.</summary>
    public GradingPolicy<TGrade> Old { get; }

    /// <summary>The new version.</summary>
    public GradingPolicy<TGrade> New { get; }

    /// <summary>The clauses that are not the same, by their keys; in the order of the old version, then those added.</summary>
    public ImmutableArray<ClauseChange> Clauses { get; }

    /// <summary>
    /// The regions in which the grades differ, ordered by the old grade and the new one, the mildest first and no grade
    /// last. Empty when both
    /// always give the same grade, if the comparison is complete.
    /// </summary>
    public ImmutableArray<PolicyDifference<TGrade>> Differences { get; }

    /// <summary>False when the policies are too large to be compared: then no differences are listed.</summary>
    public bool IsComplete { get; }

    /// <summary>What was too large: facts with the number of pieces into which they are cut, the most first. Empty when it is complete, and when it ended before a fact was cut.</summary>
    public ImmutableArray<FactCells> TooLarge { get; }

    /// <summary>True when both versions certainly give everything the same grade.</summary>
    public bool IsSameGrading => IsComplete && Differences.IsEmpty;
}
