using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>The sum of expressions (合计).</summary>
/// <remarks>Nested sums are joined into one. The sum of nothing is refused.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class SumOf : NumberExpression, IEquatable<SumOf>
{
    /// <summary>Adds expressions.</summary>
    /// <param name="parts">What is added; at least one.</param>
    /// <exception cref="ArgumentException">There is nothing to add, or the sum could grow out of range.</exception>
    public SumOf(params ReadOnlySpan<NumberExpression> parts)
        : this(Joined.Flatten(parts, static part => part is SumOf sum ? sum.Parts : default))
    {
    }

    private SumOf(ImmutableArray<NumberExpression> parts)
        : base(Aligned.Decimals(parts), Aligned.Ranges(parts).Aggregate((Int128)0, (sum, r) => sum + r.Least), Aligned.Ranges(parts).Aggregate((Int128)0, (sum, r) => sum + r.Most))
    {
        // On the way to a small sum its positive parts alone may be many; no order of adding may overflow.
        Exact.CheckRange(
            Aligned.Ranges(parts).Aggregate((Int128)0, (sum, r) => sum + Int128.Min(r.Least, 0)),
            Aligned.Ranges(parts).Aggregate((Int128)0, (sum, r) => sum + Int128.Max(r.Most, 0)));
        Parts = parts;
    }

    /// <summary>What is added, in the order written.</summary>
    public ImmutableArray<NumberExpression> Parts { get; }

    /// <inheritdoc/>
    public override BilingualText Text =>
        (string.Join(" + ", Parts.Select(p => p.Text.Chinese)), string.Join(" + ", Parts.Select(p => p.Text.English)));

    internal override ImmutableArray<NumberExpression> Operands => Parts;

    /// <inheritdoc/>
    public bool Equals(SumOf? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SumOf);

    /// <inheritdoc/>
    public override int GetHashCode() => Joined.Hash(Parts);

    internal override long Stored(IFactSource source)
    {
        var sum = 0L;
        foreach (var part in Parts)
        {
            sum += Aligned.Stored(part, source, Decimals);
        }

        return sum;
    }
}
