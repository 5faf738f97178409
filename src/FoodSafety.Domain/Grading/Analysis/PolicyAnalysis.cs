using System.Collections.Immutable;

namespace FoodSafety.Domain.Grading;

/// <summary>What a policy says about itself, without any business (标准分析).</summary>
/// <remarks>
/// Exact: it is reasoned over all values that facts can have, and not over examples. Facts are taken to be independent of each
/// other, and a choice that nobody stated is one of the possibilities.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PolicyAnalysis<TGrade> where TGrade : struct, Enum
{
    internal PolicyAnalysis(
        GradingPolicy<TGrade> policy, ImmutableArray<PolicyFinding> findings, bool isComplete, ImmutableArray<FactCells> tooLarge) =>
        (Policy, Findings, IsComplete, TooLarge) = (policy, findings, isComplete, tooLarge);

    /// <summary>The policy.</summary>
    public GradingPolicy<TGrade> Policy { get; }

    /// <summary>All that was found. Each is true, also where the analysis is not complete.</summary>
    public ImmutableArray<PolicyFinding> Findings { get; }

    /// <summary>The findings that are faults; none of a sound policy.</summary>
    public IEnumerable<PolicyFinding> Faults => Findings.Where(finding => finding.IsFault);

    /// <summary>False when the policy is too large to be looked at whole: then there may be more to find.</summary>
    public bool IsComplete { get; }

    /// <summary>What was too large: facts with the number of pieces into which they are cut, the most first. Empty when it is complete, and when it ended before a fact was cut.</summary>
    public ImmutableArray<FactCells> TooLarge { get; }
}
