namespace FoodSafety.Domain.Businesses;

/// <summary>The four sectors of food business (食品生产经营类别).</summary>
/// <remarks>
/// Production has its own licence; the other three are the main forms of trade (主体业态) of the food trade licence. Zero, the
/// default, is not stated. Names are in <see cref="BusinessSectors"/>.
/// </remarks>
public enum BusinessSector : byte
{
    /// <summary>Food production (食品生产): making food and food additives for sale.</summary>
    Production = 1,

    /// <summary>Food sales (食品销售): wholesale, retail, markets and platforms.</summary>
    Sales = 2,

    /// <summary>Catering service (餐饮服务): meals for the public.</summary>
    Catering = 3,

    /// <summary>Institutional canteen (单位食堂): meals for the people of a school, a hospital, a work unit.</summary>
    Canteen = 4,
}
