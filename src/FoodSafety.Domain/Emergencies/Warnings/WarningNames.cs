using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

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
}
