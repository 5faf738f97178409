using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>The rules and the reasons for no grade leave nothing to the default (兜底条款从不适用).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DefaultNeverDecides : PolicyFinding
{
    internal DefaultNeverDecides(string clause)
        : base([clause])
    {
    }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"兜底条款“{Clauses[0]}”从不适用：其他条款已覆盖一切情形",
        $"the default '{Clauses[0]}' never decides: other clauses cover everything");
}
