using System.Collections.Frozen;
using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>All values of <see cref="BusinessType"/>: their names, codes for files, sectors and licences, in one table.</summary>
public static class BusinessTypes
{
    // One row for each type, at the index that is its number; the first is of the default value.
    private static readonly Row[] Table =
    [
        new(0, "", 0, null, "未填写", "Not stated"),
        new(BusinessType.FoodManufacturer, "food-manufacturer", BusinessSector.Production, LicenceKind.Production, "普通食品生产企业", "Food manufacturer"),
        new(BusinessType.SpecialFoodManufacturer, "special-food-manufacturer", BusinessSector.Production, LicenceKind.Production, "特殊食品生产企业", "Special food manufacturer"),
        new(BusinessType.FoodAdditiveManufacturer, "food-additive-manufacturer", BusinessSector.Production, LicenceKind.Production, "食品添加剂生产企业", "Food additive manufacturer"),
        new(BusinessType.SmallWorkshop, "small-workshop", BusinessSector.Production, null, "食品小作坊", "Small food workshop"),
        new(BusinessType.Wholesaler, "wholesaler", BusinessSector.Sales, LicenceKind.Trade, "食品批发企业", "Food wholesaler"),
        new(BusinessType.Retailer, "retailer", BusinessSector.Sales, LicenceKind.Trade, "食品零售店", "Food retailer"),
        new(BusinessType.Supermarket, "supermarket", BusinessSector.Sales, LicenceKind.Trade, "商场超市", "Supermarket"),
        new(BusinessType.SpecialFoodSeller, "special-food-seller", BusinessSector.Sales, LicenceKind.Trade, "特殊食品销售者", "Special food seller"),
        new(BusinessType.MarketOrganiser, "market-organiser", BusinessSector.Sales, null, "集中交易市场开办者", "Market organiser"),
        new(BusinessType.OnlinePlatform, "online-platform", BusinessSector.Sales, null, "网络食品交易第三方平台提供者", "Online food trading platform"),
        new(BusinessType.Restaurant, "restaurant", BusinessSector.Catering, LicenceKind.Trade, "餐馆", "Restaurant"),
        new(BusinessType.SmallCaterer, "small-caterer", BusinessSector.Catering, null, "小餐饮", "Small caterer"),
        new(BusinessType.FoodStall, "food-stall", BusinessSector.Catering, null, "食品摊贩", "Food stall"),
        new(BusinessType.CentralKitchen, "central-kitchen", BusinessSector.Catering, LicenceKind.Trade, "中央厨房", "Central kitchen"),
        new(BusinessType.CollectiveMealDelivery, "collective-meal-delivery", BusinessSector.Catering, LicenceKind.Trade, "集体用餐配送单位", "Collective meal delivery unit"),
        new(BusinessType.SchoolCanteen, "school-canteen", BusinessSector.Canteen, LicenceKind.Trade, "学校食堂", "School canteen"),
        new(BusinessType.KindergartenCanteen, "kindergarten-canteen", BusinessSector.Canteen, LicenceKind.Trade, "幼儿园食堂", "Kindergarten canteen"),
        new(BusinessType.ElderlyCareCanteen, "elderly-care-canteen", BusinessSector.Canteen, LicenceKind.Trade, "养老机构食堂", "Elderly care canteen"),
        new(BusinessType.HospitalCanteen, "hospital-canteen", BusinessSector.Canteen, LicenceKind.Trade, "医院食堂", "Hospital canteen"),
        new(BusinessType.ConstructionSiteCanteen, "construction-site-canteen", BusinessSector.Canteen, LicenceKind.Trade, "建筑工地食堂", "Construction site canteen"),
        new(BusinessType.WorkUnitCanteen, "work-unit-canteen", BusinessSector.Canteen, LicenceKind.Trade, "机关企事业单位食堂", "Work unit canteen"),
    ];

    private static readonly FrozenDictionary<string, BusinessType> ByCode =
        Table.Skip(1).ToFrozenDictionary(row => row.Code, row => row.Type, StringComparer.Ordinal);

    /// <summary>The 21 types, in the order of their sectors.</summary>
    public static ImmutableArray<BusinessType> All { get; } = [.. Table.Skip(1).Select(row => row.Type)];

    /// <summary>The name of a type; "not stated" (未填写) of the default value.</summary>
    /// <param name="type">The type of business.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is neither a named value nor the default.</exception>
    public static BilingualText Name(this BusinessType type) => (RowOf(type).Chinese, RowOf(type).English);

    /// <summary>The stable code of a type for files, as <c>school-canteen</c> (业态代码); empty of the default value.</summary>
    /// <param name="type">The type of business.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is neither a named value nor the default.</exception>
    public static string Code(this BusinessType type) => RowOf(type).Code;

    /// <summary>The sector a type belongs to; not stated of the default value.</summary>
    /// <param name="type">The type of business.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is neither a named value nor the default.</exception>
    public static BusinessSector Sector(this BusinessType type) => RowOf(type).Sector;

    /// <summary>
    /// The licence that a business of this type normally holds; null where local registration or record filing (登记、备案) takes
    /// its place: small workshops, small caterers, stalls, market organisers and platforms; null of the default value.
    /// </summary>
    /// <remarks>
    /// Expected, not required: whoever sells prepackaged food only has been filed instead of licensed since the Food Safety
    /// Law was amended in 2021 (食品安全法第三十五条, 仅销售预包装食品).
    /// </remarks>
    /// <param name="type">The type of business.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is neither a named value nor the default.</exception>
    public static LicenceKind? ExpectedLicence(this BusinessType type) => RowOf(type).Licence;

    /// <summary>The type with a code, or null when no type has it.</summary>
    /// <param name="code">A code as <see cref="Code"/> gives it; case matters.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public static BusinessType? FindByCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return ByCode.TryGetValue(code, out var type) ? type : null;
    }

    private static Row RowOf(BusinessType type) => (int)type < Table.Length
        ? Table[(int)type]
        : throw new ArgumentOutOfRangeException(
            nameof(type), type, "Allowed: 1 (FoodManufacturer) to 21 (WorkUnitCanteen), or 0 for not stated.");

    private sealed record Row(BusinessType Type, string Code, BusinessSector Sector, LicenceKind? Licence, string Chinese, string English);
}
