using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>The duty of a business to have a food-safety director began or ended with its tier (配备食品安全总监义务的变化).</summary>
/// <param name="Row">The row of the business in the register.</param>
/// <param name="Business">The business.</param>
/// <param name="Tier">Its tier now; null when it has none any more.</param>
/// <param name="Begins">True when it needs a director from now on, false when no longer.</param>
public sealed record DirectorDuty(int Row, BusinessId Business, Tier? Tier, bool Begins)
{
    /// <summary>The change as people read it.</summary>
    public BilingualText Text => Begins
        ? ($"{Business}：升入 {Tier} 级，须配备食品安全总监", $"{Business}: in tier {Tier} now, needs a food-safety director")
        : ($"{Business}：不再属于 A、B 级，可不配备食品安全总监", $"{Business}: no longer in tier A or B, needs no food-safety director");
}
