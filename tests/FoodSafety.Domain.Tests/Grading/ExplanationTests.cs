using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.ValueTypes;
using static FoodSafety.Domain.Tests.Grading.GradingSamples;

namespace FoodSafety.Domain.Tests.Grading;

public class ExplanationTests
{
    private static readonly Explanation<Star> Scored =
        Grader.Explain(new FactRecord(Diners.Of(120), Area.Of(1_200), Lapse.Of(true), Award.Of(false), Closed.Of(false)));

    [Fact]
    public void ToText_RulesWithScoreAndAdjustment_InEnglish() => Assert.Equal(
        """
        one star: two stars by five points and more [Trial measure, Art. 3], raised to one star: for a serious lapse
          · total points 6.5 (≥ 5)
              diner points: 3
              area points: 3.5
        Also holds: large
        Adjusted: for a serious lapse
          · serious lapse: yes
        Nearest milder: with floor area at most 50 m² (now 1,200) it is two stars
        """.ReplaceLineEndings("\n"),
        Scored.ToText(Language.English));

    [Fact]
    public void ToText_RulesWithScoreAndAdjustment_InChinese() => Assert.Equal(
        """
        一星：五分以上，为二星（依据：试行办法 第3条）；因有严重问题，从严至一星
          · 总分 6.5（≥ 5）
              人数分：3
              面积分：3.5
        同时符合：面积大
        调整：有严重问题
          · 严重问题：是
        从宽最近：面积不超过 50 平方米（现 1,200）即为二星
        """.ReplaceLineEndings("\n"),
        Scored.ToText(Language.Chinese));

    /// <summary>Whatever else of the unstated facts somebody states, those that are not named change nothing.</summary>
    [Fact]
    public void ToState_OfAnyEntity_LeavesOutNothingThatChangesTheGrade() => Gen.Select(SmallPolicies.Any, Gen.Int[0, SmallPolicies.Everything.Length - 1]).Sample((policy, place) =>
    {
        var (grader, one) = (new Grader<Tier>(policy), SmallPolicies.Everything[place]);
        var explained = grader.Explain(one);
        IFact[] kept = [.. policy.Facts.Where(fact => one.Read(fact) != fact.Unstated || explained.ToState.Contains(fact))];

        Assert.All(explained.ToState, fact => Assert.Equal(fact.Unstated, one.Read(fact)));
        Assert.All(
            SmallPolicies.Everything.Where(other => kept.All(fact => other.Read(fact) == one.Read(fact))),
            other => Assert.Equal((explained.Decision.State, explained.Decision.FindGrade()), (grader.Grade(other).State, grader.Grade(other).FindGrade())));
        Assert.All(explained.NotStated.SelectMany(open => open.Facts), fact => Assert.Contains(fact, explained.ToState));
    }, iter: 500, print: pair => $"{pair.Item2}: {SmallPolicies.Print(pair.Item1)}");

    /// <summary>A rule may give the grade of the default, and matters all the same where one that gives another stands behind it.</summary>
    [Fact]
    public void ToState_OfARuleThatGivesTheDefault_IsToldWhereAMilderRuleMayTakeItsPlace()
    {
        var policy = Start().Rule("hundred", Star.Two, Diners >= 100, ("百人以上", "a hundred"), Basis);
        Assert.Empty(ToState());

        policy.Rule("unknown", Star.Three, !Lapse.IsStated, ("情况不明", "unknown"), Basis);
        Assert.Equal([Diners, Lapse], ToState());

        ItemList<IFact> ToState() => new Grader<Star>(policy.Otherwise(Star.Two, ("其他", "others"), Basis).Build()).Explain(new FactRecord()).ToState;
    }

