using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

public class StaffingRulesTests
{
    private static readonly LocalDate Last2022Day = StaffingRules.Rules2025From.PlusDays(-1);

    public static TheoryData<BusinessType, int, string, string> DinerLimits => new()
    {
        // Type, diners, the rule by Order 60, the rule of 2025; empty where none requires a director.
        { BusinessType.KindergartenCanteen, 299, "", "" },
        { BusinessType.KindergartenCanteen, 300, "order-60-kindergarten-300", "dining-2025-kindergarten-300" },
        { BusinessType.SchoolCanteen, 499, "", "" },
        { BusinessType.SchoolCanteen, 500, "order-60-school-500", "dining-2025-school-500" },
        { BusinessType.ElderlyCareCanteen, 299, "", "" },
        { BusinessType.ElderlyCareCanteen, 300, "", "dining-2025-elderly-care-300" },
        { BusinessType.ElderlyCareCanteen, 1000, "", "dining-2025-elderly-care-300" },
        { BusinessType.ElderlyCareCanteen, 1001, "order-60-over-1000", "dining-2025-elderly-care-300" },
        { BusinessType.HospitalCanteen, 999, "", "" },
        { BusinessType.HospitalCanteen, 1000, "", "dining-2025-canteen-1000" },
        { BusinessType.HospitalCanteen, 1001, "order-60-over-1000", "dining-2025-canteen-1000" },
        { BusinessType.ConstructionSiteCanteen, 1000, "", "dining-2025-canteen-1000" },
        { BusinessType.WorkUnitCanteen, 999, "", "" },
        { BusinessType.WorkUnitCanteen, 1000, "", "dining-2025-canteen-1000" },
        { BusinessType.CollectiveMealDelivery, 999, "", "" },
        { BusinessType.CollectiveMealDelivery, 1000, "", "dining-2025-supplier-1000" },
        { BusinessType.CollectiveMealDelivery, 1001, "order-60-over-1000", "enterprises-2025-kitchens-over-1000 dining-2025-supplier-1000" },
        { BusinessType.CentralKitchen, 1000, "", "" },
        { BusinessType.CentralKitchen, 1001, "", "enterprises-2025-kitchens-over-1000" },
        { BusinessType.Restaurant, 5000, "", "" },
    };

    public static TheoryData<BusinessType, int, decimal, string> SizeLimits => new()
    {
        { BusinessType.FoodManufacturer, 300, 20_000_000m, "makers" },
        { BusinessType.FoodManufacturer, 299, 20_000_000m, "" },
        { BusinessType.FoodManufacturer, 300, 19_999_999.99m, "" },
        { BusinessType.FoodAdditiveManufacturer, 300, 20_000_000m, "makers" },
        { BusinessType.SpecialFoodManufacturer, 0, 0m, "special-food-makers" },
        { BusinessType.Wholesaler, 20, 50_000_000m, "sellers" },
        { BusinessType.Wholesaler, 19, 50_000_000m, "" },
        { BusinessType.Wholesaler, 20, 49_999_999.99m, "" },
        { BusinessType.Retailer, 50, 5_000_000m, "sellers" },
        { BusinessType.Supermarket, 49, 5_000_000m, "" },
        { BusinessType.SpecialFoodSeller, 50, 4_999_999.99m, "" },
        { BusinessType.Restaurant, 100, 20_000_000m, "caterers" },
        { BusinessType.Restaurant, 99, 20_000_000m, "" },
        { BusinessType.CentralKitchen, 100, 19_999_999.99m, "" },
        { BusinessType.CentralKitchen, 100, 20_000_000m, "caterers" },
        { BusinessType.MarketOrganiser, 1000, 500_000_000m, "" },
    };

    [Theory]
    [MemberData(nameof(DinerLimits))]
    public void Director_ByDiners_AtEachLimitAndOneBelow_BeforeAndAfterTheDay(BusinessType type, int diners, string in2022, string in2025)
    {
        var business = new FactRecord(BusinessFacts.Type.Of(type), BusinessFacts.DinersPerMeal.Of(diners));

        Assert.Equal("", Directors(business, StaffingRules.Order60From.PlusDays(-1)));
        Assert.Equal(in2022, Directors(business, StaffingRules.Order60From));
        Assert.Equal(in2022, Directors(business, Last2022Day));
        Assert.Equal(in2025, Directors(business, StaffingRules.Rules2025From));
    }

