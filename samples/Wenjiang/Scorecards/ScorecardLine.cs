using System.Collections.Immutable;
using FoodSafety.Domain;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using Wenjiang.Sources;

namespace Wenjiang.Scorecards;

/// <summary>A line of the scorecard: what was counted, out of what, and what was published.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Computed">The count out of the state of the district.</param>
/// <param name="State">Where that state comes from.</param>
/// <param name="Published">The count that Wenjiang published.</param>
internal sealed record ScorecardLine(BilingualText Name, long Computed, Origin State, long Published)
{
    /// <summary>The counts that were published, beside the same of a district; first of all how many were graded.</summary>
    /// <param name="entry">The scorecard of the district.</param>
    /// <param name="register">Where the businesses come from.</param>
    /// <param name="cadres">Where the cadres come from.</param>
    /// <param name="work">Where their work comes from: commitments, visits, problems.</param>
    public static ImmutableArray<ScorecardLine> Of(ScorecardEntry entry, Origin register, Origin cadres, Origin work) =>
    [
        .. PublishedScorecard.Counts.Select(published =>
            published.Measure == ScorecardMeasure.Businesses ? new ScorecardLine(("已分级主体", "graded"), entry.InTiers, register, published.Count)
            : Line(entry, published,
                published.Measure == ScorecardMeasure.Tied ? register
                : published.Measure == ScorecardMeasure.Cadres ? cadres
                : work)),
    ];

    private static ScorecardLine Line(ScorecardEntry entry, PublishedCount published, Origin state) =>
        new(published.Measure.Name, entry[published.Measure], state, published.Count);
}
