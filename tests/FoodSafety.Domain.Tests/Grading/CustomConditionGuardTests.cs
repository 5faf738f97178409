using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using static FoodSafety.Domain.Tests.Grading.GradingSamples;
using AreaCode = FoodSafety.Domain.Areas.AreaCode;
using AreaTree = FoodSafety.Domain.Areas.AreaTree;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>A custom condition is asked where the data leaves the decision to it, and nowhere else, by whatever way one grades.</summary>
public class CustomConditionGuardTests
{
    public static TheoryData<string> Guards =>
    [
        "all", "all, written last", "any", "any, written last", "not any", "all in any", "score case", "sum of scores", "largest of scores", "stricter rule",
        "not graded before", "adjustment of graded", "adjustment all", "adjustment any", "multiple", "named",
    ];

    [Theory]
    [MemberData(nameof(Guards))]
    public void Grade_CustomConditionBehindAGuard_IsAskedOfThoseRowsAlone(string guard)
    {
        var asked = new HashSet<decimal>();
        var grader = new Grader<Star>(Guarded(guard, source =>
        {
            var diners = Diners.In(source)!.Value;
            asked.Add(diners);
            return diners >= 500 ? diners % 2 == 0 : throw new InvalidOperationException($"asked of {diners}");
        }));
        var table = new FactTable(Schema);
        for (var row = 0; row < 1_000; row++)
        {
            table.Add(new FactRecord(Diners.Of(row), Lapse.Of(false), Award.Of(false)));
        }

        // All rows, some rows, one by one, and with reasons.
        var book = new GradeBook<Star>(table, Scale);
        book.Regrade(grader);
        var all = Asked();
        table.Set(700, Diners.Of(701));
        table.Set(300, Diners.Of(301));
        Assert.Equal(2, book.Regrade(grader).Examined);
        var some = Asked();
        var single = Enumerable.Range(0, table.Count).Select(row => grader.Grade(table[row])).ToArray();
        var each = Asked();
        var explained = Enumerable.Range(490, 20).Select(row => grader.Explain(table[row]).Decision).ToArray();
        var reasons = Asked();

        Assert.Equal(Enumerable.Range(500, 500).Select(i => (decimal)i), all);
        Assert.Equal([701m], some);
        Assert.Equal(single, Enumerable.Range(0, table.Count).Select(row => book.Grades[row]));
        Assert.Equal(Enumerable.Range(500, 500).Select(i => i == 700 ? 701m : i).Distinct(), each);
        Assert.Equal(single[490..510], explained);
        Assert.Equal(Enumerable.Range(500, 10).Select(i => (decimal)i), reasons);

        decimal[] Asked()
        {
            var found = asked.Order().ToArray();
            asked.Clear();
            return found;
        }
    }

    [Fact]
    public void Grade_GuardThatHoldsOfWhatIsNotStated_AsksOfNoRowThatThereIsNot()
    {
        // The columns are longer than the table, and read as not stated there.
        var below = new NumberFact("below", ("低", "below"), ("", ""), minimum: -5, maximum: 5);
        var kind = new ChoiceFact<Star>("kind", ("类", "kind"));
        var table = new FactTable(new FactSchema([below, kind]));
        var asked = 0;
        var custom = Condition.Custom("counts", ("计数", "counts"), _ => ++asked > 0);
        foreach (var guard in new Condition[] { !below.IsStated, !kind.IsStated, !(kind.IsStated | below.IsStated) })
        {
            table.Add(FactRecord.Empty);
            asked = 0;
            new Grader<Star>(Start().Otherwise(Star.Three, ("其他", "others"), Basis).Rule("r", Star.One, guard & custom, ("规则", "rule"), Basis).Build()).Grade(table);
            Assert.Equal(table.Count, asked);
        }
    }

