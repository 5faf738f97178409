using System.Globalization;
using CsCheck;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Languages;

/// <summary>What is shown beside a limit, read back and compared with the limit, is the decision.</summary>
public class NumberTextTests
{
    private static readonly Gen<decimal> Limits = Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, 3], (number, scale) => number / (decimal)Math.Pow(10, scale));

    // Numbers at a limit, or by a little beside it: where rounding would go wrong.
    private static readonly Gen<(decimal Value, decimal Limit)> Near = Gen.Select(
        Limits, Gen.Int[-3, 3], Gen.Int[0, 24],
        (limit, off, scale) => (limit + off * new decimal(1, 0, 0, false, (byte)scale), limit));

    [Fact]
    public void Beside_AnyLimit_ReadsAsTheNumberCompares() => Gen.Select(Near, Limits, Gen.Int[0, 4]).Sample((near, other, decimals) =>
    {
        var shown = decimal.Parse(NumberText.Beside(near.Value, decimals, near.Limit, other), NumberStyles.Number, CultureInfo.InvariantCulture);
        return shown.CompareTo(near.Limit) == near.Value.CompareTo(near.Limit) && shown.CompareTo(other) == near.Value.CompareTo(other);
    });

    [Fact]
    public void Percent_AnyShareAndLimit_ReadsAsTheShareCompares() => Gen.Select(Gen.Int[0, 200_000], Gen.Int[1, 200_000], Gen.Int[0, 10_000], Gen.Int[0, 3]).Sample((part, whole, limit, decimals) =>
    {
        var share = limit / 10_000m;
        var shown = Read(NumberText.Percent(part, whole, decimals, share));
        return Math.Sign(shown.CompareTo(100 * share)) == Math.Sign((part * 10_000L).CompareTo((long)limit * whole))
            && Math.Sign(shown.CompareTo(100)) == Math.Sign(part.CompareTo(whole)) && (shown == 0) == (part == 0);
    });

    [Fact]
    public void Percent_OneBesideALimit_ReadsAsOneBeside() => Gen.Select(Gen.Int[1, 99], Gen.Int[1, 1_000_000_000]).Sample((percent, hundreds) =>
    {
        var whole = 100L * hundreds;
        var at = (long)percent * hundreds;
        var limit = percent / 100m;
        return Read(NumberText.Percent(at, whole, 2, limit)) == percent && Read(NumberText.Percent(at - 1, whole, 2, limit)) < percent && Read(NumberText.Percent(at + 1, whole, 2, limit)) > percent;
    });

    [Theory]
    [InlineData(20_249, 22_500, "89.996%")]
    [InlineData(20_250, 22_500, "90.00%")]
    [InlineData(20_251, 22_500, "90.004%")]
    [InlineData(2, 3, "66.67%")]
    [InlineData(0, 3, "0.00%")]
    [InlineData(1, 1_000_000, "0.0001%")]
    [InlineData(999_999, 1_000_000, "99.9999%")]
    [InlineData(9_223_372_036_854_775_806, 9_223_372_036_854_775_807, "99.99999999999999999%")]
    [InlineData(3, 2, "150.00%")]
    [InlineData(0, 0, "—")]
    public void Percent_BesideNinety_HasAsManyDigitsAsItTakes(long part, long whole, string shown) => Assert.Equal(shown, NumberText.Percent(part, whole, 2, 0.9m));

    [Theory]
    [InlineData("84.995", "84.995")]
    [InlineData("84.99", "84.99")]
    [InlineData("84.9966666666666666666666667", "84.997")]
    [InlineData("85", "85")]
    [InlineData("85.001", "85.001")]
    [InlineData("86.666666666", "86.67")]
    [InlineData("-0.001", "0")]
    [InlineData("-0.00", "0")]
    [InlineData("-12.50", "-12.5")]
    public void Beside_EightyFive_HasAsManyDigitsAsItTakes(string value, string shown) =>
        Assert.Equal(shown, NumberText.Beside(decimal.Parse(value, CultureInfo.InvariantCulture), 2, 85));

    [Theory]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-7.9228162514264337593543950335")]
    [InlineData("0")]
    public void Exact_AnyNumber_KeepsAllItsDigits(string value) => Assert.Equal(value, NumberText.Exact(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Fact]
    public void Exact_ZeroWithSignOrDecimals_IsZero() => Assert.Equal(["0", "0", "1"], new[] { -0.0m, 0.00m, 1.000m }.Select(NumberText.Exact));

    [Fact]
    public void Numbers_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberText.Percent(-1, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberText.Percent(1, -1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberText.Beside(1, 29));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberText.Beside(1, -1));
    }

    private static decimal Read(string percent) => decimal.Parse(percent.TrimEnd('%'), CultureInfo.InvariantCulture);
}
