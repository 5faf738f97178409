using System.Numerics;

namespace FoodSafety.Domain.Languages;

/// <summary>A number as a quotient of whole numbers, which is never rounded: what a limit is compared with, and what is shown beside it.</summary>
internal readonly struct Ratio : IComparable<Ratio>
{
    private readonly BigInteger _part;
    private readonly BigInteger _whole;

    private Ratio(BigInteger part, BigInteger whole) => (_part, _whole) = (part, whole);

    /// <param name="part">The dividend.</param>
    /// <param name="whole">The divisor, more than 0.</param>
    public static Ratio Of(long part, long whole) => new(part, whole);

    public static Ratio Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return new(new BigInteger(new decimal(bits[0], bits[1], bits[2], value < 0, 0)), BigInteger.Pow(10, value.Scale));
    }

    public static Ratio operator *(Ratio left, Ratio right) => new(left._part * right._part, left._whole * right._whole);

    public int CompareTo(Ratio other) => (_part * other._whole).CompareTo(other._part * _whole);

    /// <summary>The least whole number that is not below it.</summary>
    public BigInteger Ceiling() => -Floor(-_part, _whole);

    /// <summary>Rounded to so many decimals, half away from zero.</summary>
    public Ratio Rounded(int decimals)
    {
        var unit = BigInteger.Pow(10, decimals);
        var units = Floor(2 * BigInteger.Abs(_part) * unit + _whole, 2 * _whole);
        return new(_part.Sign < 0 ? -units : units, unit);
    }

    /// <summary>The digits of what was rounded to so many decimals.</summary>
    public string Digits(int decimals)
    {
        var digits = BigInteger.Abs(_part).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var text = decimals == 0 ? digits : $"{digits[..^decimals]}.{digits[^decimals..]}";
        return _part.Sign < 0 ? "-" + text : text;
    }

    private static BigInteger Floor(BigInteger part, BigInteger whole)
    {
        var quotient = BigInteger.DivRem(part, whole, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }
}
