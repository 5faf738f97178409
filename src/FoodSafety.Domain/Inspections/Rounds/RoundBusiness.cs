using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Inspections;

/// <summary>A business that a round has to reach, as it was when the list was fixed (首轮名单).</summary>
/// <param name="Business">The business.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Area">Its area.</param>
public readonly record struct RoundBusiness(BusinessId Business, Tier Tier, AreaCode Area);
