using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Areas;

/// <summary>The five levels of administrative division (行政层级), from the widest to the narrowest.</summary>
/// <remarks>
/// A lower number is a higher level. The default value 0 is no level: it is the level of the code that names no area.
/// The levels of the district that this library models are the last four, 市、区、镇(街)、村(社区).
/// </remarks>
public enum AreaLevel
{
    /// <summary>Province, autonomous region or municipality under the State Council (省级).</summary>
    [BilingualName("省", "Province")]
    Province = 1,

    /// <summary>Prefecture-level city, prefecture or league (市级).</summary>
    [BilingualName("市", "City")]
    City = 2,

    /// <summary>District, county or county-level city (区县级).</summary>
    [BilingualName("区县", "District")]
    District = 3,

    /// <summary>Town, township or street (镇街级).</summary>
    [BilingualName("镇街", "Town")]
    Town = 4,

    /// <summary>Village or urban community (村社区级).</summary>
    [BilingualName("村社区", "Village")]
    Village = 5,
}
