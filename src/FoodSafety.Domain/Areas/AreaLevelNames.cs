using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Areas;

/// <summary>What people call the levels of administrative division (行政层级名称).</summary>
public static class AreaLevelNames
{
    /// <summary>The name of the level: <c>区县 / District</c>.</summary>
    /// <param name="level">One of the five levels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is none of the five.</exception>
    public static BilingualText Name(this AreaLevel level) => level.Named() switch
    {
        AreaLevel.Province => ("省", "Province"),
        AreaLevel.City => ("市", "City"),
        AreaLevel.District => ("区县", "District"),
        AreaLevel.Town => ("镇街", "Town"),
        AreaLevel.Village => ("村社区", "Village"),
    };
}
