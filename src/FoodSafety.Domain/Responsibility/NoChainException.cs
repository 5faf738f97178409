using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The chain of a business was asked for that has none (无责任链).</summary>
public sealed class NoChainException : InvalidOperationException
{
    internal NoChainException(BusinessId business, ChainGap? gap)
        : base($"'{business}' has no chain: {(gap is null ? "it has no tier" : gap.Link.Gap!.Value.Name().English)}.")
    {
        Business = business;
        Gap = gap;
    }

    /// <summary>The business.</summary>
    public BusinessId Business { get; }

    /// <summary>Why nobody is main responsible; null when the business has no tier and so is outside the plan.</summary>
    public ChainGap? Gap { get; }
}
