using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;

namespace GeneratedDistrict.Responsibility;

/// <summary>The keys of the bodies that act, as a platform would have them.</summary>
public static class Offices
{
    /// <summary>The food-safety office of the district (区食安办).</summary>
    public const string FoodSafety = "510115-food-safety-office";

    /// <summary>The market bureau of the district (区市场监管局).</summary>
    public const string MarketBureau = "510115-market-bureau";

    /// <summary>The market station of the town of an area (镇街市场监管所); the bureau for what lies in no town.</summary>
    public static string StationOf(AreaCode area) => area.Ancestor(AreaLevel.Town) is { IsNone: false } town ? $"{town.ToShortString()}-station" : MarketBureau;

    /// <summary>The person in charge of a business (企业负责人).</summary>
    public static string ManagerOf(BusinessId business) => $"{business}-manager";

    /// <summary>With whom the cadres of an area sign their commitments.</summary>
    public static string AuthorityOf(AreaCode area) => $"{area.ToShortString()}-authority";
}
