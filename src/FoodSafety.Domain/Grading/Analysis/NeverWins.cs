using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>A rule, or a reason for no grade, that can hold but never decides, because others always decide there (被遮蔽条款).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NeverWins : PolicyFinding
{
    internal NeverWins(string clause, ImmutableArray<string> hiddenBy, FactWitness witness)
        : base([clause]) => (HiddenBy, Witness) = (hiddenBy, witness);

    /// <summary>The clauses that decide where it holds: all of them, in the order of the policy.</summary>
    public ItemList<string> HiddenBy { get; }

    /// <summary>An entity of which it holds, and that another clause decides.</summary>
    public FactWitness Witness { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"“{Clauses[0]}”从不起决定作用：凡其成立之处，均由{QuotedInChinese(HiddenBy)}决定",
        $"'{Clauses[0]}' can never win: wherever it holds, {Quoted(HiddenBy)} decides");
}
