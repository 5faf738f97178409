using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>The named numbers that conditions use, each once, every one after those it is made of.</summary>
internal static class NamedNumbers
{
    public static IReadOnlyList<NamedNumber> In(IEnumerable<Condition> conditions) =>
        [.. ExpressionNodes.In(conditions).OfType<NamedNumber>().Distinct()];
}
