using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Facts;

/// <summary>Reading a fact of a source, whatever kind of source it is.</summary>
internal static class FactReading
{
    /// <summary>What <see cref="IFactSource.Read"/> gives, for a row of a table without a call through the interface.</summary>
    /// <remarks>Bulk grading shows custom conditions rows, and a process that has seen other sources too cannot guess which comes next.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long StoredOf(this IFactSource source, IFact fact) => source is FactRow row ? row.Read(fact) : source.Read(fact);
}

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
