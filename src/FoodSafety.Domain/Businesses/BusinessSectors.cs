using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>All values of <see cref="BusinessSector"/> and their names.</summary>
public static class BusinessSectors
{
    /// <summary>The four sectors, in order.</summary>
    public static ImmutableArray<BusinessSector> All { get; } =
        [BusinessSector.Production, BusinessSector.Sales, BusinessSector.Catering, BusinessSector.Canteen];

    /// <summary>The name of a sector; "not stated" (未填写) of the default value.</summary>
    /// <param name="sector">The sector.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sector"/> is neither a named value nor the default.</exception>
    public static BilingualText Name(this BusinessSector sector) => sector.NamedOrNone() switch
    {
        0 => ("未填写", "Not stated"),
        BusinessSector.Production => ("食品生产", "Food production"),
        BusinessSector.Sales => ("食品销售", "Food sales"),
        BusinessSector.Catering => ("餐饮服务", "Catering service"),
        BusinessSector.Canteen => ("单位食堂", "Institutional canteen"),
    };
}
