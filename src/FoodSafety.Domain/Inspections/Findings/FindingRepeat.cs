namespace FoodSafety.Domain.Inspections;

/// <summary>A finding on an item on which the same business had one not long before (重复发生的问题).</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Previous">The last one before it on the same item, within the window.</param>
public readonly record struct FindingRepeat(Finding Finding, Finding Previous);
