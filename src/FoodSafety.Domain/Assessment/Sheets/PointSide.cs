using FoodSafety.Domain.Languages;

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

/// <summary>The names of <see cref="PointSide"/>.</summary>
public static class PointSides
{
    /// <summary>The side as people read it.</summary>
    /// <param name="side">The side.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="side"/> is not one of the named values.</exception>
    public static BilingualText Name(this PointSide side) => side.Named() switch
    {
        PointSide.Positive => ("加分", "points added"),
        PointSide.Negative => ("扣分", "points taken off"),
    };
}
