using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using static FoodSafety.Domain.Tests.Facts.FactSamples;

namespace FoodSafety.Domain.Tests.Facts;

public class ConditionTests
{
    [Theory]
    [InlineData(ComparisonOperator.AtLeast, false, true, true)]
    [InlineData(ComparisonOperator.MoreThan, false, false, true)]
    [InlineData(ComparisonOperator.AtMost, true, true, false)]
    [InlineData(ComparisonOperator.LessThan, true, false, false)]
    [InlineData(ComparisonOperator.EqualTo, false, true, false)]
    public void Comparison_OneBelowOnAndAboveTheLimit_Holds(ComparisonOperator @operator, bool below, bool on, bool above)
    {
        var condition = new Comparison(Diners, @operator, 500);

        Assert.Equal(
            (below, on, above),
            (condition.Holds(new FactRecord(Diners.Of(499))), condition.Holds(new FactRecord(Diners.Of(500))), condition.Holds(new FactRecord(Diners.Of(501)))));
    }

    [Theory]
    [InlineData(ComparisonOperator.AtLeast, false, true)]
    [InlineData(ComparisonOperator.MoreThan, false, true)]
    [InlineData(ComparisonOperator.AtMost, true, false)]
    [InlineData(ComparisonOperator.LessThan, true, false)]
    [InlineData(ComparisonOperator.EqualTo, false, false)]
    public void Comparison_LimitFinerThanTheNumber_IsExact(ComparisonOperator @operator, bool below, bool above)
    {
        var condition = new Comparison(Diners, @operator, 499.5m);

        Assert.Equal(
            (below, above),
            (condition.Holds(new FactRecord(Diners.Of(499))), condition.Holds(new FactRecord(Diners.Of(500)))));
    }

    [Fact]
    public void Operators_MakeTheNamedComparisons()
    {
        Assert.Equal(new Comparison(Diners, ComparisonOperator.AtLeast, 5), Diners >= 5);
        Assert.Equal(new Comparison(Diners, ComparisonOperator.AtMost, 5), Diners <= 5);
        Assert.Equal(new Comparison(Diners, ComparisonOperator.MoreThan, 5), Diners > 5);
        Assert.Equal(new Comparison(Diners, ComparisonOperator.LessThan, 5), Diners < 5);
        Assert.Equal(new Comparison(Diners, ComparisonOperator.EqualTo, 5), Diners.Is(5));
        Assert.Equal((Diners >= 5) & (Diners <= 9), Diners.Between(5, 9));
    }

    [Fact]
    public void Between_HighBelowLow_IsRefused() => Assert.Equal(
        "Nothing lies between 9 and 5. (Parameter 'high')",
        Assert.Throws<ArgumentException>(() => Diners.Between(9, 5)).Message);

