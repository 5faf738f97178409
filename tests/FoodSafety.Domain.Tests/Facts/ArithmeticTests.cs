using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Facts;

/// <summary>Numbers put together and compared as people write them, and values that cannot be.</summary>
public class ArithmeticTests
{
    private static readonly NumberFact Mean = new("mean", ("平均分", "mean"), ("分", "points"), decimals: 1, maximum: 100);
    private static readonly NumberFact CutOff = new("cut-off", ("分数线", "cut-off"), ("分", "points"), maximum: 100);
    private static readonly NumberFact Points = new("points", ("扣分", "points lost"), ("分", "points"), [25, 0, 5, 20, 10, 15]);
    private static readonly NumberFact Half = new("half", ("半天", "half days"), ("天", "days"), decimals: 1, maximum: 10, step: 0.5m);
    private static readonly FactRecord One = new(Mean.Of(71.5m), CutOff.Of(60), Points.Of(15));

    public static TheoryData<string, string, string, decimal> Numbers => new()
    {
        { "a - b", "平均分 - 分数线", "mean - cut-off", 11.5m }, { "a + 100", "平均分 + 100 分", "mean + 100 points", 171.5m }, { "100 - a", "100 分 - 平均分", "100 points - mean", 28.5m },
        { "0.5 * a", "0.5 × 平均分", "0.5 × mean", 35.75m }, { "a / 2", "0.5 × 平均分", "0.5 × mean", 35.75m }, { "-a", "-平均分", "-mean", -71.5m },
        { "a - (b - c)", "平均分 - 分数线 + 扣分", "mean - cut-off + points lost", 26.5m }, { "2 * (a + b)", "2 × (平均分 + 分数线)", "2 × (mean + cut-off)", 263m },
        { "a - 2 * b", "平均分 - 2 × 分数线", "mean - 2 × cut-off", -48.5m }, { "max", "最大值(平均分，80 分)", "largest of(mean, 80 points)", 80m },
        { "min", "最小值(10 分，扣分)", "smallest of(10 points, points lost)", 10m },
    };

