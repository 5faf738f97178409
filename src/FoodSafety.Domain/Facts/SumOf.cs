using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>The sum of expressions (合计).</summary>
/// <remarks>Nested sums are joined into one. The sum of nothing is refused.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class SumOf : NumberExpression, IEquatable<SumOf>
{
    private readonly JoinedParts<NumberExpression> _parts;
    private readonly Int128 _lowest;
    private readonly Int128 _highest;
    private int _hash;

    /// <summary>Adds expressions.</summary>
    /// <param name="parts">What is added; at least one.</param>
    /// <exception cref="ArgumentException">
    /// There is nothing to add, or the sum could grow out of range; or it would be larger than <see cref="ExpressionLimits"/> allow.
    /// </exception>
    public SumOf(params ReadOnlySpan<NumberExpression> parts)
        : this(JoinedParts<NumberExpression>.Of(parts, static part => (part as SumOf)?._parts))
    {
    }

    private SumOf(JoinedParts<NumberExpression> parts)
        : base(Aligned.Decimals(parts.Given), Aligned.Bound(parts.Given, static part => part.Least, Add), Aligned.Bound(parts.Given, static part => part.Most, Add), parts.Size(static part => part.Size))
    {
        // On the way to a small sum its positive parts alone may be many; no order of adding may overflow.
        _lowest = Aligned.Bound(parts.Given, static part => part is SumOf same ? same._lowest : Math.Min(part.Least, 0), Add);
        _highest = Aligned.Bound(parts.Given, static part => part is SumOf same ? same._highest : Math.Max(part.Most, 0), Add);
        Exact.CheckRange(_lowest, _highest);
        _parts = parts;
    }

    /// <summary>What is added, in the order written.</summary>
    public ImmutableArray<NumberExpression> Parts => _parts.Flat;

    internal override ImmutableArray<NumberExpression> Operands => Parts;

    /// <inheritdoc/>
    public bool Equals(SumOf? other) => other is not null && (ReferenceEquals(_parts, other._parts) || Parts.SequenceEqual(other.Parts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SumOf);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Joined.Hash(Parts);

    internal override long Stored(IFactSource source)
    {
        var sum = 0L;
        foreach (var part in Parts)
        {
            sum += Aligned.Stored(part, source, Decimals);
        }

        return sum;
    }

    internal override void Show(ExpressionText text) => text.Join(Parts, " + ", " + ", static (text, part) => text.Add(part));

    private static Int128 Add(Int128 a, Int128 b) => a + b;
}
