using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>What people call the ways of disposal.</summary>
public static class GoodsDisposalNames
{
    /// <summary>The name of a way of disposal.</summary>
    /// <param name="disposal">The way.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this GoodsDisposal disposal) => disposal.Named() switch
    {
        GoodsDisposal.Destroyed => ("销毁", "destroyed"),
        GoodsDisposal.MadeHarmless => ("无害化处理", "made harmless"),
        GoodsDisposal.Corrected => ("补救后继续销售", "corrected and sold"),
    };
}
