namespace FoodSafety.Domain.Facts;

/// <summary>Brings expressions of different decimals to the finest of them, so that they can be added and compared.</summary>
internal static class Aligned
{
    public static int Decimals(ReadOnlySpan<NumberExpression> parts)
    {
        if (parts.IsEmpty)
        {
            throw new ArgumentException("At least one expression is needed.", nameof(parts));
        }

        var most = 0;
        foreach (var part in parts)
        {
            most = Math.Max(most, part.Decimals);
        }

        return most;
    }

    /// <summary>One bound of each part in the common smallest unit, all put together.</summary>
    public static Int128 Bound(ReadOnlySpan<NumberExpression> parts, Func<NumberExpression, Int128> bound, Func<Int128, Int128, Int128> join)
    {
        var decimals = Decimals(parts);
        var all = In(parts[0]);
        foreach (var part in parts[1..])
        {
            all = join(all, In(part));
        }

        return all;

        Int128 In(NumberExpression part) => bound(part) * Exact.Power(decimals - part.Decimals);
    }

    public static long Stored(NumberExpression part, IFactSource source, int decimals) =>
        part.Stored(source) * Exact.Power(decimals - part.Decimals);
}
