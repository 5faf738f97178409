using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Who answers for a business (责任链): the main responsible cadre, and those who assist.</summary>
/// <remarks>
/// "Four levels, four tiers, three steps" (四层四级三阶): the tier tells the level of the main responsible; the second stands
/// one level lower and assists the main one, the third one level lower again and assists the second. Below villages there is
/// nobody, so by default A and B have three steps, C has two (town and village), and D has one (village).
/// </remarks>
/// <param name="Row">The row of the business in the register.</param>
/// <param name="Business">The business.</param>
/// <param name="Tier">The tier for which the chain was made.</param>
/// <param name="Area">The area in which the business stood then.</param>
/// <param name="Links">The steps, the main one first; a step that is vacant stands among them, one that does not exist does not.</param>
public sealed record ResponsibilityChain(int Row, BusinessId Business, Tier Tier, AreaCode Area, ItemList<ChainLink> Links)
{
    /// <summary>The main responsible (主体责任人), never vacant.</summary>
    public ChainLink Main => Links[0];

    /// <summary>The second responsible (二级责任人); null when no such step exists for the tier.</summary>
    public ChainLink? Second => Links.Length > 1 ? Links[1] : null;

    /// <summary>The third responsible (三级责任人); null when no such step exists for the tier.</summary>
    public ChainLink? Third => Links.Length > 2 ? Links[2] : null;

    /// <summary>The cadres from the lowest step up to the main responsible: the way on which overdue work is passed upward (逐级上报).</summary>
    public ItemList<CadreId> EscalationPath => [.. Links.Reverse().Where(link => !link.IsVacant).Select(link => link.Cadre)];
}

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
