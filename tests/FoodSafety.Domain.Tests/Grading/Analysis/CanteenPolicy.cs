using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>A policy as an officer would write it: canteens by diners, shops by floor area, chain headquarters above all, and violations that raise.</summary>
internal static class CanteenPolicy
{
    public enum Trade { School = 1, Kindergarten = 2, Shop = 3, Stall = 4, Workshop = 5, Wholesaler = 6 }

    public static ChoiceFact<Trade> Business { get; } = new("trade", ("业态", "trade"), trade => trade switch
    {
        Trade.School => ("学校食堂", "school canteens"),
        Trade.Kindergarten => ("幼儿园食堂", "kindergarten canteens"),
        Trade.Shop => ("商店", "shops"),
        Trade.Stall => ("摊贩", "stalls"),
        Trade.Workshop => ("小作坊", "workshops"),
        Trade.Wholesaler => ("批发商", "wholesalers"),
        _ => throw new ArgumentOutOfRangeException(nameof(trade), trade, null),
    });

    public static NumberFact Diners { get; } = new("diners", ("用餐人数", "diners"), Units.People, maximum: 100_000);

    public static NumberFact Area { get; } = new("area", ("经营面积", "floor area"), Units.SquareMetres, decimals: 1, maximum: 1_000_000);

    public static NumberFact Violations { get; } = new("violations", ("近12个月违法次数", "violations in the last 12 months"), Units.Times, maximum: 1_000) { IsFixed = true };

    public static FlagFact Headquarters { get; } = new("headquarters", ("连锁总部", "chain headquarters"));

    public static FlagFact Closed { get; } = new("closed", ("已关闭", "closed")) { IsFixed = true };

    public static Citation Basis { get; } = new(("示范区通知", "the district's notice"), SourceStanding.GovernmentNotice, "2");

    public static GradingPolicyBuilder<Tier> Define(string version = "2027.1", decimal school = 500, decimal raise = 3) => GradingPolicy
        .Define("canteens", version, ("食堂和商店分级标准", "Tiers of canteens and shops"), Tiers.Scale)
        .BasedOn(Basis)
        .NotGraded("closed", Closed, ("已关闭", "closed"))
        .Rule("school-a", Tier.A, Business.Is(Trade.School) & Diners >= 3_000, ("用餐3000人以上的学校食堂", "school canteens of 3,000 diners and more"))
        .Rule("school-b", Tier.B, Business.Is(Trade.School) & Diners >= school, ($"用餐{school}人以上的学校食堂", $"school canteens of {school} diners and more"))
        .Rule("school-c", Tier.C, Business.Is(Trade.School) & Diners >= 100, ("用餐100人以上的学校食堂", "school canteens of 100 diners and more"))
        .Rule("kindergarten-b", Tier.B, Business.Is(Trade.Kindergarten) & Diners >= 300, ("用餐300人以上的幼儿园食堂", "kindergarten canteens of 300 diners and more"))
        .Rule("shop-c", Tier.C, Business.Is(Trade.Shop) & Area >= 150, ("经营面积150平方米以上的商店", "shops of 150 m² and more"))
        .Rule("small", Tier.D, Business.Is(Trade.Stall, Trade.Workshop), ("摊贩和小作坊", "stalls and workshops"))
        .Rule("headquarters", Tier.B, Headquarters, ("连锁总部", "chain headquarters"))
        .Adjust("violations", 1, Violations >= raise, ($"近12个月违法{raise}次以上", $"{raise} violations and more in 12 months"))
        .Otherwise(Tier.D, ("其他", "all others"), id: "others");

    public static GradingPolicy<Tier> Policy { get; } = Define().Build();

    /// <summary>The amendment: schools from 400 diners on, and two violations are enough.</summary>
    public static GradingPolicy<Tier> Amended { get; } = Define("2027.2", 400, 2).Build();
}
