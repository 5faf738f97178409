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
