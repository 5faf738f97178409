using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Grading;

public class RiskPoliciesTests
{
    private static readonly NumberExpression Static = RiskPolicies.FoodSellerStaticScore;

    // A seller that states everything: none of each.
    private static readonly FactRecord None = new(
    [
        BusinessFacts.Type.Of(BusinessType.Retailer),
        .. RiskPolicies.FoodSellers2016.Facts.Where(fact => fact is not IChoiceFact).Select(fact => new FactValue(fact, 0)),
    ]);

    /// <summary>The static table of 2016: for each number the last value of every step with its points, then the points beyond.</summary>
    public static TheoryData<string, double[], double[]> Steps => new()
    {
        { "floor-area", [0, 50, 200, 1_000], [0, 1, 1.5, 2, 3] },
        { "ambient-prepacked-items", [0, 500, 2_000, 5_000], [0, 0.2, 0.5, 0.8, 1] },
        { "chilled-prepacked-items", [0, 100, 300, 1_000], [0, 0.5, 1, 1.5, 2] },
        { "ambient-bulk-items", [0, 100, 300, 1_000], [0, 0.5, 1, 1.5, 2] },
        { "chilled-bulk-items", [0, 50, 100, 200], [0, 1, 1.5, 2, 3] },
        { "items-made-on-site", [0, 10], [0, 3, 6] },
        { "suppliers", [0, 50, 100, 200], [0, 1, 2, 3, 4] },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void StaticScore_EveryStepOfTheTable_OnAndJustOverItsEdge(string id, double[] upTo, double[] points)
    {
        var fact = (NumberFact)FoodSellerFacts.Schema.Find(id)!;
        for (var step = 0; step < upTo.Length; step++)
        {
            var edge = fact.Of((decimal)upTo[step]);

            Assert.Equal((decimal)points[step], Static.Evaluate(new FactRecord(edge)));
            Assert.Equal((decimal)points[step + 1], Static.Evaluate(new FactRecord(new FactValue(fact, edge.Stored + 1))));
        }

        Assert.Equal((decimal)points[^1], Static.Evaluate(new FactRecord(fact.Of(fact.Maximum))));
    }

    [Fact]
    public void StaticScore_EveryYesOrNoLineOfTheTable()
    {
        AssertScore(4, FoodSellerFacts.SellsMeatOrAquatic);
        AssertScore(2, FoodSellerFacts.SellsImportedProduce);
        AssertScore(6, FoodSellerFacts.SellsMeatOrAquatic, FoodSellerFacts.SellsImportedProduce);
        AssertScore(5, BusinessFacts.SpecialFood);
        AssertScore(3, FoodSellerFacts.MakesDecoratedCakes);
        AssertScore(0.5m, FoodSellerFacts.SellsLocalSalt);
        AssertScore(0.8m, FoodSellerFacts.SellsOtherSalt);
        AssertScore(1, FoodSellerFacts.SellsLocalSalt, FoodSellerFacts.SellsOtherSalt);
        AssertScore(4, FoodSellerFacts.LetsCounters);
        AssertScore(0);
        AssertScore(0, FoodSellerFacts.SeriousLapse, FoodSellerFacts.GoodRecord, BusinessFacts.HighRiskFood);

        static void AssertScore(decimal points, params FlagFact[] flags) =>
            Assert.Equal(points, Static.Evaluate(new FactRecord([.. flags.Select(flag => flag.Of(true))])));
    }

    [Fact]
    public void StaticScore_EverythingAtItsMost_IsExactlyForty()
    {
        var values = FoodSellerFacts.Schema.Facts.Select(fact => fact switch
        {
            NumberFact number => number.Of(number.Maximum),
            FlagFact flag => flag.Of(true),
            _ => default,
        }).Where(value => value.Fact is not null);

        Assert.Equal(40m, Static.Evaluate(new FactRecord([.. values])));
        Assert.Equal((0m, 40m), (Static.Least / ReferencePower(), Static.Most / ReferencePower()));

        static decimal ReferencePower() => Laws.ReferenceGrader.PowerOfTen(Static.Decimals);
    }

    [Theory]
    [InlineData(0, RiskGrade.A)]
    [InlineData(30, RiskGrade.A)]
    [InlineData(30.1, RiskGrade.B)]
    [InlineData(45, RiskGrade.B)]
    [InlineData(45.1, RiskGrade.C)]
    [InlineData(60, RiskGrade.C)]
    public void Grade_BandsOnAndJustOverTheirEdges(double points, RiskGrade grade) =>
        Assert.Equal(grade, Grade(FoodSellerFacts.DynamicScore.Of((decimal)points)));

    [Fact]
    public void Grade_OverSixty_IsD() =>
        Assert.Equal(RiskGrade.D, Grade(FoodSellerFacts.DynamicScore.Of(59.9m), FoodSellerFacts.AmbientPrepackedItems.Of(1)));

    [Fact]
    public void Explain_ShowsEveryLineOfTheScore()
    {
        var explanation = new Grader<RiskGrade>(RiskPolicies.FoodSellers2016).Explain(None.With(
            BusinessFacts.Type.Of(BusinessType.Supermarket), BusinessFacts.FloorArea.Of(800), FoodSellerFacts.Suppliers.Of(51), FoodSellerFacts.DynamicScore.Of(40.5m)));

        var evidence = Assert.Single(explanation.Matched[0].Evidence);
        Assert.Equal("风险分 44.5（> 30）", evidence.Text.Chinese);
        Assert.Equal(
            ["floor area 2", "suppliers 2", "dynamic score 40.5"],
            evidence.Parts.Select(part => $"{part.Name.English} {Exact.Show(part.Value)}"));
    }

    [Fact]
    public void FoodSellers2016_DiffersFromItsFirstVersion_InWhatItRequiresAlone()
    {
        var (first, now) = (RiskPolicies.FoodSellers2016Version1, RiskPolicies.FoodSellers2016);
        var required = now.NotGraded.Skip(first.NotGraded.Length).Select(rule => rule.When);

        Assert.Equal((first.Id, "2016.1", "2016.2"), (now.Id, first.Version, now.Version));
        Assert.Equal(first.Rules.Select(rule => (rule.Grade, rule.When)), now.Rules.Select(rule => (rule.Grade, rule.When)));
        Assert.Equal(first.Adjustments.Select(rule => (((StepAdjustment)rule).Steps, rule.When)), now.Adjustments.Select(rule => (((StepAdjustment)rule).Steps, rule.When)));
        // All that it reads but the status, by which nobody is graded milder, and the good record, without which nobody is.
        Assert.Equal(
            now.Facts.Where(fact => fact != BusinessFacts.Status && fact != FoodSellerFacts.GoodRecord).Select(fact => !fact.IsStated).ToHashSet(), required.ToHashSet());
        Assert.Equal(RiskGrade.A, new Grader<RiskGrade>(first).Grade(FactRecord.Empty).Grade);
        Assert.Equal(GradingState.NotGraded, new Grader<RiskGrade>(now).Grade(FactRecord.Empty).State);
    }

    private static RiskGrade Grade(params ReadOnlySpan<FactValue> values) =>
        new Grader<RiskGrade>(RiskPolicies.FoodSellers2016).Grade(None.With(values)).Grade;
}
