using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;

namespace Wenjiang.Scorecards;

/// <summary>A line of the scorecard: what was counted, what the state of the district gives, and what was published.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Computed">The count out of the state.</param>
/// <param name="Published">The count that Wenjiang published; null for one that it did not.</param>
internal sealed record ScorecardLine(BilingualText Name, long Computed, long? Published)
{
    /// <summary>The counts that were published, beside the same of a district; first of all how many were graded.</summary>
    public static ImmutableArray<ScorecardLine> Of(ScorecardEntry entry)
    {
        var graded = entry[ScorecardMeasure.Businesses] - entry[ScorecardMeasure.WithoutTier];
        return [.. PublishedScorecard.Counts.Select(published => published.Measure == ScorecardMeasure.Businesses
            ? new ScorecardLine(("已分级主体", "graded"), graded, published.Count)
            : new ScorecardLine(published.Measure.Name(), entry[published.Measure], published.Count))];
    }
}
