using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>Facts and policies of a made-up kind, for planting faults.</summary>
internal static class Plan
{
    public enum Kind { Shop = 1, School = 2, Works = 3 }

    public static ChoiceFact<Kind> Type { get; } = new("kind", ("类型", "kind"));

    public static NumberFact Diners { get; } = new("diners", ("用餐人数", "diners"), Units.People, maximum: 10_000);

    public static NumberFact Staff { get; } = new("staff", ("从业人员", "staff"), Units.People, maximum: 10_000);

    public static NumberFact Revenue { get; } = new("revenue", ("收入", "revenue"), Units.Yuan, decimals: 2, maximum: 1_000_000_000_000);

    public static NumberFact Rent { get; } = new("rent", ("租金", "rent"), Units.Yuan, decimals: 2, maximum: 1_000_000_000_000);

    public static FlagFact Special { get; } = new("special", ("特殊食品", "special food"));

    public static Citation Basis { get; } = Citation.Illustrative(("测试", "test"));

    public static CustomCondition Secret { get; } = Condition.Custom("secret", ("保密", "secret"), source => source.Read(Staff) % 2 == 1);

    public static GradingPolicyBuilder<Tier> Define(string version = "1") => GradingPolicy.Define("plan", version, ("测试", "plan"), Tiers.Scale);

    public static GradingPolicyBuilder<Tier> With(this GradingPolicyBuilder<Tier> policy, string id, Tier tier, Condition when, bool isFinal = false) =>
        policy.Rule(id, tier, when, ("规则", id), Basis, isFinal);

    public static GradingPolicy<Tier> OrElse(this GradingPolicyBuilder<Tier> policy, Tier tier) =>
        policy.Otherwise(tier, ("其余", "rest"), Basis, id: "rest").Build();

    public static GradingPolicyBuilder<Tier> Closed(this GradingPolicyBuilder<Tier> policy, string id, Condition when) =>
        policy.NotGraded(id, when, ("不予分级", id), Basis);

    public static GradingPolicyBuilder<Tier> Moved(this GradingPolicyBuilder<Tier> policy, string id, int steps, Condition when) =>
        policy.Adjust(id, steps, when, ("调整", id), Basis);
}
