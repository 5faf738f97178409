using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Import;
using GeneratedDistrict.Sources;
using Wenjiang.Register;
using Wenjiang.Sources;
using Wenjiang.Steps;

namespace Wenjiang.Report;

/// <summary>What the first run found out: all that the report shows.</summary>
/// <param name="Areas">The areas.</param>
/// <param name="Origin">Where the businesses come from: generated or given.</param>
/// <param name="CadreOrigin">Where the cadres come from: generated or given.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Before">How the district stood before any fact changed.</param>
/// <param name="Dynamics">What became of the tiers, and what followed, when some facts changed.</param>
/// <param name="Rejected">The rows that were not accepted.</param>
internal sealed record Findings(
    DistrictAreas Areas, Origin Origin, Origin CadreOrigin, GradingPolicy<Tier> Policy, Overview Before, RegradedChanges Dynamics, ImmutableArray<RejectedRow> Rejected);
