using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>The largest of several expressions (最大值).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class LargestOf : NumberExpression, IEquatable<LargestOf>
{
    /// <summary>Takes the largest of expressions.</summary>
    /// <param name="parts">The candidates; at least one.</param>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    public LargestOf(params ReadOnlySpan<NumberExpression> parts)
        : this(Joined.Flatten(parts, static part => part is LargestOf same ? same.Parts : default))
    {
    }

    private LargestOf(ImmutableArray<NumberExpression> parts)
        : base(Aligned.Decimals(parts), Aligned.Ranges(parts).Max(r => r.Least), Aligned.Ranges(parts).Max(r => r.Most)) =>
        Parts = parts;

    /// <summary>The candidates, in the order written.</summary>
    public ImmutableArray<NumberExpression> Parts { get; }

    /// <inheritdoc/>
    public override BilingualText Text => Joined.Call("最大值", "largest of", Parts);

    internal override ImmutableArray<NumberExpression> Operands => Parts;

    /// <inheritdoc/>
    public bool Equals(LargestOf? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LargestOf);

    /// <inheritdoc/>
    public override int GetHashCode() => Joined.Hash(Parts);

    internal override long Stored(IFactSource source)
    {
        var found = Aligned.Stored(Parts[0], source, Decimals);
        for (var i = 1; i < Parts.Length; i++)
        {
            found = Math.Max(found, Aligned.Stored(Parts[i], source, Decimals));
        }

        return found;
    }
}
