using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Inspections;

/// <summary>The businesses of one tier in one area, of which a draw takes some (抽样层).</summary>
/// <param name="Area">The area.</param>
/// <param name="Tier">The tier.</param>
/// <param name="Size">How many businesses it has; at least one.</param>
/// <param name="Drawn">How many were drawn.</param>
public readonly record struct OversightStratum(AreaCode Area, Tier Tier, int Size, int Drawn);
