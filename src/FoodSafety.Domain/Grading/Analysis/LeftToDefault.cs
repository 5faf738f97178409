using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>A region for which no rule is written, so that the default alone decides (仅由兜底条款决定).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record LeftToDefault : PolicyFinding
{
    internal LeftToDefault(string clause, Condition where, bool isExact, FactWitness witness)
        : base([clause]) => (Where, IsExact, Witness) = (where, isExact, witness);

    /// <summary>The region. There are others like it; they may overlap, and together they are all that is left to the default.</summary>
    public Condition Where { get; }

    /// <summary>False when the region is too ragged to list: then all of it lies within <see cref="Where"/>, and there may be rules for the rest.</summary>
    public bool IsExact { get; }

    /// <summary>An entity in the region.</summary>
    public FactWitness Witness { get; }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"仅由兜底条款“{Clauses[0]}”决定{(IsExact ? "" : "的情形均在此范围内")}：{Where.Text.Chinese}",
        $"{(IsExact ? "" : "within this, some is ")}left to the default '{Clauses[0]}': {Where.Text.English}");
}
