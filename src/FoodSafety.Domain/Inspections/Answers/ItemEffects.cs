using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The names of <see cref="ItemEffect"/>.</summary>
public static class ItemEffects
{
    /// <summary>The effect as people read it.</summary>
    /// <param name="effect">The effect.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="effect"/> is not one of the named values.</exception>
    public static BilingualText Name(this ItemEffect effect) => effect.Named() switch
    {
        ItemEffect.Minor => ("情节轻微", "minor"),
        ItemEffect.AffectsSafety => ("影响食品安全", "affects food safety"),
        ItemEffect.AccidentRisk => ("有事故风险", "an accident may follow"),
    };
}
