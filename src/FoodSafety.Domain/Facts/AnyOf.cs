using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>Conditions of which at least one must hold (或).</summary>
/// <remarks>Nested disjunctions are joined into one when it is built. With no part it never holds.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AnyOf : Condition, IEquatable<AnyOf>
{
    /// <summary>Joins conditions.</summary>
    /// <param name="parts">The conditions of which one is enough.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    public AnyOf(params ReadOnlySpan<Condition> parts) =>
        Parts = Joined.Flatten(parts, static part => part is AnyOf any ? any.Parts : default);

    /// <summary>The conditions, in the order written.</summary>
    public ImmutableArray<Condition> Parts { get; }

    /// <inheritdoc/>
    public override BilingualText Text => Joined.Show(Parts, " 或 ", " or ", Never.Text, static part => part is AllOf);

    /// <inheritdoc/>
    public bool Equals(AnyOf? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AnyOf);

    /// <inheritdoc/>
    public override int GetHashCode() => Joined.Hash(Parts);

    internal override bool Test(IFactSource source)
    {
        foreach (var part in Parts)
        {
            if (part.Test(source))
            {
                return true;
            }
        }

        return false;
    }
}
