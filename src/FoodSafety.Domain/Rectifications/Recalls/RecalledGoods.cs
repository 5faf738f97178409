using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>What is recalled, by whom and how much of it went out (召回对象).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RecalledGoods
{
    /// <summary>Describes what is recalled.</summary>
    /// <param name="business">The business that recalls.</param>
    /// <param name="product">Product and batch, as people read it.</param>
    /// <param name="recallClass">How grave it is.</param>
    /// <param name="total">How much went out, more than 0.</param>
    /// <param name="unit">What is counted: <c>"kg"</c>, <c>"箱"</c>.</param>
    /// <exception cref="ArgumentException">There is no business, or a text is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The class is none of the three, or the total is not more than 0.</exception>
    public RecalledGoods(BusinessId business, string product, RecallClass recallClass, decimal total, string unit)
    {
        TextRule.Name.Check(product);
        TextRule.Name.Check(unit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        if (business.IsNone)
        {
            throw new ArgumentException("A business recalls.", nameof(business));
        }

        recallClass.Named();

        (Business, Product, Class, Total, Unit) = (business, product, recallClass, total, unit);
    }

    /// <summary>The business that recalls.</summary>
    public BusinessId Business { get; }

    /// <summary>Product and batch.</summary>
    public string Product { get; }

    /// <summary>How grave it is.</summary>
    public RecallClass Class { get; }

    /// <summary>How much went out, in <see cref="Unit"/>; more than 0.</summary>
    public decimal Total { get; }

    /// <summary>What is counted.</summary>
    public string Unit { get; }
}

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

/// <summary>How grave what a recall is for is (召回等级): class I is the gravest.</summary>
/// <remarks>The default value 0 is no class.</remarks>
public enum RecallClass
{
    /// <summary>Grave harm to health or death, happened or possible (一级).</summary>
    [BilingualName("一级召回", "class I recall")]
    I = 1,

    /// <summary>Ordinary harm to health, happened or possible (二级).</summary>
    [BilingualName("二级召回", "class II recall")]
    II = 2,

    /// <summary>False labels (三级).</summary>
    [BilingualName("三级召回", "class III recall")]
    III = 3,
}
