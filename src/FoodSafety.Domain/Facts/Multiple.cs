namespace FoodSafety.Domain.Facts;

/// <summary>A fixed multiple of an expression (倍数): a weight of a score card.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Multiple : NumberExpression, IEquatable<Multiple>
{
    private readonly long _factor;
    private int _hash;

    /// <summary>Multiplies an expression.</summary>
    /// <param name="inner">What is multiplied.</param>
    /// <param name="factor">The factor; its decimals add to those of the expression, six together at most.</param>
    /// <exception cref="ArgumentException">The product could grow out of range, or would need more than six decimals; or it would be larger than <see cref="ExpressionLimits"/> allow.</exception>
    public Multiple(NumberExpression inner, decimal factor)
        : this(inner, factor, Exact.DecimalsOf(factor, nameof(factor)))
    {
    }

    private Multiple(NumberExpression inner, decimal factor, int decimals)
        : base(CheckDecimals(inner, decimals), Bound(inner, factor, decimals, Int128.Min), Bound(inner, factor, decimals, Int128.Max), ExpressionSize.Around(inner.Size))
    {
        Inner = inner;
        Factor = factor;
        _factor = (long)(factor * Exact.Power(decimals));
    }

    /// <summary>What is multiplied.</summary>
    public NumberExpression Inner { get; }

    /// <summary>The factor.</summary>
    public decimal Factor { get; }

    /// <summary>The factor as a whole number of its own smallest units.</summary>
    internal long StoredFactor => _factor;

    /// <inheritdoc/>
    public bool Equals(Multiple? other) => other is not null && (ReferenceEquals(this, other) || (Factor == other.Factor && Inner.Equals(other.Inner)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Multiple);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = HashCode.Combine(Inner, Factor);

    internal override long Stored(IFactSource source) => Inner.Stored(source) * _factor;

    internal override void Show(ExpressionText text) => text.Add($"{Exact.Show(Factor)} × (").Add(Inner).Add(")");

    private static int CheckDecimals(NumberExpression inner, int decimals)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return inner.Decimals + decimals <= Exact.MostDecimals
            ? inner.Decimals + decimals
            : throw new ArgumentException($"The product would need {inner.Decimals + decimals} decimals; allowed are {Exact.MostDecimals}.", nameof(inner));
    }

    private static Int128 Bound(NumberExpression inner, decimal factor, int decimals, Func<Int128, Int128, Int128> choose)
    {
        var whole = (Int128)(factor * Exact.Power(decimals));
        return choose(inner.Least * whole, inner.Most * whole);
    }
}
