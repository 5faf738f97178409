using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

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
