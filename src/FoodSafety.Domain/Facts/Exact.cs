using System.Globalization;

namespace FoodSafety.Domain.Facts;

/// <summary>
/// Exact decimal numbers as whole counts of their smallest unit. A 64-bit count compares and adds far faster than
/// <see cref="decimal"/>, and never rounds.
/// </summary>
internal static class Exact
{
    public const int MostDecimals = 6;

    /// <summary>No expression may leave this range, so that a sum or product of stored values cannot overflow.</summary>
    public const long MostStored = 4_000_000_000_000_000_000;

    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    public static long Power(int decimals) => Powers[decimals];

    public static decimal ToDecimal(long stored, int decimals)
    {
        if (decimals == 0)
        {
            return stored;
        }

        // Putting the digits and the point together is many times faster than dividing.
        var digits = unchecked(stored < 0 ? -stored : stored);
        return unchecked(new decimal((int)digits, (int)(digits >> 32), 0, stored < 0, (byte)decimals));
    }

    public static long Floor(decimal value, int decimals) => Clamp(decimal.Floor(value * Power(decimals)));

    public static long Ceiling(decimal value, int decimals) => Clamp(decimal.Ceiling(value * Power(decimals)));

    /// <summary>The stored count of a value, or null when the value is finer than the smallest unit.</summary>
    public static long? TryStore(decimal value, int decimals)
    {
        if (Math.Abs(value) > MostStored)
        {
            return null;
        }

        var scaled = value * Power(decimals);
        return decimal.Truncate(scaled) == scaled && Math.Abs(scaled) <= MostStored ? (long)scaled : null;
    }

    /// <summary>
    /// Does what <see cref="TryStore"/> does without decimal arithmetic, for values of at most 18 digits written with no more
    /// decimals than are stored; of others it says false.
    /// </summary>
    public static bool TryStoreFast(decimal value, int decimals, out long stored)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        unchecked
        {
            var digits = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
            var finer = decimals - value.Scale;
            if (parts[2] != 0 || finer < 0 || digits > MostStored / 1_000_000)
            {
                stored = 0;
                return false;
            }

            stored = (long)digits * Powers[finer] * (parts[3] < 0 ? -1 : 1);
            return true;
        }
    }

    /// <summary>How many decimals a number needs: 1.50 needs one.</summary>
    public static int DecimalsOf(decimal value, string parameter) => FindDecimals(value) ??
        throw new ArgumentOutOfRangeException(parameter, value, $"A number has at most {MostDecimals} decimals and stays within ±{MostStored} smallest units.");

    /// <summary>The same, or null when the number is too fine or too large.</summary>
    public static int? FindDecimals(decimal value)
    {
        for (var decimals = 0; decimals <= MostDecimals; decimals++)
        {
            if (TryStore(value, decimals) is not null)
            {
                return decimals;
            }
        }

        return null;
    }

    public static (Int128 Least, Int128 Most) CheckRange(Int128 least, Int128 most) => least >= -MostStored && most <= MostStored
        ? (least, most)
        : throw new ArgumentException($"The expression can reach {least} to {most} smallest units; allowed is ±{MostStored}. Declare narrower ranges for its facts.");

    /// <summary>All digits, in groups of three: a limit may be finer than the number it is shown beside.</summary>
    public static string Show(decimal value) => value.ToString("#,0.############################", CultureInfo.InvariantCulture);

    private static long Clamp(decimal value) => (long)Math.Clamp(value, -MostStored - 1m, MostStored + 1m);
}
