using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using static FoodSafety.Domain.Businesses.BusinessType;

namespace GeneratedDistrict.Register;

/// <summary>What the generated district is made of.</summary>
/// <remarks>
/// Published are the 9,709 businesses and the 144 safety directors. The rest is assumed: that the businesses with a director
/// are those of tiers A and B, that A holds about as large a share as in Yibin, Xianyang and Huaihua (0.12 to 0.19 %), and C
/// about as large a share as in Yibin (11.41 %).
/// </remarks>
public static class Recipes
{
    private static readonly Between None = (0, 0);

    public static ImmutableArray<Recipe> All { get; } =
    [
        // 14 for tier A
        new(Tier.A, SchoolCanteen, 6, Staff: (60, 160), Revenue: (900, 3_200), Diners: (3_000, 6_200), Floor: (1_800, 6_000)),
        new(Tier.A, KindergartenCanteen, 5, (18, 34), (120, 260), (500, 680), (240, 520)),
        new(Tier.A, FoodManufacturer, 2, (1_020, 1_600), (42_000, 96_000), None, (18_000, 46_000)),
        new(Tier.A, Supermarket, 1, (320, 420), (21_000, 30_000), None, (16_000, 24_000)),

        // 130 for tier B
        new(Tier.B, SchoolCanteen, 38, (12, 58), (130, 900), (500, 2_900), (320, 1_900)),
        new(Tier.B, KindergartenCanteen, 34, (10, 22), (60, 140), (300, 498), (120, 320)),
        new(Tier.B, ElderlyCareCanteen, 2, (18, 30), (120, 260), (310, 520), (260, 520)),
        new(Tier.B, WorkUnitCanteen, 7, (22, 60), (260, 900), (1_000, 2_600), (600, 2_400)),
        new(Tier.B, HospitalCanteen, 2, (30, 52), (320, 620), (1_040, 1_700), (700, 1_600)),
        new(Tier.B, FoodManufacturer, 9, (300, 760), (2_600, 32_000), None, (5_000, 22_000)),
        new(Tier.B, SpecialFoodManufacturer, 3, (40, 180), (1_200, 9_000), None, (2_000, 9_000)),
        new(Tier.B, Supermarket, 13, (50, 210), (900, 11_000), None, (2_400, 12_000)),
        new(Tier.B, Wholesaler, 10, (20, 90), (5_000, 19_000), None, (800, 6_000)),
        new(Tier.B, Restaurant, 2, (100, 150), (2_000, 4_200), (380, 700), (2_200, 5_200)),
        new(Tier.B, Restaurant, 2, (36, 90), (1_300, 6_400), (140, 320), (700, 1_900)) { IsChainHeadquarters = true },
        new(Tier.B, CentralKitchen, 4, (24, 90), (700, 3_800), None, (800, 3_400)),
        new(Tier.B, CollectiveMealDelivery, 3, (30, 110), (900, 3_600), (1_500, 5_200), (900, 3_000)),
        new(Tier.B, MarketOrganiser, 1, (24, 40), (600, 1_400), None, (11_000, 26_000)),

        // 1,108 for tier C
        new(Tier.C, SchoolCanteen, 62, (5, 16), (30, 150), (110, 499), (120, 520)),
        new(Tier.C, KindergartenCanteen, 118, (4, 11), (18, 72), (100, 298), (60, 200)),
        new(Tier.C, ElderlyCareCanteen, 16, (5, 14), (28, 120), (100, 260), (90, 280)),
        new(Tier.C, WorkUnitCanteen, 72, (5, 24), (36, 320), (100, 960), (110, 900)),
        new(Tier.C, ConstructionSiteCanteen, 38, (4, 12), (30, 180), (100, 520), (80, 320)),
        new(Tier.C, HospitalCanteen, 12, (6, 22), (50, 300), (110, 720), (110, 620)),
        new(Tier.C, Restaurant, 470, (10, 62), (100, 1_500), (60, 320), (180, 1_600)),
        new(Tier.C, Retailer, 96, (10, 26), (100, 900), None, (90, 600)),
        new(Tier.C, Supermarket, 110, (10, 49), (110, 2_600), None, (320, 3_400)),
        new(Tier.C, SpecialFoodSeller, 4, (10, 18), (120, 600), None, (120, 420)),
        new(Tier.C, Wholesaler, 52, (5, 19), (1_000, 4_800), None, (200, 1_600)),
        new(Tier.C, FoodManufacturer, 34, (20, 240), (300, 9_000), None, (800, 9_000)),
        new(Tier.C, MarketOrganiser, 22, (6, 20), (80, 520), None, (1_400, 9_000)),
        new(Tier.C, OnlinePlatform, 2, (14, 60), (300, 1_800), None, (160, 600)),

        // 8,457 for tier D
        new(Tier.D, SmallCaterer, 3_020, (1, 5), (8, 62), (8, 46), (12, 80)),
        new(Tier.D, Retailer, 2_480, (1, 5), (10, 160), None, (15, 140)),
        new(Tier.D, Restaurant, 1_230, (2, 9), (24, 230), (24, 130), (60, 320)),
        new(Tier.D, Restaurant, 60, (10, 15), (52, 99), (60, 140), (140, 320)),
        new(Tier.D, FoodStall, 520, (1, 2), (3, 20), (4, 24), (3, 12)),
        new(Tier.D, SpecialFoodSeller, 240, (1, 6), (20, 240), None, (30, 180)),
        new(Tier.D, Wholesaler, 190, (1, 6), (60, 990), None, (60, 600)),
        new(Tier.D, WorkUnitCanteen, 180, (2, 6), (8, 40), (14, 99), (30, 160)),
        new(Tier.D, Supermarket, 160, (3, 9), (40, 420), None, (140, 480)),
        new(Tier.D, SmallWorkshop, 130, (1, 6), (8, 90), None, (30, 160)),
        new(Tier.D, ConstructionSiteCanteen, 70, (2, 4), (8, 36), (20, 98), (30, 120)),
        new(Tier.D, KindergartenCanteen, 60, (2, 5), (8, 24), (36, 99), (30, 90)),
        new(Tier.D, FoodManufacturer, 60, (4, 19), (40, 900), None, (180, 1_400)),
        new(Tier.D, ElderlyCareCanteen, 35, (2, 5), (10, 40), (22, 98), (40, 130)),
        new(Tier.D, SchoolCanteen, 12, (2, 5), (10, 28), (40, 99), (50, 130)),
        new(Tier.D, HospitalCanteen, 8, (2, 5), (12, 40), (30, 98), (50, 140)),
        new(Tier.D, FoodAdditiveManufacturer, 2, (6, 18), (180, 900), None, (300, 1_200)),
    ];
}
