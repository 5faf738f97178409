using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>Which facts conditions read.</summary>
internal static class FactsRead
{
    /// <summary>The facts, ordered by their keys.</summary>
    public static ImmutableArray<IFact> By(IEnumerable<Condition> conditions) =>
        [.. ExpressionNodes.In(conditions)
            .Select(node => node is ChoiceIn choice ? choice.Fact : node as IFact)
            .OfType<IFact>()
            .Distinct()
            .OrderBy(fact => fact.Id, StringComparer.Ordinal)];
}
