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
