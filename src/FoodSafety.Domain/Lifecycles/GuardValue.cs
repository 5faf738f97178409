namespace FoodSafety.Domain.Lifecycles;

/// <summary>A value that a requirement looked at (条件取值): "inspectors" = "1", "at-least" = "2".</summary>
/// <param name="Name">What programs call it, in lower case with hyphens.</param>
/// <param name="Value">The value, written as in files: invariant numbers, ISO dates, ids.</param>
public readonly record struct GuardValue(string Name, string Value);
