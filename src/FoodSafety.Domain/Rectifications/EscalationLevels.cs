using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The names of <see cref="EscalationLevel"/>.</summary>
public static class EscalationLevels
{
    /// <summary>The level as people read it.</summary>
    /// <param name="level">The level.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not one of the named values.</exception>
    public static BilingualText Name(this EscalationLevel level) => level.Named() switch
    {
        EscalationLevel.MainCadre => ("主体责任人", "main responsible cadre"),
        EscalationLevel.LevelAbove => ("上一级", "level above"),
    };
}
