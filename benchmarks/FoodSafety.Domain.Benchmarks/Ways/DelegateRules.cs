using System.Collections.Immutable;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>The same clauses as a list of delegates, the strictest first: what one writes to keep rules apart from the loop.</summary>
internal static class DelegateRules
{
    public static ImmutableArray<(TierRule Rule, Tier Tier, Func<PlainBusiness, bool> When)> StrictestFirst { get; } =
    [
        (TierRule.OutOfBusiness, default, b => b.Status is OperatingStatus.Closed or OperatingStatus.LicenceRevoked),
        (TierRule.MakerLarge, Tier.A, b => IsMaker(b) && b.Employees >= 1_000 && b.Revenue >= 400_000_000),
        (TierRule.WholesalerLarge, Tier.A, b => b.Type == BusinessType.Wholesaler && b.Employees >= 200 && b.Revenue >= 400_000_000),
        (TierRule.RetailerLarge, Tier.A, b => IsShop(b) && b.Employees >= 300 && b.Revenue >= 200_000_000),
        (TierRule.CatererLarge, Tier.A, b => IsCaterer(b) && b.Employees >= 300 && b.Revenue >= 100_000_000),
        (TierRule.School3000, Tier.A, b => b.Type == BusinessType.SchoolCanteen && b.Diners >= 3_000),
        (TierRule.Kindergarten500, Tier.A, b => b.Type == BusinessType.KindergartenCanteen && b.Diners >= 500),
        (TierRule.MakerMedium, Tier.B, b => IsMaker(b) && b.Employees >= 300 && b.Revenue >= 20_000_000),
        (TierRule.WholesalerMedium, Tier.B, b => b.Type == BusinessType.Wholesaler && b.Employees >= 20 && b.Revenue >= 50_000_000),
        (TierRule.RetailerMedium, Tier.B, b => IsShop(b) && b.Employees >= 50 && b.Revenue >= 5_000_000),
        (TierRule.CatererMedium, Tier.B, b => IsCaterer(b) && b.Employees >= 100 && b.Revenue >= 20_000_000),
        (TierRule.School500, Tier.B, b => b.Type == BusinessType.SchoolCanteen && b.Diners >= 500),
        (TierRule.Kindergarten300, Tier.B, b => b.Type == BusinessType.KindergartenCanteen && b.Diners >= 300),
        (TierRule.ElderlyCare300, Tier.B, b => b.Type == BusinessType.ElderlyCareCanteen && b.Diners >= 300),
        (TierRule.UnitCanteen1000, Tier.B, b =>
            b.Type is BusinessType.HospitalCanteen or BusinessType.ConstructionSiteCanteen or BusinessType.WorkUnitCanteen && b.Diners >= 1_000),
        (TierRule.SpecialFoodMaker, Tier.B, b => b.Type == BusinessType.SpecialFoodManufacturer),
        (TierRule.CentralKitchen, Tier.B, b => b.Type == BusinessType.CentralKitchen),
        (TierRule.CollectiveDelivery, Tier.B, b => b.Type == BusinessType.CollectiveMealDelivery),
        (TierRule.ChainHeadquarters, Tier.B, b => b.ChainHeadquarters),
        (TierRule.Market10000, Tier.B, b => b.Type == BusinessType.MarketOrganiser && b.FloorArea >= 10_000),
        (TierRule.Platform100, Tier.B, b => b.Type == BusinessType.OnlinePlatform && b.Employees >= 100),
        (TierRule.MakerSmall, Tier.C, b => IsMaker(b) && b.Employees >= 20 && b.Revenue >= 3_000_000),
        (TierRule.WholesalerSmall, Tier.C, b => b.Type == BusinessType.Wholesaler && b.Employees >= 5 && b.Revenue >= 10_000_000),
        (TierRule.RetailerSmall, Tier.C, b => IsShop(b) && b.Employees >= 10 && b.Revenue >= 1_000_000),
        (TierRule.CatererSmall, Tier.C, b => IsCaterer(b) && b.Employees >= 10 && b.Revenue >= 1_000_000),
        (TierRule.Canteen100, Tier.C, b => IsCanteen(b) && b.Diners >= 100),
        (TierRule.Market, Tier.C, b => b.Type == BusinessType.MarketOrganiser),
        (TierRule.Platform, Tier.C, b => b.Type == BusinessType.OnlinePlatform),
        (TierRule.SmallTrades, Tier.D, b => b.Type is BusinessType.SmallWorkshop or BusinessType.SmallCaterer or BusinessType.FoodStall),
        (TierRule.Micro, Tier.D, _ => true),
    ];

    private static bool IsMaker(PlainBusiness b) =>
        b.Type is BusinessType.FoodManufacturer or BusinessType.SpecialFoodManufacturer or BusinessType.FoodAdditiveManufacturer;

    private static bool IsShop(PlainBusiness b) =>
        b.Type is BusinessType.Retailer or BusinessType.Supermarket or BusinessType.SpecialFoodSeller;

    private static bool IsCaterer(PlainBusiness b) =>
        b.Type is BusinessType.Restaurant or BusinessType.CentralKitchen or BusinessType.CollectiveMealDelivery;

    private static bool IsCanteen(PlainBusiness b) =>
        b.Type is BusinessType.SchoolCanteen or BusinessType.KindergartenCanteen or BusinessType.ElderlyCareCanteen
            or BusinessType.HospitalCanteen or BusinessType.ConstructionSiteCanteen or BusinessType.WorkUnitCanteen;
}
