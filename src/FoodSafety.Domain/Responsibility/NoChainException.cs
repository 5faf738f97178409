using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The chain of a business was asked for that has none (无责任链).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class NoChainException : InvalidOperationException, IBilingualError
{
    internal NoChainException(BusinessId business, ChainGap? gap)
        : base(Describe(business, gap).English)
    {
        Business = business;
        Gap = gap;
    }

    /// <summary>The business.</summary>
    public BusinessId Business { get; }

    /// <summary>Why nobody is main responsible; null when the business has no tier and so is outside the plan.</summary>
    public ChainGap? Gap { get; }

    /// <summary>The refusal as people read it.</summary>
    public BilingualText Text => Describe(Business, Gap);

    private static BilingualText Describe(BusinessId business, ChainGap? gap)
    {
        var reason = gap is null ? new BilingualText("尚无等级", "it has no tier") : gap.Link.Gap!.Value.Name();
        return ($"{business} 没有责任链：{reason.Chinese}。", $"'{business}' has no chain: {reason.English}.");
    }
}
