using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.SelfControl;

/// <summary>What a large or medium food business is (大中型企业), by the statistical size standard of 2017.</summary>
/// <remarks>Staff and revenue must both reach the limit of a medium business; one that fails either is of the class below.</remarks>
public static class SizeStandard
{
    /// <summary>Where the limits come from.</summary>
    public static Citation Basis { get; } = new(
        ("统计上大中小微型企业划分办法（2017）（国统字〔2017〕213号）", "Statistical size standard of enterprises (2017), document 213 of the National Bureau of Statistics"),
        SourceStanding.OfficialText, url: new Uri("https://www.stats.gov.cn/sj/tjbz/gjtjbz/202302/t20230213_1902763.html"));

    /// <summary>Makers of food and of additives (食品生产): 300 staff and 20 million yuan.</summary>
    public static Condition LargeOrMediumMaker { get; } = Reaches(300, 20_000_000)
        & BusinessFacts.Type.Is(BusinessType.FoodManufacturer, BusinessType.SpecialFoodManufacturer, BusinessType.FoodAdditiveManufacturer);

    /// <summary>Wholesalers with 20 staff and 50 million yuan; retailers with 50 staff and 5 million yuan (食品销售).</summary>
    public static Condition LargeOrMediumSeller { get; } =
        (Reaches(20, 50_000_000) & BusinessFacts.Type.Is(BusinessType.Wholesaler))
        | (Reaches(50, 5_000_000) & BusinessFacts.Type.Is(BusinessType.Retailer, BusinessType.Supermarket, BusinessType.SpecialFoodSeller));

    /// <summary>Restaurants, central kitchens and collective meal delivery units (餐饮服务): 100 staff and 20 million yuan.</summary>
    public static Condition LargeOrMediumCaterer { get; } = Reaches(100, 20_000_000)
        & BusinessFacts.Type.Is(BusinessType.Restaurant, BusinessType.CentralKitchen, BusinessType.CollectiveMealDelivery);

    private static Condition Reaches(decimal staff, decimal yuan) => BusinessFacts.Employees >= staff & BusinessFacts.AnnualRevenue >= yuan;
}
