using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

/// <summary>The level of a warning (预警级别): 1 red is the highest, 4 blue the lowest.</summary>
/// <remarks>A lower number is a stricter level. The default value 0 is no level.</remarks>
public enum WarningLevel
{
    /// <summary>Level 1 (一级，红色).</summary>
    [BilingualName("一级（红色）", "level 1 (red)")]
    Red = 1,

    /// <summary>Level 2 (二级，橙色).</summary>
    [BilingualName("二级（橙色）", "level 2 (orange)")]
    Orange = 2,

    /// <summary>Level 3 (三级，黄色).</summary>
    [BilingualName("三级（黄色）", "level 3 (yellow)")]
    Yellow = 3,

    /// <summary>Level 4 (四级，蓝色).</summary>
    [BilingualName("四级（蓝色）", "level 4 (blue)")]
    Blue = 4,
}

/// <summary>How bad it would be if what is warned of came about (危害程度), the worst first.</summary>
/// <remarks>The default value 0 is none.</remarks>
public enum WarningSeverity
{
    /// <summary>Extremely severe (特别严重).</summary>
    [BilingualName("特别严重", "extremely severe")]
    ExtremelySevere = 1,

    /// <summary>Severe (严重).</summary>
    [BilingualName("严重", "severe")]
    Severe = 2,

    /// <summary>Fairly severe (较严重).</summary>
    [BilingualName("较严重", "fairly severe")]
    FairlySevere = 3,

    /// <summary>Ordinary (一般).</summary>
    [BilingualName("一般", "ordinary")]
    Ordinary = 4,
}

/// <summary>How likely what is warned of is to come about (发生可能性), the least likely first.</summary>
/// <remarks>The default value 0 is none.</remarks>
public enum WarningLikelihood
{
    /// <summary>Unlikely (不太可能).</summary>
    [BilingualName("不太可能", "unlikely")]
    Unlikely = 1,

    /// <summary>Possible (可能).</summary>
    [BilingualName("可能", "possible")]
    Possible = 2,

    /// <summary>Very likely (很可能).</summary>
    [BilingualName("很可能", "very likely")]
    VeryLikely = 3,

    /// <summary>Almost certain (几乎肯定).</summary>
    [BilingualName("几乎肯定", "almost certain")]
    AlmostCertain = 4,
}
