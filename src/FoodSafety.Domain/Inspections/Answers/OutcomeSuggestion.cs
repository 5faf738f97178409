namespace FoodSafety.Domain.Inspections;

/// <summary>What follows from the answers by the rules (处理建议); the inspectors decide.</summary>
/// <param name="Outcome">The lightest outcome that all items allow; pass when none stands against it.</param>
/// <param name="Reasons">One for each item that is not met, the gravest first; empty when all is in order.</param>
public sealed record OutcomeSuggestion(InspectionOutcome Outcome, ItemList<OutcomeReason> Reasons);
