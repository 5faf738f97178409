using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Businesses.BusinessFacts;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The rules on who must have a director and an officer (食品安全总监、食品安全员配备规则), as data.</summary>
/// <remarks>
/// The two rules of 2025 are confirmed by government pages; Order 60, in force before them, is as the press gives it, and so illustrative.
/// What "large and medium" is stands in <see cref="SizeStandard"/>.
/// </remarks>
public static class StaffingRules
{
    private static readonly Citation Order60 = SelfControlSources.Order60;

    private static readonly Citation Enterprises2025 = SelfControlSources.Order97("6");

    private static readonly Citation Dining2025 = SelfControlSources.Dining2025;

    private static readonly Citation DoubleDirector = new(
        ("《集中用餐单位落实食品安全主体责任监督管理规定》出台（阳江市政府网转新华社，2025-04-03）", "News of the rule on collective-dining units (Yangjiang government site from Xinhua, 2025-04-03)"),
        SourceStanding.GovernmentNotice, url: new Uri("http://m.cng360.com/zwgk/ywdt/bmzx/content/post_851144.html"));

    private static readonly Citation Directed = new(
        ("辽宁食安培训：2025年规定解读", "Liaoning food-safety training: notes on the rule of 2025"), SourceStanding.SecondHand, url: new Uri("http://www.lnspaqw.com/Content.aspx?id=756"));

    private static readonly Citation Wenjiang = new(
        ("成都市温江区做法：A、B 级主体配备食品安全总监（中国质量新闻网 2022-12-22）", "practice of Wenjiang: directors in tiers A and B (China Quality News, 2022-12-22)"),
        SourceStanding.PressReport);

    private static readonly ChoiceFact<BusinessType> Kind = BusinessFacts.Type;
    private static readonly Condition Chains = ChainHeadquarters & TypesIn(BusinessSector.Sales, BusinessSector.Catering);
    private static readonly Condition Canteens = TypesIn(BusinessSector.Canteen);
    private static readonly Condition OtherCanteens = Kind.Is(BusinessType.HospitalCanteen, BusinessType.ConstructionSiteCanteen, BusinessType.WorkUnitCanteen);

    /// <summary>The first day of Order 60.</summary>
    public static LocalDate Order60From { get; } = new(2022, 11, 1);

    /// <summary>The first day of the two rules of 2025: that on collective dining, and that on enterprises as SAMR Order 97 amended it.</summary>
    public static LocalDate Rules2025From { get; } = new(2025, 4, 15);

    /// <summary>A district's practice that businesses of tiers A and B have directors (温江做法: A、B 级配备总监), from the first day of Order 60.</summary>
    public static StaffingRule DirectorsInTiersAB { get; } = new(
        "tier-a-b", RequiredPost.Director, Condition.Always, new Term(Order60From), ("包保分级为 A、B 级", "tiers A and B"), Wenjiang) { Tiers = [Tier.A, Tier.B] };

    /// <summary>The national rules (全国规定): Order 60, and from 2025 the rule on enterprises and that on collective dining.</summary>
    public static StaffingTimeline National { get; } = new([.. Of2022(), .. OfEnterprises2025(), .. OfDining2025()]);

    /// <summary>A district that goes by tiers alone (按分级配备): directors in A and B, an officer in every business.</summary>
    public static StaffingTimeline ByTier { get; } = new(
        DirectorsInTiersAB,
        new StaffingRule("every-business-officer", RequiredPost.Officer, Condition.Always, new Term(Order60From), ("每家企业至少一名", "at least one in every business"), Order60));

    private static ImmutableArray<StaffingRule> Of2022()
    {
        var term = new Term(Order60From, Rules2025From);
        return
        [
            Rule("special-food-makers", Kind.Is(BusinessType.SpecialFoodManufacturer), ("特殊食品生产企业", "makers of special food")),
            Rule("makers", SizeStandard.LargeOrMediumMaker, ("大中型食品生产企业", "large and medium food makers"), SizeStandard.Basis),
            Rule("caterers", SizeStandard.LargeOrMediumCaterer, ("大中型餐饮服务企业", "large and medium caterers"), SizeStandard.Basis),
            Rule("sellers", SizeStandard.LargeOrMediumSeller, ("大中型食品销售企业", "large and medium food sellers"), SizeStandard.Basis),
            Rule("chain-headquarters", Chains, ("连锁销售、连锁餐饮企业总部", "headquarters of chains of sellers and caterers")),
            Rule("kindergarten-300", Kind.Is(BusinessType.KindergartenCanteen) & DinersPerMeal >= 300,
                ("用餐人数 300 人以上的托幼机构食堂", "kindergarten canteens of 300 diners and more")),
            Rule("school-500", Kind.Is(BusinessType.SchoolCanteen) & DinersPerMeal >= 500, ("用餐人数 500 人以上的学校食堂", "school canteens of 500 diners and more")),
            Rule("over-1000", (OtherCanteens | Kind.Is(BusinessType.ElderlyCareCanteen, BusinessType.CollectiveMealDelivery)) & DinersPerMeal > 1000,
                ("用餐人数或者供餐人数超过 1000 人的单位", "units that feed or supply more than 1,000 diners")),
            new("order-60-officer", RequiredPost.Officer, Condition.Always, term, ("每家企业至少一名", "at least one in every business"), Order60),
        ];

        StaffingRule Rule(string id, Condition when, BilingualText reason, Citation? limits = null) =>
            new($"order-60-{id}", RequiredPost.Director, when, term, reason, Order60) { LimitBasis = limits };
    }

