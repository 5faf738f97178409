using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>Built-in policies of the tiers (内置包保分级标准).</summary>
public static class TierPolicies
{
    /// <summary>Reads and writes files of tier policies (包保分级标准文件) over the standard facts; with other facts, make a <see cref="PolicyFile{TGrade}"/>.</summary>
    public static PolicyFile<Tier> File { get; } = new(Tiers.Scale, BusinessFacts.Schema.Facts);

    // What the sources say, and how far each can be trusted. The national text of the tier thresholds was not found.
    private static readonly Citation SizeStandard = new(
        ("统计上大中小微型企业划分办法（2017），凭记忆；用于包保分级系推断", "Statistical size standard of enterprises (2017), from memory; its use for tiers is inferred"),
        SourceStanding.Unconfirmed);

    private static readonly Citation Huaihua = new(
        ("怀化市包保主体分级通报（2022年12月）", "Report on tiers in Huaihua (December 2022)"),
        SourceStanding.PressReport, url: new Uri("http://yuntuisou.com/news/show-17447.html"));

    private static readonly Citation DirectorsEnterprises = new(
        ("企业落实食品安全主体责任监督管理规定（市场监管总局令第60号）配备食品安全总监的条件", "SAMR Order 60, who needs a food-safety director"),
        SourceStanding.PressReport);

    private static readonly Citation DirectorsCanteens = new(
        ("集中用餐单位落实食品安全主体责任监督管理规定（2025）配备食品安全总监的条件", "Rule on collective dining (2025), who needs a food-safety director"),
        SourceStanding.PressReport);

    private static readonly Citation Assumed = Citation.Illustrative(
        ("未见公开标准，本库假定", "no published standard found; assumed by this library"));

    private static readonly Citation Registered = Citation.Illustrative(
        ("各地通行做法，凭记忆", "common local practice, from memory"));

    /// <summary>
    /// The tiers of guaranteed businesses by enterprise size and diners (包保分级，按企业规模与用餐人数). Illustrative throughout: the
    /// national text of the thresholds was not found.
    /// </summary>
    /// <remarks>
    /// Makers, wholesalers, retailers and restaurants by the national size standard (large A, medium B, small C, micro D);
    /// canteens by diners; central kitchens, collective delivery, special-food makers and chain headquarters at least B;
    /// workshops, small caterers and stalls D. More staff, revenue, diners or floor area never gives a milder tier.
    /// </remarks>
    public static GradingPolicy<Tier> SizeAndDiners2022 { get; } = Build();

