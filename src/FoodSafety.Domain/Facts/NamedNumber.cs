using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>An expression with a name (具名数值), as one line of a score card: explanations show it with its value.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class NamedNumber : NumberExpression, IEquatable<NamedNumber>
{
    internal NamedNumber(BilingualText name, NumberExpression inner)
        : base(inner.Decimals, inner.Least, inner.Most)
    {
        Name = name;
        Inner = inner;
    }

    /// <summary>The name that people see.</summary>
    public BilingualText Name { get; }

    /// <summary>The expression that is named.</summary>
    public NumberExpression Inner { get; }

    /// <inheritdoc/>
    public override BilingualText Text => Name;

    /// <inheritdoc/>
    public bool Equals(NamedNumber? other) => other is not null && Name == other.Name && Inner.Equals(other.Inner);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NamedNumber);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Inner);

    internal override long Stored(IFactSource source) => Inner.Stored(source);
}
