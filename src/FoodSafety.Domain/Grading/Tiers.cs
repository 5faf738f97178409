using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>The tiers in their order (包保分级).</summary>
public static class Tiers
{
    /// <summary>From D, the mildest, to A, the strictest.</summary>
    public static GradeScale<Tier> Scale { get; } = new(
        (Tier.D, ("D 级", "tier D")), (Tier.C, ("C 级", "tier C")), (Tier.B, ("B 级", "tier B")), (Tier.A, ("A 级", "tier A")));

    /// <summary>The name of a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tier"/> is not one of the named values.</exception>
    public static BilingualText Name(this Tier tier) => Scale.NameOf(tier.Named());
}
