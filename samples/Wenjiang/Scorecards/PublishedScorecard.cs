using System.Collections.Immutable;
using FoodSafety.Domain;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Sources;

namespace Wenjiang.Scorecards;

/// <summary>What Wenjiang published in December 2022, by the counts of a scorecard.</summary>
internal static class PublishedScorecard
{
    private static readonly Citation Source = new(
        ($"成都市温江区阶段性成绩单（{Published.WenjiangSource.Chinese}）", $"Scorecard of Wenjiang District ({Published.WenjiangSource.English})"),
        SourceStanding.PressReport);

    /// <summary>In the order in which the scorecard ends the run: graded, tied, signed, visited, then people, then problems.</summary>
    public static ImmutableArray<PublishedCount> Counts { get; } =
    [
        new(ScorecardMeasure.Businesses, Published.Businesses, Source),
        new(ScorecardMeasure.Tied, Published.Businesses, Source),
        new(ScorecardMeasure.NamedInCommitment, Published.Businesses, Source),
        new(ScorecardMeasure.Visited, Published.Businesses, Source),
        new(ScorecardMeasure.Cadres, Published.Cadres, Source),
        new(ScorecardMeasure.Directors, Published.Directors, Source),
        new(ScorecardMeasure.Officers, Published.Officers, Source),
        new(ScorecardMeasure.Found, Published.Problems, Source),
        new(ScorecardMeasure.Rectified, Published.Problems, Source),
    ];
}
