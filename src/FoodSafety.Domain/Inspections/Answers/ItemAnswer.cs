using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>What was found of one item of the list (项目检查记录).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ItemAnswer
{
    private ItemAnswer(string code, ItemResult result)
    {
        TextRule.Key.Check(code);
        (Code, Result) = (code, result);
    }

    /// <summary>The code of the item in the list.</summary>
    public string Code { get; }

    /// <summary>How it turned out.</summary>
    public ItemResult Result { get; }

    /// <summary>What is not in order (问题描述); empty unless the item is not met.</summary>
    public string Description { get; private init; } = "";

    /// <summary>What it does to food safety; 0 unless the item is not met.</summary>
    public ItemEffect Effect { get; private init; }

    /// <summary>Whether it was put right before the inspectors left (当场整改); false unless stated.</summary>
    public bool IsCorrectedOnTheSpot { get; init; }

    /// <summary>The evidence, in the order given; empty when there is none.</summary>
    public ItemList<EvidenceReference> Evidence { get; init; }

    /// <summary>What was measured, in the order given; empty when nothing was.</summary>
    public ItemList<Measurement> Measurements { get; init; }

    /// <summary>An item that is in order (符合).</summary>
    /// <param name="code">The code of the item.</param>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    public static ItemAnswer Met(string code) => new(code, ItemResult.Met);

    /// <summary>An item that the business has nothing to apply it to (不适用).</summary>
    /// <param name="code">The code of the item.</param>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    public static ItemAnswer NotApplicable(string code) => new(code, ItemResult.NotApplicable);

    /// <summary>An item that is not in order (不符合).</summary>
    /// <param name="code">The code of the item.</param>
    /// <param name="description">What is not in order.</param>
    /// <param name="effect">What it does to food safety.</param>
    /// <exception cref="ArgumentException">The code or the description is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="effect"/> is not one of the named values.</exception>
    public static ItemAnswer NotMet(string code, string description, ItemEffect effect)
    {
        TextRule.Note.Check(description);
        _ = effect.Name();
        return new(code, ItemResult.NotMet) { Description = description, Effect = effect };
    }
}

/// <summary>How an item of the list turned out (项目检查结果).</summary>
/// <remarks>
/// It says nothing of the consequence: that is the <see cref="InspectionOutcome"/> of the whole. Zero, the default, is not answered.
/// </remarks>
public enum ItemResult : byte
{
    /// <summary>In order (符合).</summary>
    [BilingualName("符合", "met")]
    Met = 1,

    /// <summary>Not in order (不符合).</summary>
    [BilingualName("不符合", "not met")]
    NotMet = 2,

    /// <summary>The business has nothing to which the item could apply (不适用).</summary>
    [BilingualName("不适用", "not applicable")]
    NotApplicable = 3,
}

/// <summary>What an item that is not met does to food safety (影响程度), as the inspectors judge it.</summary>
/// <remarks>A higher number is worse. Zero, the default, is of items that are met.</remarks>
public enum ItemEffect : byte
{
    /// <summary>Clearly minor, food safety is not affected (情节显著轻微，不影响食品安全).</summary>
    [BilingualName("情节轻微", "minor")]
    Minor = 1,

    /// <summary>Food safety is affected (影响食品安全).</summary>
    [BilingualName("影响食品安全", "affects food safety")]
    AffectsSafety = 2,

    /// <summary>An accident may follow (有发生食品安全事故潜在风险).</summary>
    [BilingualName("有事故风险", "an accident may follow")]
    AccidentRisk = 3,
}
