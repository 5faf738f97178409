using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>Whether points are added or taken off (正负评价).</summary>
/// <remarks>The default value 0 is no side.</remarks>
public enum PointSide
{
    /// <summary>Added for what was done well (正向评价，加分).</summary>
    [BilingualName("加分", "points added")]
    Positive = 1,

    /// <summary>Taken off for what went wrong (负向评价，扣分).</summary>
    [BilingualName("扣分", "points taken off")]
    Negative = 2,
}
