using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Lifecycles;

/// <summary>A requirement of a step that is not met (未满足的条件): which one, with the values that were looked at.</summary>
/// <param name="Code">What programs call the requirement, in lower case with hyphens: "two-inspectors".</param>
/// <param name="Text">What is required and what was found, in both languages.</param>
/// <param name="Values">The values that were looked at, in the order in which the text names them.</param>
/// <param name="Basis">The rule that requires it; null when it follows from what the thing is.</param>
public sealed record UnmetGuard(string Code, BilingualText Text, ItemList<GuardValue> Values, Citation? Basis = null);
