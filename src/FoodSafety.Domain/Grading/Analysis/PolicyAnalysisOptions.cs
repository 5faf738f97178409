using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

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

    /// <summary>
    /// In how many boxes a region may fall apart before it is told by one box around it, marked as not exact; at least 1,
    /// 200 unless set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MostBoxes
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one box is needed.");
    } = 200;

    /// <summary>Numbers of which more is rightly milder, as years without a violation: nothing is said about them.</summary>
    public ItemList<NumberFact> RightlyMilder { get; init; } = [];
}
