using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Rules;

/// <summary>One thing that law or place rules, with where it comes from (规定及依据).</summary>
/// <param name="Value">What is ruled.</param>
/// <param name="Basis">Where it comes from; <see cref="Citation.Illustrative"/> where nobody said.</param>
/// <typeparam name="T">What is ruled: how many, whether, by when.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Rule<T>(T Value, Citation Basis)
{
    /// <summary>Where it comes from.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Citation Basis { get; init => field = value ?? throw new ArgumentNullException(nameof(Basis)); } = Basis ?? throw new ArgumentNullException(nameof(Basis));
}
