using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Lifecycles;

/// <summary>A requirement of a step that is not met (未满足的条件): which one, with the values that were looked at.</summary>
/// <param name="Code">What programs call the requirement, in lower case with hyphens: "two-inspectors".</param>
/// <param name="Text">What is required and what was found, in both languages.</param>
/// <param name="Values">The values that were looked at, in the order in which the text names them.</param>
/// <param name="Basis">The rule that requires it; null when it follows from what the thing is.</param>
public sealed record UnmetGuard(string Code, BilingualText Text, ItemList<GuardValue> Values, Citation? Basis = null);

/// <summary>A value that a requirement looked at (条件取值): "inspectors" = "1", "at-least" = "2".</summary>
/// <param name="Name">What programs call it, in lower case with hyphens.</param>
/// <param name="Value">The value, written as in files: invariant numbers, ISO dates, ids, codes of states and kinds.</param>
public readonly record struct GuardValue(string Name, string Value);

/// <summary>A step that the state allows, with what still stands in its way (可选操作): a button, and why it is greyed out.</summary>
/// <typeparam name="TStep">The enum of steps.</typeparam>
/// <param name="Step">The step.</param>
/// <param name="Unmet">What is required and not met; empty when the step can be taken.</param>
public sealed record StepOption<TStep>(TStep Step, ItemList<UnmetGuard> Unmet)
    where TStep : struct, Enum
{
    /// <summary>True when nothing stands in the way.</summary>
    public bool IsAllowed => Unmet.IsEmpty;
}