    private static GradingPolicy<Tier> Build()
    {
        var type = BusinessFacts.Type;
        var diners = BusinessFacts.DinersPerMeal;
        var maker = type.Is(BusinessType.FoodManufacturer, BusinessType.SpecialFoodManufacturer, BusinessType.FoodAdditiveManufacturer);
        var wholesaler = type.Is(BusinessType.Wholesaler);
        var shop = type.Is(BusinessType.Retailer, BusinessType.Supermarket, BusinessType.SpecialFoodSeller);
        var caterer = type.Is(BusinessType.Restaurant, BusinessType.CentralKitchen, BusinessType.CollectiveMealDelivery);
        var unitCanteen = type.Is(BusinessType.HospitalCanteen, BusinessType.ConstructionSiteCanteen, BusinessType.WorkUnitCanteen);
        var anyCanteen = type.Is([.. BusinessTypes.All.Where(t => t.Sector() == BusinessSector.Canteen)]);

        var policy = GradingPolicy
            .Define("guarantee-tier", "2022.1", ("包保分级：企业规模与用餐人数（示意）", "Guarantee tiers by size and diners (illustrative)"), Tiers.Scale)
            .InForce(new LocalDate(2022, 11, 1))
            .NotGraded("out-of-business", BusinessFacts.Status.Is(OperatingStatus.Closed, OperatingStatus.LicenceRevoked),
                ("已注销、关闭或吊销", "closed or licence revoked"), Assumed);

        Sized(policy, "maker", ("食品生产企业", "food makers"), maker, (1_000, 400_000_000), (300, 20_000_000), (20, 3_000_000));
        Sized(policy, "wholesaler", ("批发企业", "wholesalers"), wholesaler, (200, 400_000_000), (20, 50_000_000), (5, 10_000_000));
        Sized(policy, "retailer", ("零售企业", "retailers"), shop, (300, 200_000_000), (50, 5_000_000), (10, 1_000_000));
        Sized(policy, "caterer", ("餐饮企业", "caterers"), caterer, (300, 100_000_000), (100, 20_000_000), (10, 1_000_000));

        return policy
            .Rule("school-3000", Tier.A, type.Is(BusinessType.SchoolCanteen) & diners >= 3_000,
                ("学校食堂用餐3000人以上", "school canteens of 3,000 diners and more"), Huaihua)
            .Rule("kindergarten-500", Tier.A, type.Is(BusinessType.KindergartenCanteen) & diners >= 500,
                ("托幼食堂用餐500人以上", "kindergarten canteens of 500 diners and more"), Huaihua)
            .Rule("school-500", Tier.B, type.Is(BusinessType.SchoolCanteen) & diners >= 500,
                ("学校食堂用餐500人以上", "school canteens of 500 diners and more"), DirectorsCanteens)
            .Rule("kindergarten-300", Tier.B, type.Is(BusinessType.KindergartenCanteen) & diners >= 300,
                ("托幼食堂用餐300人以上", "kindergarten canteens of 300 diners and more"), DirectorsCanteens)
            .Rule("elderly-care-300", Tier.B, type.Is(BusinessType.ElderlyCareCanteen) & diners >= 300,
                ("养老机构食堂用餐300人以上", "elderly-care canteens of 300 diners and more"), DirectorsCanteens)
            .Rule("unit-canteen-1000", Tier.B, unitCanteen & diners >= 1_000,
                ("其他单位食堂用餐1000人以上", "other canteens of 1,000 diners and more"), DirectorsCanteens)
            .Rule("canteen-100", Tier.C, anyCanteen & diners >= 100,
                ("食堂用餐100人以上", "canteens of 100 diners and more"), Assumed)
            .Rule("special-food-maker", Tier.B, type.Is(BusinessType.SpecialFoodManufacturer),
                ("特殊食品生产企业", "special-food makers"), DirectorsEnterprises)
            .Rule("central-kitchen", Tier.B, type.Is(BusinessType.CentralKitchen),
                ("中央厨房", "central kitchens"), Registered)
            .Rule("collective-delivery", Tier.B, type.Is(BusinessType.CollectiveMealDelivery),
                ("集体用餐配送单位", "collective meal delivery"), Registered)
            .Rule("chain-headquarters", Tier.B, BusinessFacts.ChainHeadquarters,
                ("连锁总部", "chain headquarters"), DirectorsEnterprises)
            .Rule("market-10000", Tier.B, type.Is(BusinessType.MarketOrganiser) & BusinessFacts.FloorArea >= 10_000,
                ("面积1万平方米以上的集中交易市场", "markets of 10,000 m² and more"), Assumed)
            .Rule("market", Tier.C, type.Is(BusinessType.MarketOrganiser), ("集中交易市场", "markets"), Assumed)
            .Rule("platform-100", Tier.B, type.Is(BusinessType.OnlinePlatform) & BusinessFacts.Employees >= 100,
                ("从业人员100人以上的网络平台", "online platforms of 100 staff and more"), Assumed)
            .Rule("platform", Tier.C, type.Is(BusinessType.OnlinePlatform), ("网络平台", "online platforms"), Assumed)
            .Rule("small-trades", Tier.D, type.Is(BusinessType.SmallWorkshop, BusinessType.SmallCaterer, BusinessType.FoodStall),
                ("小作坊、小餐饮、小摊贩", "workshops, small caterers and stalls"), Registered)
            .Otherwise(Tier.D, ("微型主体", "micro businesses"), SizeStandard, id: "micro")
            .Build();
    }

    /// <summary>Large, medium and small by staff and revenue, both needed: a business that misses one drops a class.</summary>
    private static void Sized(
        GradingPolicyBuilder<Tier> policy, string id, BilingualText who, Condition scope,
        (decimal Staff, decimal Revenue) large, (decimal Staff, decimal Revenue) medium, (decimal Staff, decimal Revenue) small)
    {
        Rule("large", Tier.A, "大型", "large", large);
        Rule("medium", Tier.B, "中型", "medium", medium);
        Rule("small", Tier.C, "小型", "small", small);

        void Rule(string size, Tier tier, string chinese, string english, (decimal Staff, decimal Revenue) limit) => policy.Rule(
            $"{id}-{size}", tier, scope & BusinessFacts.Employees >= limit.Staff & BusinessFacts.AnnualRevenue >= limit.Revenue,
            ($"{chinese}{who.Chinese}", $"{english} {who.English}"), SizeStandard);
    }
}
