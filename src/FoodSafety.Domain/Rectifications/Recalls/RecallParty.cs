using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Who takes a step of a recall (召回各方).</summary>
/// <remarks>The default value 0 is nobody.</remarks>
public enum RecallParty
{
    /// <summary>The business that recalls (食品生产经营者).</summary>
    [BilingualName("食品生产经营者", "business")]
    Business = 1,

    /// <summary>The market regulation bureau (市场监管局).</summary>
    [BilingualName("市场监管局", "market regulation bureau")]
    MarketBureau = 2,
}
