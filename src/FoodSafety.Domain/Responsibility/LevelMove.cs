using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Responsibility;

/// <summary>How many businesses go from the cadres of one level to those of another (层级间转移).</summary>
/// <param name="From">The level whose cadres were main responsible; null for businesses that had no tier.</param>
/// <param name="To">The level whose cadres are main responsible now; null for businesses that have no tier any more.</param>
/// <param name="Businesses">How many.</param>
public readonly record struct LevelMove(AreaLevel? From, AreaLevel? To, long Businesses);
