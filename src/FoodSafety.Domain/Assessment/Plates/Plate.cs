using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>The colour under which an assessed place hangs (绿牌、黄牌、红牌).</summary>
/// <remarks>Numbered from the best; the default value 0 is no plate. Names are in <see cref="PlateNames"/>.</remarks>
public enum Plate
{
    /// <summary>Green (绿牌): well done.</summary>
    Green = 1,

    /// <summary>Yellow (黄牌): a warning.</summary>
    Yellow = 2,

    /// <summary>Red (红牌): failed.</summary>
    Red = 3,
}

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
