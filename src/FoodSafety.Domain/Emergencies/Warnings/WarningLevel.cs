namespace FoodSafety.Domain.Emergencies;

/// <summary>The level of a warning (预警级别): 1 red is the highest, 4 blue the lowest.</summary>
/// <remarks>A lower number is a stricter level. The default value 0 is no level. Names are in <see cref="WarningNames"/>.</remarks>
public enum WarningLevel
{
    /// <summary>Level 1 (一级，红色).</summary>
    Red = 1,

    /// <summary>Level 2 (二级，橙色).</summary>
    Orange = 2,

    /// <summary>Level 3 (三级，黄色).</summary>
    Yellow = 3,

    /// <summary>Level 4 (四级，蓝色).</summary>
    Blue = 4,
}