    [Fact]
    public void Explain_ClauseThatHangsOnWhatGradingDidNotAsk_IsListedAsNotAsked()
    {
        var never = Condition.Custom("never", ("勿问", "never asked"), _ => throw new InvalidOperationException("asked"));
        var policy = Start().Otherwise(Star.Three, ("其他", "others"), Basis)
            .Rule("large", Star.One, Diners >= 500, ("大", "large"), Basis)
            .Rule("odd", Star.Two, never, ("奇", "odd"), Basis)
            .Rule("either", Star.Two, Diners >= 100 | never, ("任一", "either"), Basis)
            .Rule("both", Star.Two, Diners < 100 & never, ("皆", "both"), Basis)
            .Build();

        var explanation = new Grader<Star>(policy).Explain(new FactRecord(Diners.Of(600)));

        Assert.Equal(["large", "either"], explanation.Matched.Select(matched => matched.Clause.Id));
        Assert.Equal("odd", Assert.Single(explanation.NotAsked).Id);
        Assert.Equal(["diners 600 people (≥ 100 people)"], explanation.Matched[1].Evidence.Select(evidence => evidence.Text.English));
        Assert.Empty(explanation.Nearest);
        Assert.False(explanation.IsNearestComplete);
        Assert.EndsWith("Also holds: either\nNot asked, for it was decided: odd\nNot every nearest change could be told", explanation.ToText(Language.English), StringComparison.Ordinal);
        Assert.EndsWith("同时符合：任一\n未询问（已由上述条款决定）：奇\n最近的变化未能全部查明", explanation.ToText(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_ChangeOfAFactThatTheCustomConditionDoesNotRead_IsTold()
    {
        var even = Condition.Custom("even", ("偶数", "even"), source => Diners.In(source) % 2 == 0);
        var policy = Start().Otherwise(Star.Three, ("其他", "others"), Basis)
            .Rule("large", Star.One, even & Area >= 50, ("大", "large"), Basis)
            .Rule("diners", Star.Two, Diners >= 9_000, ("多", "many"), Basis)
            .Build();
        var grader = new Grader<Star>(policy);

        var explanation = grader.Explain(new FactRecord(Diners.Of(8), Area.Of(60)));

        Assert.Equal(["even", "floor area 60 m² (≥ 50 m²)"], explanation.Matched[0].Evidence.Select(evidence => evidence.Text.English).Order(StringComparer.Ordinal));
        Assert.Equal((Area.Of(60), Area.Of(49.9m)), (Assert.Single(explanation.Nearest).From, explanation.Nearest[0].To));
        // With 9,000 diners nobody knows what it would say.
        Assert.False(explanation.IsNearestComplete);
        Assert.True(grader.Explain(new FactRecord(Diners.Of(8), Area.Of(10))).NotAsked.IsEmpty);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Regrade_CustomConditionThrows_NamesItTheRowAndTheBusinessAndChangesNothing(int threads)
    {
        var areas = AreaTree.Build([new("51", "四川省"), new("5101", "成都市"), new("510115", "温江区"), new("510115004", "柳城街道"), new("510115004001", "东街社区")]);
        var register = new BusinessRegister(areas);
        register.AddRange([.. Enumerable.Range(0, 200).Select(i => new Business(new BusinessId($"WJ-{i}"), "店", AreaCode.Parse("510115004001"), BusinessType.Restaurant)
        {
            Profile = new OperatingProfile { Employees = i },
        })]);
        var breaks = false;
        var custom = Condition.Custom("breaks", ("会出错", "may fail"), source => breaks && BusinessFacts.Employees.In(source) == 150 ? throw new FormatException("no such thing") : false);
        var grader = new Grader<Tier>(GradingPolicy.Define("own", "1", ("自定", "own"), Tiers.Scale).BasedOn(Basis)
            .Rule("custom", Tier.A, custom, ("自定", "custom")).Otherwise(Tier.D, ("其他", "others")).Build());
        var book = new GradeBook<Tier>(register.Facts, Tiers.Scale);
        book.Regrade(grader);
        breaks = true;
        register.Change(new BusinessId("WJ-150"), BusinessFacts.DinersPerMeal.Of(7));

        var failed = Assert.Throws<CustomConditionException>(() => book.Regrade(grader, new GradingOptions { MaxThreads = threads }));

        Assert.Equal((custom, 150, "WJ-150"), (failed.Condition, failed.Row, failed.Entity));
        Assert.IsType<FormatException>(failed.InnerException);
        Assert.Equal("The custom condition 'breaks' (may fail) failed for 'WJ-150' (row 150, counted from 0): FormatException: no such thing", failed.Message);
        Assert.Equal("主体 WJ-150（第 150 行，自 0 起）判断自定义条件“breaks”（会出错）时出错：FormatException：no such thing", failed.Text.Chinese);
        Assert.Equal(200, book.Grades.Count()[Tier.D]);
        Assert.Equal("WJ-150", Assert.Throws<CustomConditionException>(() => grader.Grade(register.At(150))).Entity);
        Assert.Equal("WJ-150", Assert.Throws<CustomConditionException>(() => grader.Explain(register.At(150))).Entity);
        Assert.Null(Assert.Throws<CustomConditionException>(() => custom.Holds(new FactRecord(BusinessFacts.Employees.Of(150)))).Entity);
        breaks = false;
        Assert.Equal(1, book.Regrade(grader).Examined);
    }

    [Fact]
    public void Regrade_PartialAndCancelled_ChangesNothingAndIsDoneLater()
    {
        var table = new FactTable(Schema);
        for (var row = 0; row < 100_000; row++)
        {
            table.Add(new FactRecord(Diners.Of(10)));
        }

        using var cancel = new CancellationTokenSource();
        var stops = false;
        var asked = 0;
        var custom = Condition.Custom("stops", ("停止", "stops"), _ =>
        {
            asked++;
            if (stops)
            {
                cancel.Cancel();
                cancel.Token.ThrowIfCancellationRequested();
            }

            return true;
        });
        var grader = new Grader<Star>(Start().Otherwise(Star.Three, ("其他", "others"), Basis)
            .Rule("many", Star.One, Diners >= 500, ("多", "many"), Basis)
            .Rule("custom", Star.Two, Area >= 50 & custom, ("自定", "custom"), Basis).Build());
        var book = new GradeBook<Star>(table, Scale);
        book.Regrade(grader);
        table.Set(5, Diners.Of(600));
        table.Set(99_000, Diners.Of(600));
        using var before = new CancellationTokenSource();
        before.Cancel();

        Assert.Equal(before.Token, Assert.Throws<OperationCanceledException>(() => book.Regrade(grader, new GradingOptions { Cancellation = before.Token })).CancellationToken);
        Assert.Equal((Star.Three, Star.Three), (book.Grades[5].Grade, book.Grades[99_000].Grade));

        table.Set(6, Area.Of(60));
        table.Set(99_001, Area.Of(60));
        (stops, asked) = (true, 0);
        Assert.Equal(cancel.Token, Assert.Throws<OperationCanceledException>(() => book.Regrade(grader, new GradingOptions { Cancellation = cancel.Token })).CancellationToken);
        Assert.Equal(1, asked);
        Assert.Equal(100_000, book.Grades.Count()[Star.Three]);

        // What a condition gives up for reasons of its own is no cancellation of the grading.
        Assert.IsAssignableFrom<OperationCanceledException>(Assert.Throws<CustomConditionException>(() => book.Regrade(grader)).InnerException);
        stops = false;
        Assert.Equal(4, book.Regrade(grader).Examined);
        Assert.Equal((Star.One, Star.Two, Star.One), (book.Grades[5].Grade, book.Grades[6].Grade, book.Grades[99_000].Grade));
    }

    [Fact]
    public void Regrade_PartialCancelledAfterTheFirstBlock_AsksNothingMore()
    {
        var table = new FactTable(Schema);
        for (var row = 0; row < 100_000; row++)
        {
            table.Add(new FactRecord(Diners.Of(10)));
        }

        using var cancel = new CancellationTokenSource();
        var asked = new List<decimal>();
        var custom = Condition.Custom("stops", ("停止", "stops"), source =>
        {
            asked.Add(Diners.In(source)!.Value);
            cancel.Cancel();
            return true;
        });
        var grader = new Grader<Star>(Start().Otherwise(Star.Three, ("其他", "others"), Basis)
            .Rule("custom", Star.Two, Diners >= 500 & custom, ("自定", "custom"), Basis).Build());
        var book = new GradeBook<Star>(table, Scale);
        book.Regrade(grader);
        table.Set(5, Diners.Of(600));
        table.Set(99_000, Diners.Of(700));

        Assert.Throws<OperationCanceledException>(() => book.Regrade(grader, new GradingOptions { Cancellation = cancel.Token }));

        Assert.Equal([600m], asked);
        Assert.Equal(100_000, book.Grades.Count()[Star.Three]);
    }

    private static GradingPolicy<Star> Guarded(string guard, Func<IFactSource, bool> test)
    {
        var custom = Condition.Custom("guarded", ("受限", "guarded"), test);
        var start = Start().Otherwise(Star.Three, ("其他", "others"), Basis);
        Condition large = Diners >= 500;
        Condition small = Diners < 500;
        GradingPolicyBuilder<Star> Rule(Condition when) => start.Rule("rule", Star.One, when, ("规则", "rule"), Basis);
        return (guard switch
        {
            "all" => Rule(large & custom),
            "all, written last" => Rule(custom & large),
            "any" => Rule(small | custom),
            "any, written last" => Rule(custom | small),
            "not any" => Rule(!(custom | small)),
            "all in any" => Rule(Lapse | (custom & !Award & large)),
            "score case" => Rule(new Score((small, 1), (custom, 2)) >= 2),
            "sum of scores" => Rule(new Score((Lapse, 1)) + new Score((small, 1), (custom, 2)) >= 2),
            "largest of scores" => Rule(new LargestOf(new Score((Lapse, 1)), new Score((small, 1), (custom, 2))) >= 2),
            "multiple" => Rule(new Score((custom & large, 1)) * 3 >= 2),
            "named" => Rule((new Score((small, 1), (custom, 2)).Named(("分", "points")) >= 2) & !Lapse),
            "stricter rule" => Rule(small).Rule("custom", Star.Two, custom, ("自定", "custom"), Basis),
            "not graded before" => start.NotGraded("small", small, ("小", "small"), Basis).NotGraded("custom", custom, ("自定", "custom"), Basis),
            "adjustment of graded" => start.NotGraded("small", small, ("小", "small"), Basis).Adjust("custom", 1, custom, ("自定", "custom"), Basis),
            "adjustment all" => start.Adjust("custom", 1, custom & large, ("自定", "custom"), Basis),
            "adjustment any" => start.Adjust("custom", 1, custom | small, ("自定", "custom"), Basis),
            _ => throw new ArgumentOutOfRangeException(nameof(guard), guard, "No such guard."),
        }).Build();
    }
}
