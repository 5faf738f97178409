using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Facts;

/// <summary>Numbers with their units as people write them, none rounded.</summary>
public class QuantityTextTests
{
    [Theory]
    [InlineData("0", "0 元", "CNY 0")]
    [InlineData("9999.99", "9,999.99 元", "CNY 9,999.99")]
    [InlineData("10000", "1万元", "CNY 10,000")]
    [InlineData("125000", "12.5万元", "CNY 125,000")]
    [InlineData("123400", "12.34万元", "CNY 123,400")]
    [InlineData("123450", "123,450 元", "CNY 123,450")]
    [InlineData("123400.01", "123,400.01 元", "CNY 123,400.01")]
    [InlineData("999999", "999,999 元", "CNY 999,999")]
    [InlineData("3000000", "300万元", "CNY 3 million")]
    [InlineData("20000000", "2,000万元", "CNY 20 million")]
    [InlineData("99999999", "99,999,999 元", "CNY 99,999,999")]
    [InlineData("100000000", "1亿元", "CNY 100 million")]
    [InlineData("125000000", "1.25亿元", "CNY 125 million")]
    [InlineData("123450000", "12,345万元", "CNY 123.45 million")]
    [InlineData("1200000000", "12亿元", "CNY 1.2 billion")]
    [InlineData("-3000000", "-300万元", "CNY -3 million")]
    [InlineData("10000.000000000000000000000001", "10,000.000000000000000000000001 元", "CNY 10,000.000000000000000000000001")]
    public void Of_Money_IsToldInTensWhereTwoDecimalsAreEnough(string value, string chinese, string english) => Assert.Equal(
        new BilingualText(chinese, english), QuantityText.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Units.Yuan));

    [Fact]
    public void Of_OtherUnits_KeepsEveryDigit()
    {
        Assert.Equal(new BilingualText("3,000,000 人", "3,000,000 people"), QuantityText.Of(3_000_000, Units.People));
        Assert.Equal(new BilingualText("480.5 平方米", "480.5 m²"), QuantityText.Of(480.5m, Units.SquareMetres));
        Assert.Equal(new BilingualText("3 个", "3"), QuantityText.Of(3, ("个", "")));
        Assert.Equal(new BilingualText("3", "3"), QuantityText.Of(3, default));
        Assert.Equal(new BilingualText("300万元", "CNY 3 million"), QuantityText.Of(3_000_000, ("元", "yuan")));
    }

    [Fact]
    public void BeforeAnother_LeavesTheUnitOutUnlessItIsMoney()
    {
        Assert.Equal(new BilingualText("100", "100"), QuantityText.BeforeAnother(100, Units.People));
        Assert.Equal(new BilingualText("300万元", "CNY 3 million"), QuantityText.BeforeAnother(3_000_000, Units.Yuan));
    }

    [Fact]
    public void Unit_OfAnExpression_IsThatOfItsPartsWhereAllHaveTheSame()
    {
        var staff = new NumberFact("staff", ("人员", "staff"), Units.People, maximum: 100);
        var guests = new NumberFact("guests", ("客人", "guests"), Units.People, maximum: 100);
        var revenue = new NumberFact("revenue", ("收入", "revenue"), Units.Yuan, decimals: 2, maximum: 1_000_000_000);

        Assert.Equal(Units.People, (staff + guests + 10).Unit);
        Assert.Equal(Units.People, (staff - guests).Named(("差", "difference")).OrElse(0).Unit);
        Assert.Equal(Units.People, new LargestOf(staff, guests).Unit);
        Assert.Equal(default, (staff + revenue).Unit);
        Assert.Equal(default, (staff * 3).Unit);
        Assert.Equal(Units.Yuan, (0.5m * revenue).Unit);
        Assert.Equal(default, (staff + Score.When(staff >= 3, 5)).Unit);
        Assert.Equal("0.5 × revenue ≥ CNY 3 million", (0.5m * revenue >= 3_000_000).Text.English);
        Assert.Equal("0.5 × 收入 ≥ 300万元", (0.5m * revenue >= 3_000_000).Text.Chinese);
        Assert.Equal("staff ≤ guests + 10 people", (staff <= guests + 10).Text.English);
    }
}
