using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>The colour under which an assessed place hangs (绿牌、黄牌、红牌).</summary>
/// <remarks>Numbered from the best; the default value 0 is no plate.</remarks>
public enum Plate
{
    /// <summary>Green (绿牌): well done.</summary>
    [BilingualName("绿牌", "green plate")]
    Green = 1,

    /// <summary>Yellow (黄牌): a warning.</summary>
    [BilingualName("黄牌", "yellow plate")]
    Yellow = 2,

    /// <summary>Red (红牌): failed.</summary>
    [BilingualName("红牌", "red plate")]
    Red = 3,
}
