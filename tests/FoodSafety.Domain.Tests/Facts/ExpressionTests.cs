using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using static FoodSafety.Domain.Tests.Facts.FactSamples;

namespace FoodSafety.Domain.Tests.Facts;

public class ExpressionTests
{
    private static readonly FactRecord Entity = new(Diners.Of(7), Revenue.Of(12.25m), Balance.Of(-3.5m), Chain.Of(true));

    [Fact]
    public void Evaluate_EveryKind_IsExactInTheFinestDecimals()
    {
        AssertIs(15.75m, 2, Diners + Revenue + Balance);
        AssertIs(12.25m, 2, new LargestOf(Diners, Revenue, Balance));
        AssertIs(-3.5m, 2, new SmallestOf(Diners, Revenue, Balance));
        AssertIs(-0.875m, 3, Balance * 0.25m);
        AssertIs(-7m, 0, Diners * -1);
        AssertIs(0m, 0, Diners * 0);
        AssertIs(7m, 0, Diners.Named(("用餐", "dining")));
        AssertIs(1.5m, 1, new Score((Diners < 7, 3), (Diners < 8, 1.5m), (Condition.Always, 9)));
        AssertIs(0m, 0, Score.When(Online.OrElse(false), 4));
        AssertIs(4m, 0, Score.When(Chain, 4));
        AssertIs(27.5m, 2, (Diners + Score.When(Chain, 4)) * 0.5m + new LargestOf(Diners * 3, Revenue) + new SmallestOf(Diners, Score.When(Chain, 1)));

        static void AssertIs(decimal value, int decimals, NumberExpression expression)
        {
            Assert.Equal(value, expression.Evaluate(Entity));
            Assert.Equal(decimals, expression.Decimals);
        }
    }

    [Fact]
    public void Range_OfEveryKind_IsTheTightestOfItsParts()
    {
        AssertRange(-500, 100_000_500, Revenue + Balance * 0.1m);
        AssertRange(0, 1_000, new LargestOf(Diners, Diners * -1));
        AssertRange(-500, 500, new SmallestOf(Balance, Diners));
        AssertRange(-2_000, 0, Diners * -2);
        AssertRange(-15, 100, new Score((Chain, 10), (Online, -1.5m)));
        AssertRange(0, 40, Score.When(Chain, 4) * 10m);

        static void AssertRange(long least, long most, NumberExpression expression) =>
            Assert.Equal((least, most), (expression.Least, expression.Most));
    }

    [Fact]
    public void Flatten_NestedOfOneKind_IsOneList()
    {
        Assert.Equal([Diners, Revenue, Balance], (Diners + (Revenue + Balance)).Parts);
        Assert.Equal([Diners, Revenue, Balance], new LargestOf(new LargestOf(Diners, Revenue), Balance).Parts);
        Assert.Equal([Diners, Revenue, Balance], new SmallestOf(Diners, new SmallestOf(Revenue, Balance)).Parts);
        Assert.Equal(2, new SmallestOf(Diners, new LargestOf(Revenue, Balance)).Parts.Length);
    }

    [Fact]
    public void Text_OfEveryKind_ReadsInBothLanguages()
    {
        AssertText("用餐人数 + 营业收入", "diners + revenue", Diners + Revenue);
        AssertText("最大值(用餐人数，营业收入)", "largest of(diners, revenue)", new LargestOf(Diners, Revenue));
        AssertText("最小值(用餐人数，营业收入)", "smallest of(diners, revenue)", new SmallestOf(Diners, Revenue));
        AssertText("0.5 × (用餐人数 + 营业收入)", "0.5 × (diners + revenue)", (Diners + Revenue) * 0.5m);
        AssertText("评分[连锁：1.5；用餐人数 > 9 人：2]", "score [chain: 1.5; diners > 9 people: 2]", new Score((Chain, 1.5m), (Diners > 9, 2)));
        AssertText("规模分", "size", (Diners + Revenue).Named(("规模分", "size")));

        static void AssertText(string chinese, string english, NumberExpression expression)
        {
            Assert.Equal(new BilingualText(chinese, english), expression.Text);
            Assert.Equal(english, expression.ToString());
        }
    }

