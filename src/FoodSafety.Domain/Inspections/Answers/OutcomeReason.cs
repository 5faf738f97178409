using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>Why an inspection cannot have a lighter outcome (处理理由): one item that is not met, and what it leads to.</summary>
/// <param name="Outcome">The lightest outcome that the item allows.</param>
/// <param name="Item">The item.</param>
/// <param name="Text">The reason as people read it.</param>
/// <param name="Basis">The rule.</param>
public sealed record OutcomeReason(InspectionOutcome Outcome, ChecklistItemId Item, BilingualText Text, Citation Basis);
