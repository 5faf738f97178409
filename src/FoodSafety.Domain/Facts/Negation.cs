using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>A condition that must not hold (非).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Negation : Condition, IEquatable<Negation>
{
    /// <summary>Negates a condition.</summary>
    /// <param name="inner">The condition that must not hold.</param>
    public Negation(Condition inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
    }

    /// <summary>The condition that must not hold.</summary>
    public Condition Inner { get; }

    /// <inheritdoc/>
    public override BilingualText Text => ($"非({Inner.Text.Chinese})", $"not ({Inner.Text.English})");

    /// <inheritdoc/>
    public bool Equals(Negation? other) => other is not null && Inner.Equals(other.Inner);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Negation);

    /// <inheritdoc/>
    public override int GetHashCode() => ~Inner.GetHashCode();

    internal override bool Test(IFactSource source) => !Inner.Test(source);
}