    private static ImmutableArray<StaffingRule> OfEnterprises2025()
    {
        var term = new Term(Rules2025From);
        return
        [
            Rule("special-food-makers", Kind.Is(BusinessType.SpecialFoodManufacturer), ("特殊食品生产企业", "makers of special food")),
            Rule("makers", SizeStandard.LargeOrMediumMaker, ("大中型食品生产企业", "large and medium food makers"), SizeStandard.Basis),
            Rule("caterers", SizeStandard.LargeOrMediumCaterer, ("大中型餐饮服务企业", "large and medium caterers"), SizeStandard.Basis),
            Rule("kitchens-over-1000", Kind.Is(BusinessType.CentralKitchen, BusinessType.CollectiveMealDelivery) & DinersPerMeal > 1000,
                ("供餐人数超过 1000 人的中央厨房、集体用餐配送单位", "central kitchens and collective meal delivery units that supply more than 1,000 diners")),
            Rule("sellers", SizeStandard.LargeOrMediumSeller, ("大中型食品销售企业", "large and medium food sellers"), SizeStandard.Basis),
            Rule("chain-headquarters", Chains, ("连锁销售、连锁餐饮企业总部", "headquarters of chains of sellers and caterers")),
            new("enterprises-2025-directed", RequiredPost.Director, DirectedToAppoint & !Canteens, term,
                ("监管部门指导配备的其他有条件企业", "other capable enterprises that the bureau directed to appoint one"), Directed),
            new("enterprises-2025-officer", RequiredPost.Officer, !Canteens, term, ("每家企业至少一名", "at least one in every business"), Enterprises2025),
        ];

        StaffingRule Rule(string id, Condition when, BilingualText reason, Citation? limits = null) =>
            new($"enterprises-2025-{id}", RequiredPost.Director, when, term, reason, Enterprises2025) { LimitBasis = limits };
    }

    private static ImmutableArray<StaffingRule> OfDining2025()
    {
        var term = new Term(Rules2025From);
        var kindergartens = Kind.Is(BusinessType.KindergartenCanteen) & DinersPerMeal >= 300;
        var schools = Kind.Is(BusinessType.SchoolCanteen) & DinersPerMeal >= 500;
        return
        [
            Rule("kindergarten-300", kindergartens, ("每餐平均用餐 300 人以上的幼儿园食堂、承包经营企业", "kindergarten canteens and their contractors, 300 diners a meal and more")),
            Rule("school-500", schools, ("每餐平均用餐 500 人以上的学校食堂、承包经营企业", "school canteens and their contractors, 500 diners a meal and more")),
            Rule("elderly-care-300", Kind.Is(BusinessType.ElderlyCareCanteen) & DinersPerMeal >= 300,
                ("每餐平均用餐 300 人以上的养老机构食堂、承包经营企业", "elderly care canteens and their contractors, 300 diners a meal and more")),
            Rule("canteen-1000", OtherCanteens & DinersPerMeal >= 1000,
                ("每餐平均用餐 1000 人以上的其他单位食堂、承包经营企业", "other canteens and their contractors, 1,000 diners a meal and more")),
            Rule("supplier-1000", Kind.Is(BusinessType.CollectiveMealDelivery) & DinersPerMeal >= 1000,
                ("每餐平均供餐 1000 人以上的供餐单位", "suppliers of 1,000 meals at a time and more")),
            new("dining-2025-double-director", RequiredPost.SecondDirector, ContractedOut & (kindergartens | schools), term,
                ("委托承包经营的学校、幼儿园自身也应当配备（双总监）", "a school or kindergarten that contracts its canteen out has its own beside the contractor's"), DoubleDirector),
            new("dining-2025-officer", RequiredPost.Officer, Canteens, term, ("每个单位食堂至少一名", "at least one in every canteen"), Dining2025),
        ];

        StaffingRule Rule(string id, Condition when, BilingualText reason) => new($"dining-2025-{id}", RequiredPost.Director, when, term, reason, Dining2025);
    }

    private static ChoiceIn TypesIn(params BusinessSector[] sectors) => Kind.Is([.. EnumCodes.All<BusinessType>().Where(type => sectors.Contains(type.Sector()))]);
}
