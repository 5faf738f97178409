using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using GeneratedDistrict.Sources;

namespace Wenjiang.Register;

/// <summary>How many businesses of a place are in which tier.</summary>
internal sealed class TierCounts
{
    private readonly Dictionary<Tier, long> _counts;

    private TierCounts(BilingualText place, Dictionary<Tier, long> counts, long notGraded)
    {
        Place = place;
        _counts = counts;
        NotGraded = notGraded;
        Total = counts.Values.Sum() + notGraded;
    }

    /// <summary>The tiers in the order in which people list them.</summary>
    public static ImmutableArray<Tier> LargestFirst { get; } = [.. Tiers.Scale.MildestFirst.Reverse()];

    public BilingualText Place { get; }

    public long NotGraded { get; }

    public long Total { get; }

    public long this[Tier tier] => _counts[tier];

    public double ShareOf(Tier tier) => Total == 0 ? 0 : (double)this[tier] / Total;

    /// <summary>Everything that was graded.</summary>
    public static TierCounts OfAll(DistrictAreas areas, GradeCountsByArea<Tier> counts) =>
        Of(("温江区合计", "Wenjiang District"), counts[areas.Root.Code]);

    /// <summary>The towns, and what lies in none of them where there is such a business, so that nothing is lost.</summary>
    public static ImmutableArray<TierCounts> ByTown(DistrictAreas areas, GradeCountsByArea<Tier> counts)
    {
        TierCounts[] towns = [.. areas.Towns.Select(town => Of(DistrictAreas.NameOf(town), counts[town.Code]))];
        var all = OfAll(areas, counts);
        var elsewhere = new TierCounts(
            ("未落到镇街", "in no town"),
            LargestFirst.ToDictionary(tier => tier, tier => all[tier] - towns.Sum(town => town[tier])),
            all.NotGraded - towns.Sum(town => town.NotGraded));
        return elsewhere.Total == 0 ? [.. towns] : [.. towns, elsewhere];
    }

    public static TierCounts Of(BilingualText place, GradeCount<Tier> count) =>
        new(place, LargestFirst.ToDictionary(tier => tier, tier => count[tier]), count.NotGraded);
}
