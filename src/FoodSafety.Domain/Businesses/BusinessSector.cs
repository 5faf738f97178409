using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>The four sectors of food business (食品生产经营类别).</summary>
/// <remarks>
/// Production has its own licence; the other three are the main forms of trade (主体业态) of the food trade licence. Zero, the
/// default, is not stated.
/// </remarks>
[BilingualNameOfNone("未填报", "Not stated")]
public enum BusinessSector : byte
{
    /// <summary>Food production (食品生产): making food and food additives for sale.</summary>
    [BilingualName("食品生产", "Food production")]
    Production = 1,

    /// <summary>Food sales (食品销售): wholesale, retail, markets and platforms.</summary>
    [BilingualName("食品销售", "Food sales")]
    Sales = 2,

    /// <summary>Catering service (餐饮服务): meals for the public.</summary>
    [BilingualName("餐饮服务", "Catering service")]
    Catering = 3,

    /// <summary>Institutional canteen (单位食堂): meals for the people of a school, a hospital, a work unit.</summary>
    [BilingualName("单位食堂", "Institutional canteen")]
    Canteen = 4,
}