    [Fact]
    public void Equals_IsByStructure()
    {
        Assert.All(Enumerable.Zip(Samples(), Samples()), pair =>
        {
            Assert.Equal(pair.First, pair.Second);
            Assert.Equal(pair.First.GetHashCode(), pair.Second.GetHashCode());
        });
        Assert.Equal(Samples().Length, Samples().Distinct().Count());
        Assert.Equal(Diners * 1.0m, Diners * 1.00m);

        static NumberExpression[] Samples() =>
        [
            Diners, Revenue, Diners + Revenue, Revenue + Diners, new LargestOf(Diners, Revenue), new SmallestOf(Diners, Revenue), Diners * 2, Diners * 3,
            Score.When(Chain, 1), Score.When(Chain, 2), new Score((Chain, 1), (Online, 1)), Diners.Named(("一", "one")), Diners.Named(("二", "two")),
        ];
    }

    [Fact]
    public void Sum_ThatCouldLeaveTheRange_IsRefused()
    {
        var half = Wide("half", 2_000_000_000_000_000_000);

        _ = half + half;
        Assert.Equal(
            "The expression can reach 0 to 6000000000000000000 smallest units; allowed is ±4000000000000000000. Declare narrower ranges for its facts.",
            Assert.Throws<ArgumentException>(() => half + half + half).Message);
    }

    [Fact]
    public void Sum_WhosePartsAloneLeaveTheRange_IsRefused()
    {
        var whole = Wide("whole", 4_000_000_000_000_000_000);
        var owed = whole * -1;

        // Together they stay within ±4·10^18, but three of one sign in a row overflow 64 bits.
        var level = new NumberFact("level", ("数", "n"), ("", ""), minimum: 4_000_000_000_000_000_000, maximum: 4_000_000_000_000_000_000);
        _ = whole + owed;
        Assert.Throws<ArgumentException>(() => new SumOf(level, level, level, level * -1, level * -1, level * -1));
    }

    [Fact]
    public void SmallestAndLargest_PartTooLargeInTheFinestUnit_IsRefused()
    {
        var revenue = new NumberFact("revenue", ("收入", "revenue"), ("", ""), decimals: 2, maximum: 10_000_000_000_000);
        var fine = new NumberFact("fine", ("细", "fine"), ("", ""), decimals: 6, maximum: 1);

        Assert.Throws<ArgumentException>(() => new SmallestOf(revenue, fine));
        Assert.Throws<ArgumentException>(() => new LargestOf(revenue * -1, fine));
        var small = new NumberFact("n", ("数", "n"), ("", ""), decimals: 5, maximum: 9);
        Assert.Equal(3m, new SmallestOf(revenue, small + Score.When(Chain, 3)).Evaluate(new FactRecord(revenue.Of(10_000_000_000_000), small.Of(0), Chain.Of(true))));
    }

    [Fact]
    public void Multiple_ThatCouldLeaveTheRangeOrNeedsTooManyDecimals_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Wide("n", 4_000_000_000_000_000_000) * 1.1m);
        Assert.Equal(
            "The product would need 7 decimals; allowed are 6. (Parameter 'inner')",
            Assert.Throws<ArgumentException>(() => Revenue * 0.00001m).Message);
        Assert.Equal(
            "A number has at most 6 decimals and stays within ±4000000000000000000 smallest units. (Parameter 'factor')\nActual value was 0.0000001.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Diners * 0.0000001m).Message.ReplaceLineEndings("\n"));
        Assert.Throws<ArgumentNullException>(() => (NumberExpression)null! * 2m);
    }

    [Fact]
    public void OfNothing_IsRefused()
    {
        Assert.Equal("At least one expression is needed. (Parameter 'parts')", Assert.Throws<ArgumentException>(() => new SumOf()).Message);
        Assert.Throws<ArgumentException>(() => new LargestOf());
        Assert.Throws<ArgumentException>(() => new SmallestOf());
        Assert.Equal("A score has at least one case. (Parameter 'cases')", Assert.Throws<ArgumentException>(() => new Score()).Message);
        Assert.Equal(
            "A case of a score has a condition. (Parameter 'cases')",
            Assert.Throws<ArgumentException>(() => new Score(default(ScoreCase))).Message);
        Assert.Throws<ArgumentNullException>(() => new SumOf(Diners, null!));
    }

    private static NumberFact Wide(string id, decimal maximum) => new(id, ("数", "n"), ("", ""), maximum: maximum);
}