    [Theory]
    [MemberData(nameof(SizeLimits))]
    public void Director_BySize_NeedsBothLimits_UnderBothRules(BusinessType type, int staff, decimal revenue, string rule)
    {
        var business = new FactRecord(BusinessFacts.Type.Of(type), BusinessFacts.Employees.Of(staff), BusinessFacts.AnnualRevenue.Of(revenue));

        Assert.Equal("", Directors(business, StaffingRules.Order60From.PlusDays(-1)));
        Assert.Equal(rule.Length == 0 ? "" : $"order-60-{rule}", Directors(business, Last2022Day));
        Assert.Equal(rule.Length == 0 ? "" : $"enterprises-2025-{rule}", Directors(business, StaffingRules.Rules2025From));
    }

    [Fact]
    public void Dates_AreThoseOfTheRules() =>
        Assert.Equal((new LocalDate(2022, 11, 1), new LocalDate(2025, 4, 15)), (StaffingRules.Order60From, StaffingRules.Rules2025From));

    [Theory]
    [InlineData(BusinessType.Supermarket, true)]
    [InlineData(BusinessType.SmallCaterer, true)]
    [InlineData(BusinessType.FoodManufacturer, false)]
    [InlineData(BusinessType.SchoolCanteen, false)]
    public void Director_ChainHeadquarters_OfSellersAndCaterers(BusinessType type, bool needs)
    {
        var business = new FactRecord(BusinessFacts.Type.Of(type), BusinessFacts.ChainHeadquarters.Of(true));

        Assert.Equal(needs ? "order-60-chain-headquarters" : "", Directors(business, Last2022Day));
        Assert.Equal(needs ? "enterprises-2025-chain-headquarters" : "", Directors(business, StaffingRules.Rules2025From));
    }

    [Theory]
    [InlineData(BusinessType.SchoolCanteen, 500, true, true)]
    [InlineData(BusinessType.SchoolCanteen, 499, true, false)]
    [InlineData(BusinessType.SchoolCanteen, 500, false, false)]
    [InlineData(BusinessType.KindergartenCanteen, 300, true, true)]
    [InlineData(BusinessType.KindergartenCanteen, 299, true, false)]
    [InlineData(BusinessType.HospitalCanteen, 5000, true, false)]
    public void SecondDirector_IsOfTheSchoolThatContractsOut(BusinessType type, int diners, bool contracted, bool needs)
    {
        var business = new FactRecord(
            BusinessFacts.Type.Of(type), BusinessFacts.DinersPerMeal.Of(diners), BusinessFacts.ContractedOut.Of(contracted));

        Assert.Equal(needs, Requires(business, StaffingRules.Rules2025From, RequiredPost.SecondDirector));
        Assert.False(Requires(business, Last2022Day, RequiredPost.SecondDirector));
    }

    [Fact]
    public void Director_DirectedByTheBureau_SinceTheRuleOf2025()
    {
        var shop = new FactRecord(BusinessFacts.Type.Of(BusinessType.Retailer), BusinessFacts.DirectedToAppoint.Of(true));

        Assert.Equal("", Directors(shop, Last2022Day));
        Assert.Equal("enterprises-2025-directed", Directors(shop, StaffingRules.Rules2025From));
    }

    [Fact]
    public void Officer_EveryBusinessNeedsOne_ByOneRuleAtATime() => Assert.All(EnumCodes.All<BusinessType>(), type =>
    {
        var business = new FactRecord(BusinessFacts.Type.Of(type));
        foreach (var day in (LocalDate[])[StaffingRules.Order60From, Last2022Day, StaffingRules.Rules2025From])
        {
            var officer = Assert.Single(StaffingRules.National.RequirementsOf(business, day), r => r.Required == RequiredPost.Officer);
            Assert.Single(officer.Rules);
        }
    });

    [Theory]
    [InlineData(OperatingStatus.Operating, true)]
    [InlineData(OperatingStatus.Suspended, true)]
    [InlineData(OperatingStatus.Closed, false)]
    [InlineData(OperatingStatus.LicenceRevoked, false)]
    [InlineData(OperatingStatus.MovedOut, false)]
    public void Requirements_OfABusinessThatEnded_AreNone(OperatingStatus status, bool any)
    {
        var business = new FactRecord(BusinessFacts.Type.Of(BusinessType.Retailer), BusinessFacts.Status.Of(status));

        Assert.Equal(any, !StaffingRules.National.RequirementsOf(business, Last2022Day).IsEmpty);
    }

    [Theory]
    [InlineData(Tier.A, true)]
    [InlineData(Tier.B, true)]
    [InlineData(Tier.C, false)]
    [InlineData(Tier.D, false)]
    [InlineData(null, false)]
    public void ByTier_DirectorsInAAndB(Tier? tier, bool needs)
    {
        var shop = new FactRecord(BusinessFacts.Type.Of(BusinessType.Retailer));
        var required = StaffingRules.ByTier.RequirementsOf(shop, StaffingRules.Order60From, tier);

        Assert.Equal(needs, required.Any(r => r.Required == RequiredPost.Director));
        Assert.Contains(required, r => r.Required == RequiredPost.Officer);
    }

