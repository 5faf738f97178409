using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Acts;

/// <summary>Why an act is not taken (不予受理), as data; the text is made of it.</summary>
/// <param name="Code">A stable word for the reason.</param>
/// <param name="Text">The reason in words, with what is allowed.</param>
/// <param name="Values">The values that it depends on, by name.</param>
/// <param name="Basis">The source of the rule; null where it is no rule of law.</param>
/// <param name="Allowed">What would be taken; empty where nothing would.</param>
internal sealed record Refusal(string Code, BilingualText Text, ItemList<GuardValue> Values = default, Citation? Basis = null, BilingualText Allowed = default)
{
    /// <summary>The place of the act in its unit, from 0; null when the whole unit is refused.</summary>
    public int? Place { get; init; }
}

/// <summary>A unit was refused; nothing of it was done.</summary>
internal sealed class ActsRefusedException(ItemList<Refusal> refusals) : Exception(TextOf(refusals).English), IBilingualError
{
    /// <summary>Every refusal, in the order of the acts. What follows a refused act was decided without it.</summary>
    public ItemList<Refusal> Refusals { get; } = refusals;

    public BilingualText Text => TextOf(Refusals);

    private static BilingualText TextOf(ItemList<Refusal> refusals) => FaultSummary.Of(("所报事项", "Acts refused"), [.. refusals.Select(TextOf)]);

    private static BilingualText TextOf(Refusal refusal) => refusal.Place is { } place
        ? ($"第 {place + 1} 项：{refusal.Text.Chinese}", $"Act {place + 1}: {refusal.Text.English}")
        : refusal.Text;
}
