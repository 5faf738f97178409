using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>Conditions that must all hold (且).</summary>
/// <remarks>Nested conjunctions are joined into one when it is built. With no part it always holds.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AllOf : Condition, IEquatable<AllOf>
{
    private readonly JoinedParts<Condition> _parts;
    private ImmutableArray<Condition> _asked;
    private int _hash;

    /// <summary>Joins conditions.</summary>
    /// <param name="parts">The conditions that must all hold.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    /// <exception cref="ArgumentException">Together they are larger than <see cref="ExpressionLimits"/> allow.</exception>
    public AllOf(params ReadOnlySpan<Condition> parts)
        : this(JoinedParts<Condition>.Of(parts, static part => (part as AllOf)?._parts))
    {
    }

    private AllOf(JoinedParts<Condition> parts)
        : base(parts.Size(static part => part.Size)) => _parts = parts;

    /// <summary>The conditions, in the order written.</summary>
    public ImmutableArray<Condition> Parts => _parts.Flat;

    /// <summary>The conditions in the order in which they are asked, custom ones last.</summary>
    internal ImmutableArray<Condition> Asked =>
        _asked.IsDefault ? _asked = Joined.DataFirst(Parts, Size.AsksCustom) : _asked;

    /// <inheritdoc/>
    public bool Equals(AllOf? other) => other is not null && (ReferenceEquals(_parts, other._parts) || Parts.SequenceEqual(other.Parts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AllOf);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Joined.Hash(Parts);

    internal override void Show(ExpressionText text)
    {
        if (Parts.IsEmpty)
        {
            text.Add(Always);
            return;
        }

        text.Join(Parts, " 且 ", " and ", static (text, part) => text.Add(part, inBrackets: part is AnyOf));
    }

    internal override bool Test(IFactSource source)
    {
        foreach (var part in Asked)
        {
            if (!part.Test(source))
            {
                return false;
            }
        }

        return true;
    }
}
