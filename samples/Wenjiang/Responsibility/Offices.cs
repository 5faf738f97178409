using FoodSafety.Domain.Areas;

namespace Wenjiang.Responsibility;

/// <summary>The keys of the bodies that act, as a platform would have them.</summary>
internal static class Offices
{
    /// <summary>The food-safety office of the district (区食安办).</summary>
    public const string FoodSafety = "510115-food-safety-office";

    /// <summary>The market bureau of the district (区市场监管局).</summary>
    public const string MarketBureau = "510115-market-bureau";

    /// <summary>With whom the cadres of an area sign their commitments.</summary>
    public static string AuthorityOf(AreaCode area) => $"{area.ToShortString()}-authority";
}
