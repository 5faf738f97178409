using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>The largest of several expressions (最大值).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class LargestOf : NumberExpression, IEquatable<LargestOf>
{
    private readonly JoinedParts<NumberExpression> _parts;
    private readonly Int128 _lowest;
    private readonly Int128 _highest;
    private int _hash;

    /// <summary>Takes the largest of expressions.</summary>
    /// <param name="parts">The candidates; at least one.</param>
    /// <exception cref="ArgumentException">There is no candidate, or one that is out of range in the finest unit; or it would be larger than <see cref="ExpressionLimits"/> allow.</exception>
    public LargestOf(params ReadOnlySpan<NumberExpression> parts)
        : this(JoinedParts<NumberExpression>.Of(parts, static part => (part as LargestOf)?._parts))
    {
    }

    private LargestOf(JoinedParts<NumberExpression> parts)
        : base(Aligned.Decimals(parts.Given), Aligned.Bound(parts.Given, static part => part.Least, Int128.Max), Aligned.Bound(parts.Given, static part => part.Most, Int128.Max), parts.Size(static part => part.Size))
    {
        // Every candidate is read in the finest unit, also one that never counts.
        _lowest = Aligned.Bound(parts.Given, static part => part is LargestOf same ? same._lowest : part.Least, Int128.Min);
        _highest = Aligned.Bound(parts.Given, static part => part is LargestOf same ? same._highest : part.Most, Int128.Max);
        Exact.CheckRange(_lowest, _highest);
        _parts = parts;
    }

    /// <summary>The candidates, in the order written.</summary>
    public ImmutableArray<NumberExpression> Parts => _parts.Flat;

    internal override ImmutableArray<NumberExpression> Operands => Parts;

    /// <inheritdoc/>
    public bool Equals(LargestOf? other) => other is not null && (ReferenceEquals(_parts, other._parts) || Parts.SequenceEqual(other.Parts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LargestOf);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Joined.Hash(Parts);

    internal override long Stored(IFactSource source)
    {
        var parts = Parts;
        var found = Aligned.Stored(parts[0], source, Decimals);
        for (var i = 1; i < parts.Length; i++)
        {
            found = Math.Max(found, Aligned.Stored(parts[i], source, Decimals));
        }

        return found;
    }

    internal override void Show(ExpressionText text) => Joined.Call(text, "最大值", "largest of", Parts);
}
