using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>Conditions that must all hold (且).</summary>
/// <remarks>Nested conjunctions are joined into one when it is built. With no part it always holds.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AllOf : Condition, IEquatable<AllOf>
{
    /// <summary>Joins conditions.</summary>
    /// <param name="parts">The conditions that must all hold.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    public AllOf(params ReadOnlySpan<Condition> parts) =>
        Parts = Joined.Flatten(parts, static part => part is AllOf all ? all.Parts : default);

    /// <summary>The conditions, in the order written.</summary>
    public ImmutableArray<Condition> Parts { get; }

    /// <inheritdoc/>
    public override BilingualText Text => Joined.Show(Parts, " 且 ", " and ", Always.Text, static part => part is AnyOf);

    /// <inheritdoc/>
    public bool Equals(AllOf? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AllOf);

    /// <inheritdoc/>
    public override int GetHashCode() => Joined.Hash(Parts);

    internal override bool Test(IFactSource source)
    {
        foreach (var part in Parts)
        {
            if (!part.Test(source))
            {
                return false;
            }
        }

        return true;
    }
}
