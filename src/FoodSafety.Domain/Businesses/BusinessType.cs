namespace FoodSafety.Domain.Businesses;

/// <summary>What kind of food business it is (业态): 21 types in four sectors.</summary>
/// <remarks>
/// A business of several kinds has the type of its main one. Zero, the default, is not stated. The numbers are stable, but
/// files hold the codes: see <see cref="BusinessTypes"/>, which also has names, sectors and licences.
/// </remarks>
public enum BusinessType : byte
{
    /// <summary>Manufacturer of ordinary food (普通食品生产企业).</summary>
    FoodManufacturer = 1,

    /// <summary>Manufacturer of special food (特殊食品生产企业): health food, formula for infants or for medical purposes.</summary>
    SpecialFoodManufacturer = 2,

    /// <summary>Manufacturer of food additives (食品添加剂生产企业).</summary>
    FoodAdditiveManufacturer = 3,

    /// <summary>Small food workshop (食品小作坊), under local rules.</summary>
    SmallWorkshop = 4,

    /// <summary>Food wholesaler (食品批发企业).</summary>
    Wholesaler = 5,

    /// <summary>Food retailer (食品零售店): grocery, convenience store.</summary>
    Retailer = 6,

    /// <summary>Supermarket or shopping centre (商场超市).</summary>
    Supermarket = 7,

    /// <summary>Seller of special food (特殊食品销售者).</summary>
    SpecialFoodSeller = 8,

    /// <summary>Organiser of a centralised trading market (集中交易市场开办者), who answers for the sellers in it.</summary>
    MarketOrganiser = 9,

    /// <summary>Third-party platform of online food trade (网络食品交易第三方平台提供者).</summary>
    OnlinePlatform = 10,

    /// <summary>Restaurant (餐馆): catering to the public with a licence.</summary>
    Restaurant = 11,

    /// <summary>Small caterer (小餐饮), under local rules.</summary>
    SmallCaterer = 12,

    /// <summary>Food stall (食品摊贩), under local rules.</summary>
    FoodStall = 13,

    /// <summary>Central kitchen (中央厨房), which prepares dishes for the outlets of a chain.</summary>
    CentralKitchen = 14,

    /// <summary>Collective meal delivery unit (集体用餐配送单位), which cooks centrally and delivers to groups.</summary>
    CollectiveMealDelivery = 15,

    /// <summary>School canteen (学校食堂), primary school to university.</summary>
    SchoolCanteen = 16,

    /// <summary>Kindergarten canteen (幼儿园食堂), nurseries included.</summary>
    KindergartenCanteen = 17,

    /// <summary>Canteen of an elderly care institution (养老机构食堂).</summary>
    ElderlyCareCanteen = 18,

    /// <summary>Hospital canteen (医院食堂).</summary>
    HospitalCanteen = 19,

    /// <summary>Construction site canteen (建筑工地食堂).</summary>
    ConstructionSiteCanteen = 20,

    /// <summary>Work unit canteen (机关企事业单位食堂): of a government body, an enterprise or another organisation.</summary>
    WorkUnitCanteen = 21,
}
