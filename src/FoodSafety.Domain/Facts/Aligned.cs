using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>Brings expressions of different decimals to the finest of them, so that they can be added and compared.</summary>
internal static class Aligned
{
    public static int Decimals(ImmutableArray<NumberExpression> parts) => parts.IsEmpty
        ? throw new ArgumentException("At least one expression is needed.", nameof(parts))
        : parts.Max(part => part.Decimals);

    /// <summary>The range of each part in the common smallest unit; all must be storable, for they are read in that unit.</summary>
    /// <exception cref="ArgumentException">A part is out of range in the finest unit.</exception>
    public static IEnumerable<(Int128 Least, Int128 Most)> Ranges(ImmutableArray<NumberExpression> parts)
    {
        var decimals = Decimals(parts);
        return parts.Select(part => Exact.CheckRange(
            (Int128)part.Least * Exact.Power(decimals - part.Decimals), (Int128)part.Most * Exact.Power(decimals - part.Decimals)));
    }

    public static long Stored(NumberExpression part, IFactSource source, int decimals) =>
        part.Stored(source) * Exact.Power(decimals - part.Decimals);
}
