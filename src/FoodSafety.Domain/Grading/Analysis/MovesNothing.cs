using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>An adjustment that can apply but never moves a grade (无效调整): the scale ends there, others outweigh it, or there is no grade.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record MovesNothing : PolicyFinding
{
    internal MovesNothing(string clause, FactWitness witness)
        : base([clause]) => Witness = witness;

    /// <summary>An entity to which it applies in vain.</summary>
    public FactWitness Witness { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"调整“{Clauses[0]}”从不改变等级",
        $"the adjustment '{Clauses[0]}' never moves a grade");
}
