using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>Brings expressions of different decimals to the finest of them, so that they can be added and compared.</summary>
internal static class Aligned
{
    public static int Decimals(ImmutableArray<NumberExpression> parts) => parts.IsEmpty
        ? throw new ArgumentException("At least one expression is needed.", nameof(parts))
        : parts.Max(part => part.Decimals);

    public static IEnumerable<(Int128 Least, Int128 Most)> Ranges(ImmutableArray<NumberExpression> parts)
    {
        var decimals = Decimals(parts);
        return parts.Select(part => ((Int128)part.Least * Exact.Power(decimals - part.Decimals), (Int128)part.Most * Exact.Power(decimals - part.Decimals)));
    }

    public static long Stored(NumberExpression part, IFactSource source, int decimals) =>
        part.Stored(source) * Exact.Power(decimals - part.Decimals);
}
