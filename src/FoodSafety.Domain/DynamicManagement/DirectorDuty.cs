using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.SelfControl;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>The duty of a business to have a food-safety director began or ended (配备食品安全总监义务的变化).</summary>
/// <param name="Row">The row of the business in the register.</param>
/// <param name="Business">The business.</param>
/// <param name="Tier">Its tier now; null when it has none any more.</param>
/// <param name="Begins">True when it needs a director from now on, false when no longer.</param>
/// <param name="Rule">The rule that requires the director; where the duty ends, the one that did.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DirectorDuty(int Row, BusinessId Business, Tier? Tier, bool Begins, StaffingRule Rule)
{
    /// <summary>The change as people read it.</summary>
    public BilingualText Text => Begins
        ? ($"{Business}：须配备食品安全总监（{Rule.Reason.Chinese}）", $"{Business}: needs a food-safety director ({Rule.Reason.English})")
        : ($"{Business}：不再须配备食品安全总监（原因曾为{Rule.Reason.Chinese}）", $"{Business}: needs no food-safety director any more (it did for: {Rule.Reason.English})");
}
