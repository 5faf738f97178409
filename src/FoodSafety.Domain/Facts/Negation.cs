namespace FoodSafety.Domain.Facts;

/// <summary>A condition that must not hold (非).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Negation : Condition, IEquatable<Negation>
{
    private int _hash;

    /// <summary>Negates a condition.</summary>
    /// <param name="inner">The condition that must not hold.</param>
    /// <exception cref="ArgumentException">It would be larger than <see cref="ExpressionLimits"/> allow.</exception>
    public Negation(Condition inner)
        : base(ExpressionSize.Around((inner ?? throw new ArgumentNullException(nameof(inner))).Size)) => Inner = inner;

    /// <summary>The condition that must not hold.</summary>
    public Condition Inner { get; }

    /// <inheritdoc/>
    public bool Equals(Negation? other) => other is not null && (ReferenceEquals(this, other) || Inner.Equals(other.Inner));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Negation);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = ~Inner.GetHashCode();

    internal override bool Test(IFactSource source) => !Inner.Test(source);

    internal override void Show(ExpressionText text) => text.Add("非(", "not (").Add(Inner).Add(")");
}
