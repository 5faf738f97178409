using CsCheck;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Tests.Facts;

public class ExactTests
{
    [Fact]
    public void TryStore_OnAndBeyondTheRange()
    {
        Assert.Equal(Exact.MostStored, Exact.TryStore(4_000_000_000_000_000_000m, 0));
        Assert.Equal(-Exact.MostStored, Exact.TryStore(-4_000_000_000_000m, 6));
        Assert.Null(Exact.TryStore(4_000_000_000_000_000_001m, 0));
        Assert.Null(Exact.TryStore(4_000_000_000_000.000001m, 6));
        Assert.Null(Exact.TryStore(decimal.MaxValue, 6));
        Assert.Null(Exact.TryStore(0.05m, 1));
    }

    [Theory]
    [InlineData(1.5, 1, 2)]
    [InlineData(-1.5, -2, -1)]
    [InlineData(2, 2, 2)]
    public void FloorAndCeiling_EncloseTheValue(double value, long floor, long ceiling) =>
        Assert.Equal((floor, ceiling), (Exact.Floor((decimal)value, 0), Exact.Ceiling((decimal)value, 0)));

    [Fact]
    public void FloorAndCeiling_BeyondTheRange_StopOneUnitOutside()
    {
        Assert.Equal(Exact.MostStored + 1, Exact.Floor(1_000_000_000_000_000, 6));
        Assert.Equal(-Exact.MostStored - 1, Exact.Ceiling(-1_000_000_000_000_000, 6));
    }

    [Theory]
    [InlineData("1.50", 1)]
    [InlineData("0.000001", 6)]
    [InlineData("-20", 0)]
    public void DecimalsOf_CountsThoseThatMatter(string value, int decimals) =>
        Assert.Equal(decimals, Exact.DecimalsOf(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), "value"));

    [Fact]
    public void ToDecimal_OfWhatWasStored_IsTheValue() =>
        Gen.Select(Gen.Long[-Exact.MostStored, Exact.MostStored], Gen.Int[0, Exact.MostDecimals]).Sample((stored, decimals) =>
            Exact.TryStore(Exact.ToDecimal(stored, decimals), decimals) == stored);

    [Theory]
    [InlineData(1234567.8, "1,234,567.8")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(0, "0")]
    public void Show_GroupsThousandsAndDropsZeros(double value, string text) => Assert.Equal(text, Exact.Show((decimal)value));
}
