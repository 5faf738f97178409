using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>An entity of which a finding is true (例证), to be graded and explained like any other.</summary>
/// <param name="Facts">Its facts; what is not stated does not matter, and reads as unstated.</param>
/// <param name="Assuming">
/// What custom conditions must say of it, since nothing is known about them; <see cref="Condition.Always"/> when they do not matter.
/// </param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FactWitness(FactRecord Facts, Condition Assuming)
{
    /// <summary>The facts, and what is assumed.</summary>
    public override string ToString() =>
        string.Join(", ", Facts.Values) + (Assuming is Constant ? "" : $", assuming {Assuming}");
}
