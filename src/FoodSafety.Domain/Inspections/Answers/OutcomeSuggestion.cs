using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>What follows from the answers by the rules (处理建议); the inspectors decide.</summary>
/// <param name="Outcome">The lightest outcome that all items allow; pass when none stands against it.</param>
/// <param name="Reasons">One for each item that is not met, the gravest first; empty when all is in order.</param>
public sealed record OutcomeSuggestion(InspectionOutcome Outcome, ItemList<OutcomeReason> Reasons);

/// <summary>Why an inspection cannot have a lighter outcome (处理理由): one item that is not met, and what it leads to.</summary>
/// <param name="Outcome">The lightest outcome that the item allows.</param>
/// <param name="Item">The item.</param>
/// <param name="Text">The reason as people read it.</param>
/// <param name="Basis">The rule.</param>
public sealed record OutcomeReason(InspectionOutcome Outcome, ChecklistItemId Item, BilingualText Text, Citation Basis);
