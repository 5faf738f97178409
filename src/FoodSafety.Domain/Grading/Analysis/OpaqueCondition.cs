using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// A custom condition, into which no analysis sees (不透明条件). It is thought of as free: yes and no are both possible, whatever the
/// facts are.
/// </summary>
/// <remarks>
/// So what is said never to happen never happens, whatever the condition says; what is said to happen does if the condition
/// says what the witness assumes.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OpaqueCondition : PolicyFinding
{
    internal OpaqueCondition(ImmutableArray<string> clauses, CustomCondition condition)
        : base(clauses) => Condition = condition;

    /// <summary>The condition.</summary>
    public CustomCondition Condition { get; }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"{QuotedInChinese(Clauses)}使用自定义条件“{Condition.Id}”，分析视其为可真可假",
        $"{Quoted(Clauses)} asks the custom condition '{Condition.Id}', which is thought of as free to say yes or no");
}
