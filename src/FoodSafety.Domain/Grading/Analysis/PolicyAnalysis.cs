using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>What a policy says about itself, without any business (标准分析).</summary>
/// <remarks>
/// Exact: it is reasoned over all values that facts can have, and not over examples. Facts are taken to be independent of each
/// other, and that nobody states a fact is one of the possibilities.
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

    /// <summary>
    /// The findings that are faults and that the policy does not accept; none of a sound policy. Where the policy is too large to be looked at whole,
    /// <see cref="NotLookedAt"/> is one of them.
    /// </summary>
    public IEnumerable<PolicyFinding> Faults => Findings.Where(finding => finding.IsFault && ReasonFor(finding) is null);

    /// <summary>The findings that the policy accepts, each with its reason.</summary>
    public IEnumerable<(PolicyFinding Finding, BilingualText Reason)> Accepted
    {
        get
        {
            foreach (var finding in Findings)
            {
                if (ReasonFor(finding) is { } reason)
                {
                    yield return (finding, reason);
                }
            }
        }
    }

    /// <summary>False when the policy is too large to be looked at whole: then there may be more to find, and <see cref="NotLookedAt"/> says what.</summary>
    public bool IsComplete { get; }

    /// <summary>What was too large: facts with the number of pieces into which they are cut, the most first. Empty when it is complete, and when it ended before a fact was cut.</summary>
    public ImmutableArray<FactCells> TooLarge { get; }

    private BilingualText? ReasonFor(PolicyFinding finding)
    {
        if (Policy.Accepted.IsEmpty)
        {
            return null;
        }

        // The key is written anew each time that it is asked for.
        var key = finding.Key;
        return Policy.Accepted.FirstOrDefault(accepted => accepted.Finding == key)?.Reason;
    }
}

/// <summary>Where the analysis of a policy starts (标准分析).</summary>
public static class PolicyAnalysis
{
    /// <summary>
    /// Analyses a policy: conditions that never hold, rules that never win or are never needed, parts and adjustments that change nothing or cancel each
    /// other out, titles that say another number, facts of which more is milder, values that no rule speaks of, and what is left to the default.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">How far to go; null for <see cref="PolicyAnalysisOptions.Default"/>.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    public static PolicyAnalysis<TGrade> Of<TGrade>(GradingPolicy<TGrade> policy, PolicyAnalysisOptions? options = null) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(policy);
        var analyst = new PolicyAnalyst<TGrade>(policy, options ?? PolicyAnalysisOptions.Default);
        return analyst.Analyse();
    }
}

/// <summary>How far an analysis of policies goes (分析选项).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PolicyAnalysisOptions
{
    /// <summary>Ten million steps, 200 boxes, and more of a fact is never rightly milder.</summary>
    public static PolicyAnalysisOptions Default { get; } = new();

    /// <summary>
    /// How many steps of work may be done before the answer is that the policy is too large; at least 1, 10,000,000 unless
    /// set. All work counts, and a policy that reads more than 500 facts, scores and conditions in code is too large in any case. Forty thresholds take some ten thousand steps, a score card of eighteen facts two and a half million; ten million
    /// take one to four seconds and allocate up to six hundred megabytes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public long MostSteps
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one step is needed.");
    } = 10_000_000;

    /// <summary>How many steps a number may take to be told apart value by value; null for a tenth of all. Tests let numbers be of too many values with it.</summary>
    internal long? MostStepsOfNumber { get; init; }

    /// <summary>
    /// In how many boxes a region may fall apart before it is told by one box around it, marked as not exact; at least 1,
    /// 200 unless set. It is told so too where finding the boxes would take half of the steps that are left; the rest of the analysis goes on.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MostBoxes
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one box is needed.");
    } = 200;

    /// <summary>Numbers of which more is rightly milder, beside those of which the policy says so itself: nothing is said about them.</summary>
    public ItemList<NumberFact> RightlyMilder { get; init; } = [];
}
