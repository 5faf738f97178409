namespace FoodSafety.Domain.Assessment;

/// <summary>Whether points are added or taken off (正负评价).</summary>
/// <remarks>The default value 0 is no side. Names are in <see cref="PointSides"/>.</remarks>
public enum PointSide
{
    /// <summary>Added for what was done well (正向评价，加分).</summary>
    Positive = 1,

    /// <summary>Taken off for what went wrong (负向评价，扣分).</summary>
    Negative = 2,
}
