using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>An expression with a name (具名数值), as one line of a score card: explanations show it with its value.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class NamedNumber : NumberExpression, IEquatable<NamedNumber>
{
    private int _hash;

    internal NamedNumber(BilingualText name, NumberExpression inner)
        : base(inner.Decimals, inner.Least, inner.Most, ExpressionSize.Around(inner.Size))
    {
        Name = TextRule.Name.CheckAny(name);
        Inner = inner;
    }

    /// <summary>The name that people see.</summary>
    public BilingualText Name { get; }

    /// <summary>The expression that is named.</summary>
    public NumberExpression Inner { get; }

    /// <inheritdoc/>
    public bool Equals(NamedNumber? other) => other is not null && (ReferenceEquals(this, other) || (Name == other.Name && Inner.Equals(other.Inner)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NamedNumber);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = HashCode.Combine(Name, Inner);

    internal override long Stored(IFactSource source) => Inner.Stored(source);

    internal override void Show(ExpressionText text) => text.Add(Name);
}
