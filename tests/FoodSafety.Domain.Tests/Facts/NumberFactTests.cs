using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using static FoodSafety.Domain.Tests.Facts.FactSamples;

namespace FoodSafety.Domain.Tests.Facts;

public class NumberFactTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.01", 1)]
    [InlineData("12.30", 1_230)]
    [InlineData("1000000", 100_000_000)]
    public void Of_InRange_StoresSmallestUnits(string value, long stored)
    {
        var made = Revenue.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Same(Revenue, made.Fact);
        Assert.Equal(stored, made.Stored);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1_000_000.01)]
    [InlineData(0.001)]
    [InlineData(1e27)]
    public void Of_OutsideRangeOrTooFine_IsRefused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Revenue.Of((decimal)value));

    [Fact]
    public void Of_Refused_SaysWhatIsAllowed() => Assert.Equal(
        "'balance' allows -50 to 50 with at most 1 decimals. (Parameter 'value')\nActual value was 50.5.",
        Assert.Throws<ArgumentOutOfRangeException>(() => Balance.Of(50.5m)).Message.ReplaceLineEndings("\n"));

    [Fact]
    public void In_NegativeValue_ReadsItBack()
    {
        var record = new FactRecord(Balance.Of(-12.5m));

        Assert.Equal(-12.5m, Balance.In(record));
        Assert.Equal(-125, record.Read(Balance));
    }

    [Fact]
    public void Show_AddsTheUnitWhereThereIsOne()
    {
        Assert.Equal(("1,234.5 元", "CNY 1,234.5"), (Revenue.Show(123_450).Chinese, Revenue.Show(123_450).English));
        Assert.Equal("3", new NumberFact("n", ("数", "number"), ("", "")).Show(3).English);
        Assert.Equal("revenue = CNY 1,234.5", Revenue.Of(1_234.5m).ToString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    public void Constructor_DecimalsOutOfRange_AreRefused(int decimals) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(decimals), () => new NumberFact("n", ("数", "number"), ("", ""), decimals));

    [Fact]
    public void Constructor_EmptyRange_IsRefused() => Assert.Equal(
        "The range 2 to 1 of 'n' is empty. (Parameter 'maximum')",
        Assert.Throws<ArgumentException>(() => new NumberFact("n", ("数", "number"), ("", ""), minimum: 2, maximum: 1)).Message);

    [Fact]
    public void Constructor_BoundFinerThanTheUnitOrTooLarge_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("maximum", () => new NumberFact("n", ("数", "number"), ("", ""), maximum: 1.5m));
        Assert.Throws<ArgumentOutOfRangeException>("minimum", () => new NumberFact("n", ("数", "number"), ("", ""), minimum: -4_000_000_000_000_000_001m));
        Assert.Throws<ArgumentOutOfRangeException>("maximum", () => new NumberFact("n", ("数", "number"), ("", ""), decimals: 6, maximum: 5_000_000_000_000));
        _ = new NumberFact("n", ("数", "number"), ("", ""), minimum: -4_000_000_000_000_000_000m, maximum: 4_000_000_000_000_000_000m);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Diners")]
    [InlineData("1st")]
    [InlineData("two words")]
    [InlineData("用餐")]
    public void Constructor_MalformedKey_IsRefused(string id) =>
        Assert.Equal(nameof(id), Assert.ThrowsAny<ArgumentException>(() => new NumberFact(id, ("数", "number"), ("", ""))).ParamName);

    [Fact]
    public void Constructor_KeyOf64Characters_IsTheLongest()
    {
        _ = new FlagFact(new string('a', 64), ("标", "flag"));
        var id = new string('a', 65);
        Assert.Equal(
            $"The key '{id[..40]}…' is too long: it has 65 characters; allowed: {TextRule.Key.Allowed.English}.",
            Assert.Throws<TextRefusedException>(() => new FlagFact(id, ("标", "flag"))).Text.English);
        Assert.Equal(
            "'Diners' is not a key. Allowed: a lower-case letter, then lower-case letters, digits, dots and hyphens, 64 at most. (Parameter 'id')",
            Assert.Throws<ArgumentException>(() => new FlagFact("Diners", ("标", "flag"))).Message);
    }
}
