using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain;

/// <summary>What a process brings along for a district; whatever was decided about its past is an act (辖区运行设置).</summary>
/// <param name="Areas">The areas.</param>
/// <param name="Calendar">Which days are worked, and in which zone an instant is which day; in China <see cref="WorkingCalendar.China"/>.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DistrictSettings(AreaTree Areas, WorkingCalendar Calendar)
{
    /// <summary>The facts that businesses have.</summary>
    public FactSchema Schema { get; init; } = BusinessFacts.Schema;

    /// <summary>What the district asks of its rectifications.</summary>
    public RectificationRules Rectifications { get; init; } = new();

    /// <summary>Who needs a food-safety director and officers; tiers A and B need a director by default, the practice of most places.</summary>
    public StaffingTimeline Staffing { get; init; } = StaffingRules.ByTier;
}
