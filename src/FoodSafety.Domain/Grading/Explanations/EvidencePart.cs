using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>One named line of a score with its points (评分明细).</summary>
/// <param name="Name">The name of the line.</param>
/// <param name="Value">Its points.</param>
public readonly record struct EvidencePart(BilingualText Name, decimal Value);
