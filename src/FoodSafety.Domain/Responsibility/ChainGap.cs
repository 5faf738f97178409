namespace FoodSafety.Domain.Responsibility;

/// <summary>A step of a business that is not held at its own level, or by nobody (责任链缺口).</summary>
/// <param name="Row">The row of the business in the register.</param>
/// <param name="Link">The step, with the reason.</param>
public sealed record ChainGap(int Row, ChainLink Link);
