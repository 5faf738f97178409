using System.Collections.Immutable;
using FoodSafety.Domain;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;

namespace Wenjiang.Register;

/// <summary>A business with the reasons for its tier.</summary>
internal sealed record ExplainedBusiness(Business Business, Explanation<Tier> Explanation)
{
    // Explaining is for one business at a time; a register of millions need not be searched to the end.
    private const int MostTried = 2_000;

    private BusinessSector Sector => Business.Type.Sector();

    /// <summary>
    /// Three businesses worth reading about: of the tiers B (or A), C and D the one that is nearest to a larger tier, each of
    /// another sector where there is one; fewer where a tier is empty.
    /// </summary>
    public static ImmutableArray<ExplainedBusiness> Choose(District district)
    {
        var register = district.Businesses.Register;
        var chosen = new List<ExplainedBusiness>();
        AddNearest(Tier.B);
        if (chosen.Count == 0)
        {
            AddNearest(Tier.A);
        }

        AddNearest(Tier.C);
        AddNearest(Tier.D);
        return [.. chosen];

        void AddNearest(Tier tier) => chosen.AddRange(Enumerable.Range(0, register.Count)
            .Where(row => district.Tiers.Standing[row].FindGrade() == tier)
            .Take(MostTried)
            .Select(row => new ExplainedBusiness(register.At(row), district.Tiers.Explain(register.IdAt(row))))
            .OrderBy(candidate => chosen.Any(other => other.Sector == candidate.Sector))
            .ThenBy(candidate => DistanceUp(candidate.Explanation))
            .Take(1)
            .ToArray());
    }

    /// <summary>How far the business is from a larger tier, as a share of the fact that would have to change.</summary>
    private static double DistanceUp(Explanation<Tier> explanation) => explanation.Nearest
        .Where(change => change.Becomes.FindGrade() is { } other && Tiers.Scale.StrictnessOf(other) > Tiers.Scale.StrictnessOf(explanation.Decision.Grade))
        .Select(change => change.RelativeSize)
        .DefaultIfEmpty(double.PositiveInfinity)
        .Min();
}
