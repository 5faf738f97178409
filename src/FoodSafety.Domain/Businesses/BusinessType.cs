using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>What kind of food business it is (业态): 21 types in four sectors.</summary>
/// <remarks>
/// A business of several kinds has the type of its main one. Zero, the default, is not stated. The numbers are stable, but
/// files hold the codes. Sectors and licences are in <see cref="BusinessTypes"/>.
/// </remarks>
[BilingualNameOfNone("未填报", "Not stated")]
public enum BusinessType : byte
{
    /// <summary>Manufacturer of ordinary food (普通食品生产企业).</summary>
    [BilingualName("普通食品生产企业", "Food manufacturer")]
    FoodManufacturer = 1,

    /// <summary>Manufacturer of special food (特殊食品生产企业): health food, formula for infants or for medical purposes.</summary>
    [BilingualName("特殊食品生产企业", "Special food manufacturer")]
    SpecialFoodManufacturer = 2,

    /// <summary>Manufacturer of food additives (食品添加剂生产企业).</summary>
    [BilingualName("食品添加剂生产企业", "Food additive manufacturer")]
    FoodAdditiveManufacturer = 3,

    /// <summary>Small food workshop (食品小作坊), under local rules.</summary>
    [BilingualName("食品小作坊", "Small food workshop")]
    SmallWorkshop = 4,

    /// <summary>Food wholesaler (食品批发企业).</summary>
    [BilingualName("食品批发企业", "Food wholesaler")]
    Wholesaler = 5,

    /// <summary>Food retailer (食品零售店): grocery, convenience store.</summary>
    [BilingualName("食品零售店", "Food retailer")]
    Retailer = 6,

    /// <summary>Supermarket or shopping centre (商场超市).</summary>
    [BilingualName("商场超市", "Supermarket")]
    Supermarket = 7,

    /// <summary>Seller of special food (特殊食品销售者).</summary>
    [BilingualName("特殊食品销售者", "Special food seller")]
    SpecialFoodSeller = 8,

    /// <summary>Organiser of a centralised trading market (集中交易市场开办者), who answers for the sellers in it.</summary>
    [BilingualName("集中交易市场开办者", "Market organiser")]
    MarketOrganiser = 9,

    /// <summary>Third-party platform of online food trade (网络食品交易第三方平台提供者).</summary>
    [BilingualName("网络食品交易第三方平台提供者", "Online food trading platform")]
    OnlinePlatform = 10,

    /// <summary>Restaurant (餐馆): catering to the public with a licence.</summary>
    [BilingualName("餐馆", "Restaurant")]
    Restaurant = 11,

    /// <summary>Small caterer (小餐饮), under local rules.</summary>
    [BilingualName("小餐饮", "Small caterer")]
    SmallCaterer = 12,

    /// <summary>Food stall (食品摊贩), under local rules.</summary>
    [BilingualName("食品摊贩", "Food stall")]
    FoodStall = 13,

    /// <summary>Central kitchen (中央厨房), which prepares dishes for the outlets of a chain.</summary>
    [BilingualName("中央厨房", "Central kitchen")]
    CentralKitchen = 14,

    /// <summary>Collective meal delivery unit (集体用餐配送单位), which cooks centrally and delivers to groups.</summary>
    [BilingualName("集体用餐配送单位", "Collective meal delivery unit")]
    CollectiveMealDelivery = 15,

    /// <summary>School canteen (学校食堂), primary school to university.</summary>
    [BilingualName("学校食堂", "School canteen")]
    SchoolCanteen = 16,

    /// <summary>Kindergarten canteen (幼儿园食堂), nurseries included.</summary>
    [BilingualName("幼儿园食堂", "Kindergarten canteen")]
    KindergartenCanteen = 17,

    /// <summary>Canteen of an elderly care institution (养老机构食堂).</summary>
    [BilingualName("养老机构食堂", "Elderly care canteen")]
    ElderlyCareCanteen = 18,

    /// <summary>Hospital canteen (医院食堂).</summary>
    [BilingualName("医院食堂", "Hospital canteen")]
    HospitalCanteen = 19,

    /// <summary>Construction site canteen (建筑工地食堂).</summary>
    [BilingualName("建筑工地食堂", "Construction site canteen")]
    ConstructionSiteCanteen = 20,

    /// <summary>Work unit canteen (机关企事业单位食堂): of a government body, an enterprise or another organisation.</summary>
    [BilingualName("机关企事业单位食堂", "Work unit canteen")]
    WorkUnitCanteen = 21,
}

/// <summary>The sectors and licences of all values of <see cref="BusinessType"/>.</summary>
public static class BusinessTypes
{
    // One row for each type, at the index that is its number; the first is of the default value.
    private static readonly Row[] Table =
    [
        new(0, 0, null),
        new(BusinessType.FoodManufacturer, BusinessSector.Production, LicenceKind.Production),
        new(BusinessType.SpecialFoodManufacturer, BusinessSector.Production, LicenceKind.Production),
        new(BusinessType.FoodAdditiveManufacturer, BusinessSector.Production, LicenceKind.Production),
        new(BusinessType.SmallWorkshop, BusinessSector.Production, null),
        new(BusinessType.Wholesaler, BusinessSector.Sales, LicenceKind.Trade),
        new(BusinessType.Retailer, BusinessSector.Sales, LicenceKind.Trade),
        new(BusinessType.Supermarket, BusinessSector.Sales, LicenceKind.Trade),
        new(BusinessType.SpecialFoodSeller, BusinessSector.Sales, LicenceKind.Trade),
        new(BusinessType.MarketOrganiser, BusinessSector.Sales, null),
        new(BusinessType.OnlinePlatform, BusinessSector.Sales, null),
        new(BusinessType.Restaurant, BusinessSector.Catering, LicenceKind.Trade),
        new(BusinessType.SmallCaterer, BusinessSector.Catering, null),
        new(BusinessType.FoodStall, BusinessSector.Catering, null),
        new(BusinessType.CentralKitchen, BusinessSector.Catering, LicenceKind.Trade),
        new(BusinessType.CollectiveMealDelivery, BusinessSector.Catering, LicenceKind.Trade),
        new(BusinessType.SchoolCanteen, BusinessSector.Canteen, LicenceKind.Trade),
        new(BusinessType.KindergartenCanteen, BusinessSector.Canteen, LicenceKind.Trade),
        new(BusinessType.ElderlyCareCanteen, BusinessSector.Canteen, LicenceKind.Trade),
        new(BusinessType.HospitalCanteen, BusinessSector.Canteen, LicenceKind.Trade),
        new(BusinessType.ConstructionSiteCanteen, BusinessSector.Canteen, LicenceKind.Trade),
        new(BusinessType.WorkUnitCanteen, BusinessSector.Canteen, LicenceKind.Trade),
    ];

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

    private static Row RowOf(BusinessType type) => (int)type.NamedOrNone() < Table.Length
        ? Table[(int)type]
        : throw new InvalidOperationException($"{nameof(BusinessType)}.{type} has no row. Allowed: one for each type.");

    private sealed record Row(BusinessType Type, BusinessSector Sector, LicenceKind? Licence);
}
