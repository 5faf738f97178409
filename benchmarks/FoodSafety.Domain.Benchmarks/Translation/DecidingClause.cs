using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Translation;

/// <summary>A clause with what it decides.</summary>
/// <param name="When">When it holds.</param>
/// <param name="Tier">The tier it gives; 0 for none.</param>
/// <param name="Number">Its number in the policy.</param>
internal sealed record DecidingClause(Condition When, Tier Tier, byte Number)
{
    /// <summary>Tier and number in one number, as a database stores them.</summary>
    public int Packed => Number * 8 + (int)Tier;
}
