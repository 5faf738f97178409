using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>What becomes of recalled goods (召回食品处置).</summary>
/// <remarks>The default value 0 is no way.</remarks>
public enum GoodsDisposal
{
    /// <summary>Destroyed (销毁).</summary>
    [BilingualName("销毁", "destroyed")]
    Destroyed = 1,

    /// <summary>Made harmless (无害化处理).</summary>
    [BilingualName("无害化处理", "made harmless")]
    MadeHarmless = 2,

    /// <summary>Relabelled and sold with a clear notice, where the goods themselves are safe (补救后继续销售).</summary>
    [BilingualName("补救后继续销售", "corrected and sold")]
    Corrected = 3,
}
