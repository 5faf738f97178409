using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>The smallest of several expressions (最小值).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class SmallestOf : NumberExpression, IEquatable<SmallestOf>
{
    /// <summary>Takes the smallest of expressions.</summary>
    /// <param name="parts">The candidates; at least one.</param>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    public SmallestOf(params ReadOnlySpan<NumberExpression> parts)
        : this(Joined.Flatten(parts, static part => part is SmallestOf same ? same.Parts : default))
    {
    }

    private SmallestOf(ImmutableArray<NumberExpression> parts)
        : base(Aligned.Decimals(parts), Aligned.Ranges(parts).Min(r => r.Least), Aligned.Ranges(parts).Min(r => r.Most)) =>
        Parts = parts;

    /// <summary>The candidates, in the order written.</summary>
    public ImmutableArray<NumberExpression> Parts { get; }

    /// <inheritdoc/>
    public override BilingualText Text => Joined.Call("最小值", "smallest of", Parts);

    internal override ImmutableArray<NumberExpression> Operands => Parts;

    /// <inheritdoc/>
    public bool Equals(SmallestOf? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SmallestOf);

    /// <inheritdoc/>
    public override int GetHashCode() => Joined.Hash(Parts);

    internal override long Stored(IFactSource source)
    {
        var found = Aligned.Stored(Parts[0], source, Decimals);
        for (var i = 1; i < Parts.Length; i++)
        {
            found = Math.Min(found, Aligned.Stored(Parts[i], source, Decimals));
        }

        return found;
    }
}