    [Fact]
    public void Comparison_LimitOrOperatorOutOfRange_IsRefused()
    {
        _ = Diners <= 1_000_000_000_000_000;
        Assert.Equal(
            "A limit lies within ±1000000000000000. (Parameter 'limit')\nActual value was -1000000000000001.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Diners <= -1_000_000_000_000_001).Message.ReplaceLineEndings("\n"));
        Assert.Equal(
            "Allowed: 1 (AtLeast) to 5 (EqualTo). (Parameter 'operator')\nActual value was 0.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Comparison(Diners, default, 1)).Message.ReplaceLineEndings("\n"));
        Assert.Throws<ArgumentNullException>(() => new Comparison(null!, ComparisonOperator.AtLeast, 1));
    }

    [Fact]
    public void Text_NestedCondition_ReadsInBothLanguages()
    {
        var condition = (Diners >= 500 | !Chain) & Kinds.Is(Kind.Shop, Kind.Canteen) & Revenue < 1_234.5m;

        Assert.Equal("(用餐人数 ≥ 500 人 或 非(连锁)) 且 类型为商店、食堂 且 营业收入 < 1,234.5 元", condition.Text.Chinese);
        Assert.Equal("(diners ≥ 500 people or not (chain)) and kind is shop or canteen and revenue < CNY 1,234.5", condition.Text.English);
        Assert.Equal(condition.Text.English, condition.ToString());
    }

    [Theory]
    [InlineData(ComparisonOperator.AtLeast, "≥")]
    [InlineData(ComparisonOperator.MoreThan, ">")]
    [InlineData(ComparisonOperator.AtMost, "≤")]
    [InlineData(ComparisonOperator.LessThan, "<")]
    [InlineData(ComparisonOperator.EqualTo, "=")]
    public void Sign_OfEveryOperator(ComparisonOperator @operator, string sign) =>
        Assert.Equal(sign, new Comparison(Diners, @operator, 1).Sign);

    [Fact]
    public void Text_OfNothing_IsAlwaysOrNever()
    {
        Assert.Equal(new BilingualText("始终", "always"), new AllOf().Text);
        Assert.Equal(new BilingualText("从不", "never"), Condition.Any().Text);
        Assert.True(new AllOf().Holds(FactRecord.Empty));
        Assert.False(Condition.Any().Holds(FactRecord.Empty));
        Assert.True(Condition.Always.Holds(FactRecord.Empty));
        Assert.False(Condition.Never.Holds(FactRecord.Empty));
    }

    [Fact]
    public void And_OfAnd_IsOneListInTheOrderWritten()
    {
        Assert.Equal([Chain, Online, Diners > 1, Revenue > 2], (Chain & (Online & Diners > 1) & Revenue > 2) is AllOf all ? all.Parts : []);
        Assert.Equal([Chain, Online, Diners > 1], new AnyOf(Chain, Online | Diners > 1).Parts);
        Assert.Equal(2, Assert.IsType<AllOf>(Chain & (Online | Diners > 1)).Parts.Length);
        Assert.Same(Chain, Condition.All(Chain));
        Assert.Same(Chain, Condition.Any(Chain));
    }

    [Fact]
    public void Not_OfNot_IsTheCondition() => Assert.Same(Chain, !!Chain);

    [Fact]
    public void Equals_SameStructure_IsEqualWithTheSameHash()
    {
        Assert.All(Enumerable.Zip(Samples(), Samples()), pair =>
        {
            Assert.Equal(pair.First, pair.Second);
            Assert.Equal(pair.First.GetHashCode(), pair.Second.GetHashCode());
        });
        Assert.Equal(Diners >= 1.0m, Diners >= 1.00m);
    }

    [Fact]
    public void Equals_AnyDifference_IsNotEqual()
    {
        var all = Samples();
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(all, condition => Assert.False(condition.Equals(null)));
    }

    [Fact]
    public void Null_IsRefusedEverywhere()
    {
        Assert.Throws<ArgumentNullException>(() => Chain & null!);
        Assert.Throws<ArgumentNullException>(() => Chain | null!);
        Assert.Throws<ArgumentNullException>(() => !(Condition)null!);
        Assert.Throws<ArgumentNullException>(() => Chain.Holds(null!));
        Assert.Throws<ArgumentNullException>(() => new ChoiceIn(null!, [1]));
        Assert.Throws<ArgumentNullException>(() => Condition.Custom("c", ("码", "code"), null!));
    }

    [Fact]
    public void Custom_RunsItsTestAndIsNamed()
    {
        var odd = Condition.Custom("odd", ("奇数", "odd"), source => Diners.In(source) % 2 == 1);

        Assert.True(odd.Holds(new FactRecord(Diners.Of(3))));
        Assert.False(odd.Holds(new FactRecord(Diners.Of(4))));
        Assert.Equal(("odd", "奇数"), (odd.Id, odd.Text.Chinese));
        Assert.Throws<ArgumentException>(() => Condition.Custom("Odd", ("奇数", "odd"), _ => true));
    }

    [Fact]
    public void Comparison_AnyLimit_ComparesAsDecimalsDo() =>
        Gen.Select(Gen.Long[-500, 500], Gen.Long[-5_020, 5_020], Gen.Int[1, 5]).Sample((stored, limit, @operator) =>
        {
            var (value, bound) = (stored / 10m, limit / 100m);
            var expected = (ComparisonOperator)@operator switch
            {
                ComparisonOperator.AtLeast => value >= bound,
                ComparisonOperator.MoreThan => value > bound,
                ComparisonOperator.AtMost => value <= bound,
                ComparisonOperator.LessThan => value < bound,
                _ => value == bound,
            };
            return expected == new Comparison(Balance, (ComparisonOperator)@operator, bound).Holds(new FactRecord(Balance.Of(value)));
        });

    private static Condition[] Samples() =>
    [
        Chain, Online, Condition.Always, Condition.Never, Diners >= 1, Diners > 1, Diners >= 2, Revenue >= 1, Kinds.Is(Kind.Shop), Kinds.Is(Kind.Last),
        Kinds.Is(Kind.Shop, Kind.Canteen), Chain & Online, Online & Chain, Chain | Online, !Chain, !(Chain & Online), Chain & Diners >= 1,
        (Diners + Revenue) >= 1, (Revenue + Diners) >= 1, new AllOf(), new AnyOf(),
    ];
}
