using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A business without a tier, to which no cadre is tied (未纳入包保).</summary>
/// <param name="Row">The row of the business in the register.</param>
/// <param name="State">Why: it gets no tier, as a closed one, or nobody has graded it yet.</param>
public readonly record struct OutsideBusiness(int Row, GradingState State);
