using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>The names of <see cref="Plate"/>.</summary>
public static class PlateNames
{
    /// <summary>The plate as people read it.</summary>
    /// <param name="plate">The plate.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="plate"/> is not one of the named values.</exception>
    public static BilingualText Name(this Plate plate) => plate.Named() switch
    {
        Plate.Green => ("绿牌", "green plate"),
        Plate.Yellow => ("黄牌", "yellow plate"),
        Plate.Red => ("红牌", "red plate"),
    };
}
