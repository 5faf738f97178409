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