    /// <summary>The nearest changes of a form of 54 items are those that asking for every value of every item finds.</summary>
    [Fact]
    public void Nearest_OnAFormOf54Items_IsWhatEveryOtherValueOfEveryItemTells()
    {
        NumberFact[] items =
        [
            .. Enumerable.Range(1, 54).Select(i => i % 2 == 0
                ? new NumberFact($"item-{i}", ($"项目{i}", $"item {i}"), ("分", "points"), [0, 5, 10, 15, 20, 25])
                : new NumberFact($"item-{i}", ($"项目{i}", $"item {i}"), ("分", "points"), maximum: 25)),
        ];
        var total = new SumOf([.. items]).Named(("总分", "total"));
        var policy = Start()
            .Rule("over-600", Star.One, total >= 600, ("600分以上", "600 points and more"), Basis)
            .Rule("critical", Star.One, items[6] >= 20, ("关键项", "a critical item"), Basis)
            .Rule("over-450", Star.Two, total >= 450, ("450分以上", "450 points and more"), Basis)
            .Otherwise(Star.Three, ("其他", "others"), Basis).Build();
        var grader = new Grader<Star>(policy);
        long[][] allowed = [.. items.Select((_, i) => Enumerable.Range(0, 26).Where(value => i % 2 == 0 || value % 5 == 0).Select(value => (long)value).ToArray())];
        Gen.Select(Gen.Int[0, 25].Array[54], Gen.Int[0, 25]).Sample((drawn, most) =>
        {
            var values = drawn.Select((value, i) => allowed[i][Math.Min(value, most) % allowed[i].Length]).ToArray();
            FactRecord With(int item, long value) => new([.. items.Select((fact, i) => new FactValue(fact, i == item ? value : values[i]))]);
            var explained = grader.Explain(With(0, values[0]));
            var now = explained.Decision.FindGrade()!.Value;

            var others = (
                from item in Enumerable.Range(0, items.Length)
                from value in allowed[item]
                let becomes = grader.Grade(With(item, value)).FindGrade()!.Value
                where becomes != now
                select (Item: item, Size: Math.Abs((double)value - values[item]) / Math.Max(1, values[item]), Side: Math.Sign(now - becomes))).ToArray();
            Assert.True(explained.IsNearestComplete);
            foreach (var (side, told) in new[] { (1, explained.NearestStricter), (-1, explained.NearestMilder) })
            {
                var best = others.Where(other => other.Side == side).Select(other => (double?)other.Size).Min();
                Assert.Equal(best, told?.RelativeSize);
            }
        }, iter: 60);
    }

    [Fact]
    public void Change_ThatLeadsToNoGrade_TellsNoAdjustmentThatIsNoLonger()
    {
        var policy = Start().Otherwise(Star.Three, ("其他", "others"), Basis).NotGraded("closed", Closed, ("已关闭", "closed"), Basis).Adjust("step", 1, Lapse, ("有问题", "a lapse"), Basis).Build();

        var changes = new Grader<Star>(policy).Explain(new FactRecord(Lapse.Of(true), Closed.Of(false))).Nearest;

        var closed = Assert.Single(changes, change => change.To.Fact!.Equals(Closed));
        Assert.Empty(closed.NoLongerAdjusted);
        Assert.Equal("if \"closed\" is yes, it is closed", closed.Text.English);
        Assert.Equal(["step"], Assert.Single(changes, change => change.To.Fact!.Equals(Lapse)).NoLongerAdjusted.Select(adjustment => adjustment.Id));
    }

    /// <summary>A headline tells the rule and then what steps and bounds made of it, in the order in which they do.</summary>
    [Theory]
    [InlineData(100, true, false, false,
        "一星：百人以上，为二星（依据：试行办法 第3条）；因有问题，从严至一星",
        "one star: two stars by a hundred [Trial measure, Art. 3], raised to one star: a lapse")]
    [InlineData(100, true, true, false,
        "二星：百人以上，为二星（依据：试行办法 第3条）；因有问题，从严至一星；因获奖，不严于二星",
        "two stars: two stars by a hundred [Trial measure, Art. 3], raised to one star: a lapse, not stricter than two stars: an award")]
    [InlineData(0, false, false, true,
        "二星：其他，为三星（依据：试行办法 第3条）；因已关闭，不宽于二星",
        "two stars: three stars by others [Trial measure, Art. 3], not milder than two stars: closed")]
    [InlineData(100, false, true, true,
        "二星：百人以上（依据：试行办法 第3条）",
        "two stars: a hundred [Trial measure, Art. 3]")]
    public void Headline_StepsAndBounds_AreToldInTheirOrder(int diners, bool lapse, bool award, bool closed, string chinese, string english)
    {
        var policy = Start().Otherwise(Star.Three, ("其他", "others"), Basis).Rule("hundred", Star.Two, Diners >= 100, ("百人以上", "a hundred"), Basis)
            .AtMost("ceiling", Star.Two, Award, ("获奖", "an award"), Basis).AtLeast("floor", Star.Two, Closed, ("已关闭", "closed"), Basis)
            .Adjust("step", 1, Lapse, ("有问题", "a lapse"), Basis).Build();

        Assert.Equal(
            new BilingualText(chinese, english),
            new Grader<Star>(policy).Explain(new FactRecord(Diners.Of(diners), Lapse.Of(lapse), Award.Of(award), Closed.Of(closed))).Headline);
    }

