using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Grading;

public class TierPoliciesTests
{
    private static readonly Grader<Tier> Grader = new(TierPolicies.SizeAndDiners2022);

    public static TheoryData<BusinessType, int, decimal, Tier> Sizes
    {
        get
        {
            (BusinessType[] Types, (int Staff, decimal Revenue)[] Limits)[] table =
            [
                ([BusinessType.FoodManufacturer, BusinessType.SpecialFoodManufacturer, BusinessType.FoodAdditiveManufacturer],
                    [(1_000, 400_000_000), (300, 20_000_000), (20, 3_000_000)]),
                ([BusinessType.Wholesaler], [(200, 400_000_000), (20, 50_000_000), (5, 10_000_000)]),
                ([BusinessType.Retailer, BusinessType.Supermarket, BusinessType.SpecialFoodSeller],
                    [(300, 200_000_000), (50, 5_000_000), (10, 1_000_000)]),
                ([BusinessType.Restaurant, BusinessType.CentralKitchen, BusinessType.CollectiveMealDelivery],
                    [(300, 100_000_000), (100, 20_000_000), (10, 1_000_000)]),
            ];
            var data = new TheoryData<BusinessType, int, decimal, Tier>();
            foreach (var (types, limits) in table)
            {
                foreach (var type in types)
                {
                    data.Add(type, limits[0].Staff, limits[0].Revenue, Tier.A);
                    data.Add(type, limits[1].Staff, limits[1].Revenue, Tier.B);
                    data.Add(type, limits[2].Staff, limits[2].Revenue, Tier.C);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Grade_SizeAtTheEdgeAndOneBelow(BusinessType type, int staff, decimal revenue, Tier tier)
    {
        // These are B by their kind, however small.
        var least = type is BusinessType.SpecialFoodManufacturer or BusinessType.CentralKitchen or BusinessType.CollectiveMealDelivery ? Tier.B : Tier.D;
        var milder = (Tier)Math.Min((int)tier + 1, (int)least);
        var at = (Tier)Math.Min((int)tier, (int)least);

        Assert.Equal(at, TierOf(type, staff, revenue));
        Assert.Equal(milder, TierOf(type, staff - 1, revenue));
        Assert.Equal(milder, TierOf(type, staff, revenue - 0.01m));
    }

    [Theory]
    [InlineData(BusinessType.SchoolCanteen, 3_000, Tier.A, Tier.B)]
    [InlineData(BusinessType.SchoolCanteen, 500, Tier.B, Tier.C)]
    [InlineData(BusinessType.SchoolCanteen, 100, Tier.C, Tier.D)]
    [InlineData(BusinessType.KindergartenCanteen, 500, Tier.A, Tier.B)]
    [InlineData(BusinessType.KindergartenCanteen, 300, Tier.B, Tier.C)]
    [InlineData(BusinessType.KindergartenCanteen, 100, Tier.C, Tier.D)]
    [InlineData(BusinessType.ElderlyCareCanteen, 300, Tier.B, Tier.C)]
    [InlineData(BusinessType.ElderlyCareCanteen, 100, Tier.C, Tier.D)]
    [InlineData(BusinessType.HospitalCanteen, 1_000, Tier.B, Tier.C)]
    [InlineData(BusinessType.HospitalCanteen, 100, Tier.C, Tier.D)]
    [InlineData(BusinessType.ConstructionSiteCanteen, 1_000, Tier.B, Tier.C)]
    [InlineData(BusinessType.ConstructionSiteCanteen, 100, Tier.C, Tier.D)]
    [InlineData(BusinessType.WorkUnitCanteen, 1_000, Tier.B, Tier.C)]
    [InlineData(BusinessType.WorkUnitCanteen, 100, Tier.C, Tier.D)]
    public void Grade_DinersAtTheEdgeAndOneBelow(BusinessType type, int diners, Tier tier, Tier milder)
    {
        Assert.Equal(tier, Grade(type, BusinessFacts.DinersPerMeal.Of(diners)));
        Assert.Equal(milder, Grade(type, BusinessFacts.DinersPerMeal.Of(diners - 1)));
    }

    [Fact]
    public void Grade_MarketsAndPlatforms_AtTheEdgeAndOneBelow()
    {
        Assert.Equal(Tier.B, Grade(BusinessType.MarketOrganiser, BusinessFacts.FloorArea.Of(10_000)));
        Assert.Equal(Tier.C, Grade(BusinessType.MarketOrganiser, BusinessFacts.FloorArea.Of(9_999.99m)));
        Assert.Equal(Tier.B, Grade(BusinessType.OnlinePlatform, BusinessFacts.Employees.Of(100)));
        Assert.Equal(Tier.C, Grade(BusinessType.OnlinePlatform, BusinessFacts.Employees.Of(99)));
    }

    [Theory]
    [InlineData(BusinessType.SmallWorkshop)]
    [InlineData(BusinessType.SmallCaterer)]
    [InlineData(BusinessType.FoodStall)]
    public void Grade_SmallTrades_AreDWhateverTheirSize(BusinessType type) =>
        Assert.Equal(Tier.D, TierOf(type, 10_000, 1_000_000_000));

    [Fact]
    public void Grade_EveryTypeAtItsLargest_IsAsStrictAsItsKindCanBe()
    {
        Assert.All(EnumCodes.All<BusinessType>(), type =>
        {
            var tier = Grade(
                type, BusinessFacts.Employees.Of(10_000_000), BusinessFacts.AnnualRevenue.Of(10_000_000_000_000),
                BusinessFacts.DinersPerMeal.Of(10_000_000), BusinessFacts.FloorArea.Of(10_000_000));
            Assert.Equal(type switch
            {
                BusinessType.SmallWorkshop or BusinessType.SmallCaterer or BusinessType.FoodStall => Tier.D,
                BusinessType.MarketOrganiser or BusinessType.OnlinePlatform or BusinessType.ElderlyCareCanteen or BusinessType.HospitalCanteen
                    or BusinessType.ConstructionSiteCanteen or BusinessType.WorkUnitCanteen => Tier.B,
                _ => Tier.A,
            }, tier);
        });
    }

    [Fact]
    public void Policy_IsMarkedIllustrative() => Assert.True(TierPolicies.SizeAndDiners2022.IsIllustrative);

    private static Tier TierOf(BusinessType type, int staff, decimal revenue) =>
        Grade(type, BusinessFacts.Employees.Of(staff), BusinessFacts.AnnualRevenue.Of(revenue));

    private static Tier Grade(BusinessType type, params ReadOnlySpan<FactValue> values) =>
        Grader.Grade(new FactRecord([BusinessFacts.Type.Of(type), .. values])).Grade;
}
