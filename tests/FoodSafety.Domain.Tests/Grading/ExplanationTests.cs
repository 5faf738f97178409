using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
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
              diner points 3
              area points 3.5
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
              人数分 3
              面积分 3.5
        同时符合：面积大
        调整：有严重问题
          · 严重问题：是
        从宽最近：面积不超过 50 平方米（现 1,200）即为 二星
        """.ReplaceLineEndings("\n"),
        Scored.ToText(Language.Chinese));

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
            new BilingualText("用餐人数达到 500 名用餐人员（现 487）即为 一星", "with diners at least 500 diners (now 487) it is one star"), explanation.Nearest[0].Text);
        Assert.Equal(
            new BilingualText("面积不超过 50 平方米（现 60）即为 三星", "with floor area at most 50 m² (now 60) it is three stars"), explanation.Nearest[1].Text);
        Assert.Equal(13 / 487.0, explanation.Nearest[0].RelativeSize, 12);
    }

    [Fact]
    public void Explain_NotGraded_GivesEveryReasonAndNoAdjustment()
    {
        var explanation = Grader.Explain(new FactRecord(Closed.Of(true), Lapse.Of(true), Diners.Of(500)));

        Assert.Equal(new BilingualText("不予分级：已关闭", "not graded: closed down"), explanation.Outcome);
        Assert.Equal("closed", Assert.Single(explanation.Matched).Clause.Id);
        Assert.Empty(explanation.Adjustments);
        Assert.Equal("not graded: closed down [Trial measure, Art. 3]\n  · closed: yes\nNearest change: with \"closed\" no it is one star", explanation.ToString());
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
        Assert.Equal(["diners 8 (> 5)"], explanation.Matched[1].Evidence.Select(e => e.Text.English));
    }
}