    private static NumberExpression Number(string which) => which switch
    {
        "a - b" => Mean - CutOff,
        "a + 100" => Mean + 100,
        "100 - a" => 100 - Mean,
        "0.5 * a" => 0.5m * Mean,
        "a / 2" => Mean / 2,
        "-a" => -Mean,
        "a - (b - c)" => Mean - (CutOff - Points),
        "2 * (a + b)" => 2 * (Mean + CutOff),
        "a - 2 * b" => Mean - 2 * CutOff,
        "max" => new LargestOf(Mean, NumberExpression.Constant(80)),
        _ => new SmallestOf(NumberExpression.Constant(10), Points),
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Number_PutTogether_IsPrintedAsWrittenAndExact(string which, string chinese, string english, decimal value)
    {
        var number = Number(which);

        Assert.Equal((chinese, english, value), (number.Text.Chinese, number.Text.English, number.Evaluate(One)!.Value));
        Assert.Null(number.Evaluate(FactRecord.Empty));
    }

    public static TheoryData<string, string, bool> Comparisons => new()
    {
        { "a > b", "mean > cut-off", true }, { "a <= b + 10", "mean ≤ cut-off + 10 points", false }, { "a - 20 < b", "mean < 20 points + cut-off", true }, { "a = b", "mean = cut-off", false },
        { "100 >= a", "mean ≤ 100 points", true }, { "a - b >= 11.5", "mean - cut-off ≥ 11.5 points", true }, { "a > b + c", "mean > cut-off + points lost", false },
    };

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void Comparison_OfTwoNumbers_IsPrintedWithBothSidesAndReadBack(string which, string text, bool holds)
    {
        Condition condition = which switch
        {
            "a > b" => Mean > CutOff,
            "a <= b + 10" => Mean <= CutOff + 10,
            "a - 20 < b" => Mean - 20 < CutOff,
            "a = b" => Mean.Is(CutOff),
            "100 >= a" => NumberExpression.Constant(100) >= Mean,
            "a - b >= 11.5" => Mean - CutOff >= 11.5m,
            _ => Mean > CutOff + Points,
        };

        Assert.Equal((text, holds), (condition.Text.English, condition.Holds(One)));
        Assert.False(condition.Holds(FactRecord.Empty) || (!condition).Holds(new FactRecord(CutOff.Of(50))));
        var policy = GradingPolicy.Define("compared", "1", ("测试", "test"), Tiers.Scale).BasedOn(Citation.Illustrative(("测试", "test")))
            .Rule("rule", Tier.A, condition, ("规则", "rule")).Otherwise(Tier.D, ("其余", "rest")).Build();
        var files = new PolicyFile<Tier>(Tiers.Scale, [Mean, CutOff, Points]);
        var written = files.Write(policy);
        Assert.Equal(condition, files.Read(written).Rules[0].When);
        Assert.Equal(written, files.Write(files.Read(written)));
    }

    [Fact]
    public void Write_Arithmetic_StandsInAFileAsPeopleWriteIt()
    {
        var policy = GradingPolicy.Define("compared", "1", ("测试", "test"), Tiers.Scale).BasedOn(Citation.Illustrative(("测试", "test")))
            .Rule("below", Tier.A, Mean < CutOff - 5, ("规则", "rule")).Rule("far", Tier.B, 100 - Mean - Points >= 40, ("规则", "rule"))
            .Otherwise(Tier.D, ("其余", "rest")).Build();

        var written = string.Concat(new PolicyFile<Tier>(Tiers.Scale, [Mean, CutOff, Points]).Write(policy).Where(character => !char.IsWhiteSpace(character)));

        Assert.Contains("{\"number\":{\"sum\":[{\"fact\":\"mean\"},5]},\"lessThan\":{\"fact\":\"cut-off\"}}", written, StringComparison.Ordinal);
        Assert.Contains("{\"number\":{\"difference\":[100,{\"fact\":\"mean\"},{\"fact\":\"points\"}]},\"atLeast\":40}", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public void Division_ThatIsNotExact_IsRefused(double divisor) => Assert.Throws<ArgumentOutOfRangeException>(() => Mean / (decimal)divisor);

    [Fact]
    public void Of_ValueThatIsNotAllowed_IsRefusedEverywhere()
    {
        Assert.Equal([0m, 5m, 10m, 15m, 20m, 25m], Points.AllowedValues);
        Assert.Equal((5m, 25m, 0.5m), (Points.Of(5).Stored, Points.Maximum, Half.Step));
        Assert.Equal("'points' allows 0, 5, 10, 15, 20, 25. (Parameter 'value')\nActual value was 7.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Points.Of(7)).Message.ReplaceLineEndings("\n"));
        Assert.StartsWith("'half' allows 0 to 10 in steps of 0.5.", Assert.Throws<ArgumentOutOfRangeException>(() => Half.Of(1.2m)).Message, StringComparison.Ordinal);
        var table = new FactTable(new FactSchema([Points, Half]));
        Assert.Throws<ArgumentException>(() => table.AddRange<int>([5, 7], new FactMap<int>().Whole(Points, i => i)));
        Assert.Throws<ArgumentException>(() => table.AddColumns(new FactColumns(1).Exact(Half, new[] { 0.3m })));
        Assert.Equal(0, table.Count);
        Assert.False(table.Schema.TryParseValue("points", "7", out _));
        Assert.True(table.Schema.TryParseValue("points", "10", out _));
    }

    [Fact]
    public void Declaration_StepThatDoesNotFitOrValuesTwice_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new NumberFact("n", ("数", "n"), ("", ""), maximum: 12, step: 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NumberFact("n", ("数", "n"), ("", ""), maximum: 10, step: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NumberFact("n", ("数", "n"), ("", ""), maximum: 10, step: 0.5m));
        Assert.Throws<ArgumentException>(() => new NumberFact("n", ("数", "n"), ("", ""), [1, 1]));
        Assert.Throws<ArgumentException>(() => new NumberFact("n", ("数", "n"), ("", ""), []));
        Assert.NotEqual(new NumberFact("n", ("数", "n"), ("", ""), maximum: 10), new NumberFact("n", ("数", "n"), ("", ""), maximum: 10, step: 5));
    }

    [Fact]
    public void Nearest_AllowedValues_ProposesOnlyWhatCanBe()
    {
        var policy = GradingPolicy.Define("points", "1", ("测试", "test"), Tiers.Scale).BasedOn(Citation.Illustrative(("测试", "test")))
            .Rule("many", Tier.A, Points >= 18, ("多", "many")).Rule("some", Tier.B, Points > 7, ("有", "some")).Otherwise(Tier.D, ("其余", "rest")).Build();

        var nearest = new Grader<Tier>(policy).Explain(new FactRecord(Points.Of(15))).Nearest;

        Assert.Equal([20L, 5L], nearest.Select(change => change.To.Stored));
        Assert.Empty(PolicyAnalysis.Of(policy).Faults);
        var hidden = PolicyAnalysis.Of(policy.Draft("2").Without("some").Rule("some", Tier.B, Points > 15, ("有", "some")).Build());
        Assert.Equal("some", Assert.IsType<NeverWins>(Assert.Single(hidden.Faults)).Clauses[0]);
    }
}
