using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Files.Tests;

/// <summary>Businesses of every type with facts of every size.</summary>
internal static class Businesses
{
    public static AreaTree Areas { get; } = AreaTree.Build([new("510115", "温江区"), new("510115001", "柳城街道"), new("510115105", "和盛镇")]);

    private static readonly Gen<OperatingProfile> Profile =
        from employees in Number(BusinessFacts.Employees)
        from revenue in Number(BusinessFacts.AnnualRevenue)
        from diners in Number(BusinessFacts.DinersPerMeal)
        from area in Number(BusinessFacts.FloorArea)
        from violations in Number(BusinessFacts.ViolationsInLastYear)
        from flags in Gen.Bool.Array[6]
        select new OperatingProfile
        {
            Employees = (int)employees,
            AnnualRevenue = revenue,
            DinersPerMeal = (int)diners,
            FloorArea = area,
            ViolationsInLastYear = (int)violations,
            HandlesSpecialFood = flags[0],
            HandlesHighRiskFood = flags[1],
            IsChainHeadquarters = flags[2],
            SellsOnline = flags[3],
            IsContractedOut = flags[4],
            IsDirectedToAppoint = flags[5],
        };

    public static Gen<Business[]> Many { get; } =
        (from name in Gen.OneOf("柳城小学食堂", "光华路, 便利店", "\"和盛\"酒楼", "@万春", "㐂𠮷小吃", "A-1 Café")
         from area in Gen.OneOf("510115", "510115001", "510115105")
         from type in Gen.OneOf([.. EnumCodes.All<BusinessType>().Select(Gen.Const)])
         from status in Gen.OneOf([.. EnumCodes.All<OperatingStatus>().Select(Gen.Const)])
         from profile in Profile
         select (name, area, type, status, profile)).Array[1, 20].Select(many => many.Select((b, i) =>
            new Business(new BusinessId($"510115-{i:0000}"), b.name, AreaCode.Parse(b.area), b.type) { Status = b.status, Profile = b.profile }).ToArray());

    /// <summary>A value of a number: its ends, small ones, and any between.</summary>
    public static Gen<decimal> Number(NumberFact fact) => Gen.OneOf(
        Gen.OneOf(fact.Minimum, fact.Maximum, 0m, 1m, 99m, 100m, 101m),
        Gen.Long[0, (long)fact.Maximum].Select(Gen.Int[0, 99], (whole, part) =>
            Math.Min(fact.Maximum, whole + (fact.Decimals == 0 ? 0m : part / 100m))));
}
