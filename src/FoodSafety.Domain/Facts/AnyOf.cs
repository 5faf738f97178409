using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>Conditions of which at least one must hold (或).</summary>
/// <remarks>Nested disjunctions are joined into one when it is built. With no part it never holds.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AnyOf : Condition, IEquatable<AnyOf>
{
    private readonly JoinedParts<Condition> _parts;
    private ImmutableArray<Condition> _asked;
    private int _hash;

    /// <summary>Joins conditions.</summary>
    /// <param name="parts">The conditions of which one is enough.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    /// <exception cref="ArgumentException">Together they are larger than <see cref="ExpressionLimits"/> allow.</exception>
    public AnyOf(params ReadOnlySpan<Condition> parts)
        : this(JoinedParts<Condition>.Of(parts, static part => (part as AnyOf)?._parts))
    {
    }

    private AnyOf(JoinedParts<Condition> parts)
        : base(parts.Size(static part => part.Size)) => _parts = parts;

    /// <summary>The conditions, in the order written.</summary>
    public ImmutableArray<Condition> Parts => _parts.Flat;

    /// <summary>The conditions in the order in which they are asked, custom ones last.</summary>
    internal ImmutableArray<Condition> Asked =>
        _asked.IsDefault ? _asked = Joined.DataFirst(Parts, Size.AsksCustom) : _asked;

    /// <inheritdoc/>
    public bool Equals(AnyOf? other) => other is not null && (ReferenceEquals(_parts, other._parts) || Parts.SequenceEqual(other.Parts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AnyOf);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Joined.Hash(Parts);

    internal override void Show(ExpressionText text)
    {
        if (Parts.IsEmpty)
        {
            text.Add(Never);
            return;
        }

        text.Join(Parts, " 或 ", " or ", static (text, part) => text.Add(part, inBrackets: part is AllOf));
    }

    internal override bool Test(IFactSource source)
    {
        foreach (var part in Asked)
        {
            if (part.Test(source))
            {
                return true;
            }
        }

        return false;
    }
}
