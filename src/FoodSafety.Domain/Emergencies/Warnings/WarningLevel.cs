using FoodSafety.Domain.Languages;

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

/// <summary>How bad it would be if what is warned of came about (危害程度), the worst first.</summary>
/// <remarks>The default value 0 is none. Names are in <see cref="WarningNames"/>.</remarks>
public enum WarningSeverity
{
    /// <summary>Extremely severe (特别严重).</summary>
    ExtremelySevere = 1,

    /// <summary>Severe (严重).</summary>
    Severe = 2,

    /// <summary>Fairly severe (较严重).</summary>
    FairlySevere = 3,

    /// <summary>Ordinary (一般).</summary>
    Ordinary = 4,
}

/// <summary>How likely what is warned of is to come about (发生可能性), the least likely first.</summary>
/// <remarks>The default value 0 is none. Names are in <see cref="WarningNames"/>.</remarks>
public enum WarningLikelihood
{
    /// <summary>Unlikely (不太可能).</summary>
    Unlikely = 1,

    /// <summary>Possible (可能).</summary>
    Possible = 2,

    /// <summary>Very likely (很可能).</summary>
    VeryLikely = 3,

    /// <summary>Almost certain (几乎肯定).</summary>
    AlmostCertain = 4,
}

/// <summary>The names of what warnings are described by.</summary>
public static class WarningNames
{
    /// <summary>The level as people read it, with its colour.</summary>
    /// <param name="level">The level.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not one of the named values.</exception>
    public static BilingualText Name(this WarningLevel level) => level.Named() switch
    {
        WarningLevel.Red => ("一级（红色）", "level 1 (red)"),
        WarningLevel.Orange => ("二级（橙色）", "level 2 (orange)"),
        WarningLevel.Yellow => ("三级（黄色）", "level 3 (yellow)"),
        WarningLevel.Blue => ("四级（蓝色）", "level 4 (blue)"),
    };

    /// <summary>The severity as people read it.</summary>
    /// <param name="severity">The severity.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is not one of the named values.</exception>
    public static BilingualText Name(this WarningSeverity severity) => severity.Named() switch
    {
        WarningSeverity.ExtremelySevere => ("特别严重", "extremely severe"),
        WarningSeverity.Severe => ("严重", "severe"),
        WarningSeverity.FairlySevere => ("较严重", "fairly severe"),
        WarningSeverity.Ordinary => ("一般", "ordinary"),
    };

    /// <summary>The likelihood as people read it.</summary>
    /// <param name="likelihood">The likelihood.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="likelihood"/> is not one of the named values.</exception>
    public static BilingualText Name(this WarningLikelihood likelihood) => likelihood.Named() switch
    {
        WarningLikelihood.Unlikely => ("不太可能", "unlikely"),
        WarningLikelihood.Possible => ("可能", "possible"),
        WarningLikelihood.VeryLikely => ("很可能", "very likely"),
        WarningLikelihood.AlmostCertain => ("几乎肯定", "almost certain"),
    };
}