    [Fact]
    public void ToText_FinalRule_SaysThatAdjustmentsWereNotApplied()
    {
        var policy = Builder().Rule("direct", Star.Two, Area >= 5_000, ("特大", "huge"), Basis, isFinal: true).Build();
        var explanation = new Grader<Star>(policy).Explain(new FactRecord(Diners.Of(600), Area.Of(5_000), Lapse.Of(true), Award.Of(false), Closed.Of(false)));

        Assert.Empty(explanation.Adjustments);
        Assert.Equal(["lapse"], explanation.NotApplied.Select(matched => matched.Clause.Id));
        Assert.Equal(new BilingualText("二星：特大（依据：试行办法 第3条），直接定级，不再调整", "two stars: huge [Trial measure, Art. 3], final: not adjusted"), explanation.Headline);
        Assert.Contains("\nNot applied, for the rule is final: for a serious lapse\n", explanation.ToText(Language.English), StringComparison.Ordinal);
        Assert.Contains("\n因直接定级而未适用的调整：有严重问题\n", explanation.ToText(Language.Chinese), StringComparison.Ordinal);
        // Below it, the rule of 600 diners decides, and is adjusted.
        Assert.Equal((Area.Of(4_999.9m), Star.One), (explanation.NearestStricter!.To, explanation.NearestStricter.Becomes.Grade));
    }

    [Fact]
    public void Nearest_ChangeThatAnAdjustmentBrings_NamesTheAdjustment()
    {
        var policy = Start().Otherwise(Star.Three, ("其他", "others"), Basis).Adjust("many", 1, Diners >= 100, ("百人以上", "a hundred"), Basis).Build();

        var change = Assert.Single(new Grader<Star>(policy).Explain(new FactRecord(Diners.Of(90))).Nearest);

        Assert.Equal(["many"], change.Adjusted.Select(clause => clause.Id));
        Assert.EndsWith("it is two stars (adjusted: a hundred)", change.Text.English, StringComparison.Ordinal);
        Assert.EndsWith("即为二星（调整：百人以上）", change.Text.Chinese, StringComparison.Ordinal);
        var back = Assert.Single(new Grader<Star>(policy).Explain(new FactRecord(Diners.Of(100))).Nearest);
        Assert.EndsWith("it is three stars (no longer adjusted: a hundred)", back.Text.English, StringComparison.Ordinal);
    }