    [Fact]
    public void With_ALocalRule_StandsBesideTheNationalOnes()
    {
        var timeline = StaffingRules.National.With(StaffingRules.DirectorsInTiersAB);
        var school = new FactRecord(BusinessFacts.Type.Of(BusinessType.SchoolCanteen), BusinessFacts.DinersPerMeal.Of(500));

        var director = Assert.Single(timeline.RequirementsOf(school, StaffingRules.Rules2025From, Tier.B), r => r.Required == RequiredPost.Director);

        Assert.Equal(["dining-2025-school-500", "tier-a-b"], director.Rules.Select(rule => rule.Id));
        Assert.StartsWith("needs a food-safety director: school canteens and their contractors, 500 diners a meal and more (Rule on", director.Text.English, StringComparison.Ordinal);
        Assert.EndsWith("tiers A and B (practice of Wenjiang: directors in tiers A and B (China Quality News, 2022-12-22) (illustrative))", director.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Timeline_TwoRulesOfOneKey_AreRefused()
    {
        var refused = Assert.Throws<ArgumentException>(() => StaffingRules.ByTier.With(StaffingRules.DirectorsInTiersAB));

        Assert.Equal("Two rules have the key 'tier-a-b'. Allowed: one. (Parameter 'rules')", refused.Message);
    }

    [Fact]
    public void Rules_EachHasReasonAndBasis_AndSaysWhereItsLimitsComeFrom() => Assert.All(StaffingRules.National.Rules, rule =>
    {
        Assert.NotEqual("", rule.Reason.Chinese);
        Assert.NotEqual("", rule.Reason.English);
        Assert.Equal(rule.Id.EndsWith("-makers", StringComparison.Ordinal) && !rule.Id.Contains("special", StringComparison.Ordinal)
            || rule.Id.EndsWith("-caterers", StringComparison.Ordinal) || rule.Id.EndsWith("-sellers", StringComparison.Ordinal), rule.LimitBasis is not null);
        Assert.Equal(rule.Basis.IsIllustrative || rule.LimitBasis?.IsIllustrative == true, rule.IsIllustrative);
    });

    [Fact]
    public void Rule_NextVersion_IsDataOfTheUser()
    {
        var from = new LocalDate(2027, 1, 1);
        var stricter = new StaffingRule(
            "city-school-300", RequiredPost.Director, BusinessFacts.Type.Is(BusinessType.SchoolCanteen) & BusinessFacts.DinersPerMeal >= 300,
            new Term(from), ("本市学校食堂 300 人以上", "school canteens of 300 diners and more in this city"), Citation.Illustrative(("测试", "a test")));
        var school = new FactRecord(BusinessFacts.Type.Of(BusinessType.SchoolCanteen), BusinessFacts.DinersPerMeal.Of(300));
        var timeline = StaffingRules.National.With(stricter);

        Assert.DoesNotContain(timeline.RequirementsOf(school, from.PlusDays(-1)), r => r.Required == RequiredPost.Director);
        Assert.Contains(timeline.RequirementsOf(school, from), r => r.Required == RequiredPost.Director);
    }

    [Fact]
    public void Rule_WithAnyKeyAndNoTiers_HoldsOfATableAsOfOneBusiness()
    {
        var timeline = new StaffingTimeline(new StaffingRule("ended", RequiredPost.Officer, Condition.Always, default, ("每家", "every one"), Citation.Illustrative(("测试", "a test"))) { Tiers = default });
        var register = new BusinessRegister(PlanWorld.SmallTree);
        register.Add(new Business(new BusinessId("a"), "店", AreaCode.Parse("510115001001"), BusinessType.Restaurant));

        Assert.Equal([0], timeline.SheetOn(register.Facts, Last2022Day).Rows(RequiredPost.Officer));
        Assert.Single(timeline.RequirementsOf(register[new BusinessId("a")], Last2022Day));
    }

    private static string Directors(IFactSource business, LocalDate on) => string.Join(" ", StaffingRules.National.RequirementsOf(business, on)
        .Where(requirement => requirement.Required == RequiredPost.Director)
        .SelectMany(requirement => requirement.Rules)
        .Select(rule => rule.Id));

    private static bool Requires(IFactSource business, LocalDate on, RequiredPost post) =>
        StaffingRules.National.RequirementsOf(business, on).Any(requirement => requirement.Required == post);
}
