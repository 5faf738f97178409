using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>A part of a condition that could be left out without changing when the condition holds (多余部分).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ChangesNothing : PolicyFinding
{
    internal ChangesNothing(ImmutableArray<string> clauses, Condition part)
        : base(clauses) => Part = part;

    /// <summary>The part.</summary>
    public Condition Part { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"{QuotedInChinese(Clauses)}中“{Part.Text.Chinese}”是多余的，删去后条件不变",
        $"in {Quoted(Clauses)} the part \"{Part.Text.English}\" changes nothing and can be left out");
}