    /// <summary>Money is told as people say it, in the evidence, the nearest change, the table and the difference alike.</summary>
    [Fact]
    public void ToText_Money_IsToldInTensOfThousands()
    {
        var revenue = new NumberFact("revenue", ("年营业收入", "annual revenue"), Units.Yuan, decimals: 2, maximum: 10_000_000_000);
        var policy = Start().Otherwise(Star.Three, ("其他", "others"), Basis).Rule("large", Star.One, revenue >= 20_000_000, ("大", "large"), Basis)
            .Rule("middle", Star.Two, revenue >= 3_000_000, ("中", "middle"), Basis).Build();
        var explanation = new Grader<Star>(policy).Explain(new FactRecord(revenue.Of(4_500_000)));

        Assert.Contains("  · 年营业收入 450万元（≥ 300万元）\n从严最近：年营业收入达到 2,000万元（现 450万元）即为一星\n从宽最近：年营业收入低于 300万元（现 450万元）即为三星", explanation.ToText(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("  · annual revenue CNY 4.5 million (≥ CNY 3 million)\nNearest stricter: with annual revenue at least CNY 20 million (now CNY 4.5 million) it is one star\n", explanation.ToText(Language.English), StringComparison.Ordinal);
        Assert.Contains("| 一星 | 大 | 年营业收入 ≥ 2,000万元 |", policy.ToMarkdown(Language.Chinese), StringComparison.Ordinal);
        var draft = policy.Draft("2").Without("middle").Rule("middle", Star.Two, revenue >= 5_000_000, ("中", "middle"), Basis).Build();
        var diff = PolicyDiff.Between(policy, draft);
        Assert.Equal(new BilingualText("中，二星：年营业收入 300万元 → 500万元", "middle, two stars: annual revenue CNY 3 million → CNY 5 million"), Assert.Single(diff.Clauses).Text);
        Assert.Equal("年营业收入 300万元 至 500万元（不含）", Assert.Single(diff.Differences).WhereText.Chinese);
    }

    [Fact]
    public void Nearest_FactThatThePolicyFixes_IsNotProposed()
    {
        var policy = Start().Otherwise(Star.Three, ("其他", "others"), Basis).Rule("many", Star.Two, Diners >= 100 | Lapse, ("多", "many"), Basis).Fixed(Lapse).Build();

        Assert.All(new Grader<Star>(policy).Explain(new FactRecord(Diners.Of(90), Lapse.Of(false))).Nearest, change => Assert.Equal(Diners, change.To.Fact));
        Assert.True(policy.Draft("2").Build().Fixed is [FlagFact fact] && fact.Equals(Lapse));
    }

    [Fact]
    public void Explain_Numbers_NamesTheNearestValuesUpAndDown()
    {
        var explanation = Grader.Explain(new FactRecord(Diners.Of(487), Area.Of(60)));

        Assert.Equal(Star.Two, explanation.Decision.Grade);
        Assert.Equal(
            [
                (Diners.Of(487), Diners.Of(500), Star.One),
                (Area.Of(60), Area.Of(50), Star.Three),
                (Diners.Of(487), Diners.Of(99), Star.Three),
            ],
            explanation.Nearest.Where(c => c.From.Fact is NumberFact).Select(c => (c.From, c.To, c.Becomes.Grade)));
        Assert.Equal(
            new BilingualText("用餐人数达到 500 人（现 487）即为一星", "with diners at least 500 people (now 487) it is one star"), explanation.Nearest[0].Text);
        Assert.Equal(
            new BilingualText("面积不超过 50 平方米（现 60）即为三星", "with floor area at most 50 m² (now 60) it is three stars"), explanation.Nearest[1].Text);
        Assert.Equal(13 / 487.0, explanation.Nearest[0].RelativeSize, 12);
    }

    [Fact]
    public void Explain_NotGraded_GivesEveryReasonAndNoAdjustment()
    {
        var explanation = Grader.Explain(new FactRecord(Closed.Of(true), Lapse.Of(true), Diners.Of(500)));

        Assert.Equal(new BilingualText("不予分级：已关闭", "not graded: closed down"), explanation.Outcome);
        Assert.Equal("closed", Assert.Single(explanation.Matched).Clause.Id);
        Assert.Empty(explanation.Adjustments);
        Assert.Equal("not graded: closed down [Trial measure, Art. 3]\n  · closed: yes\nNearest change: if \"closed\" is no, it is one star", explanation.ToString());
    }

    [Fact]
    public void Explain_Default_MatchesNothing()
    {
        var explanation = Grader.Explain(FactRecord.Empty);

        Assert.Same(Policy.Otherwise, explanation.Clause);
        Assert.Empty(explanation.Matched);
        Assert.Equal("three stars", explanation.Outcome.English);
    }

    [Fact]
    public void Explain_LaterChangeOfTheRow_LeavesItAsItWas()
    {
        var table = new FactTable(Schema);
        table.Add(new FactRecord(Diners.Of(500)));
        var explanation = Grader.Explain(table[0]);
        var text = explanation.ToString();
        table.Set(0, Diners.Of(0));

        Assert.Equal(text, explanation.ToString());
        Assert.Equal(Star.One, explanation.Decision.Grade);
    }

    [Fact]
    public void Evidence_OfAnyOf_IsWhatHolds_OfNotWhatFails()
    {
        var custom = Condition.Custom("even", ("偶数", "even"), source => Diners.In(source) % 2 == 0);
        var policy = Start().Otherwise(Star.Three, ("其他", "others"), Basis)
            .Rule("any", Star.Two, Lapse | Diners > 5 | custom, ("任一", "any"), Basis)
            .Rule("none", Star.One, !(Lapse | Award), ("皆无", "none"), Basis)
            .Build();

        var explanation = new Grader<Star>(policy).Explain(new FactRecord(Diners.Of(8), Lapse.Of(false), Award.Of(false)));

        Assert.Equal(["not so: serious lapse: no", "not so: award: no"], explanation.Matched[0].Evidence.Select(e => e.Text.English));
        // The custom condition was not asked: more than 5 diners had settled it.
        Assert.Equal(["diners 8 people (> 5 people)"], explanation.Matched[1].Evidence.Select(e => e.Text.English));
    }
}
