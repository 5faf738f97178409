using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Import;
using Wenjiang.Areas;
using Wenjiang.Register;
using Wenjiang.Responsibility;
using Wenjiang.Sources;

namespace Wenjiang;

/// <summary>What one run found out: all that the report shows.</summary>
internal sealed record Findings
{
    public required DistrictAreas Areas { get; init; }

    /// <summary>Where the businesses come from: generated or given.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Where the cadres come from: generated or given.</summary>
    public required Origin CadreOrigin { get; init; }

    public required GradingPolicy<Tier> Policy { get; init; }

    /// <summary>The tiers of each town, before any fact changed.</summary>
    public required ImmutableArray<TierCounts> Towns { get; init; }

    /// <summary>The tiers of all businesses, before any fact changed.</summary>
    public required TierCounts All { get; init; }

    public required ImmutableArray<ExplainedBusiness> Explained { get; init; }

    /// <summary>The load of each level of cadres, before any fact changed.</summary>
    public required ImmutableArray<LevelFigures> Levels { get; init; }

    /// <summary>What became of the tiers, and what followed, when some facts changed.</summary>
    public required RegradedChanges Dynamics { get; init; }

    public required ImmutableArray<RejectedRow> Rejected { get; init; }
}
