using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;

namespace ReadmeExample;

public static class LocalTiers
{
    // A fact of your own, and the columns of a register that holds it.
    public static FlagFact RawFish { get; } = new("raw-fish", ("经营生食水产品", "serves raw fish"));

    public static FactSchema Columns { get; } = BusinessFacts.Schema.With(RawFish);

    // The built-in policy with one rule more.
    public static GradingPolicy<Tier> Policy { get; } = TierPolicies.SizeAndDiners2022
        .Draft("2022.1-district")
        .Rule("raw-fish-200", Tier.B, RawFish & BusinessFacts.DinersPerMeal >= 200,
            ("生食水产品200人以上", "raw fish for 200 diners and more"),
            Citation.Illustrative(("本区自拟", "the district's own")))
        .Build();
}
