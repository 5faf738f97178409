using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Grading.CanteenPolicy;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>What officers and owners read of a grade.</summary>
public class GradeLetterTests
{
    private static readonly Grader<Tier> Grader = new(Policy);
    private static readonly LocalDate March = new(2027, 3, 1);

    private static FactRecord School(int diners, int violations = 0) =>
        new(Business.Of(Trade.School), Diners.Of(diners), Violations.Of(violations), Headquarters.Of(false), Closed.Of(false));

    [Fact]
    public void ToText_DefaultGrade_ShowsTheValuesReadAndTheNearestRule() => Assert.Equal(
        """
        tier D: all others [the district's notice, Art. 2]
          · trade: school canteens
          · diners: 80 people
          · chain headquarters: no
        Nearest rule not reached: school canteens of 100 diners and more
          · not so: diners 80 people (≥ 100 people)
        Nearest stricter: with diners at least 100 people (now 80) it is tier C
        """.ReplaceLineEndings("\n"), Grader.Explain(School(80)).ToText(Language.English));

    [Fact]
    public void ToText_DefaultGrade_InChinese() => Assert.Equal(
        """
        D 级：其他（依据：示范区通知 第2条）
          · 业态：学校食堂
          · 用餐人数：80 人
          · 连锁总部：否
        最近未达到的规则：用餐100人以上的学校食堂
          · 不满足：用餐人数 80 人（≥ 100 人）
        从严最近：用餐人数达到 100 人（现 80）即为 C 级
        """.ReplaceLineEndings("\n"), Grader.Explain(School(80)).ToText(Language.Chinese));

    [Fact]
    public void ToText_DecimalFact_SaysBelowTheLimit()
    {
        var shop = Grader.Explain(new FactRecord(Business.Of(Trade.Shop), Area.Of(480.5m), Violations.Of(0), Headquarters.Of(false), Closed.Of(false)));

        Assert.Equal(new BilingualText("经营面积低于 150 平方米（现 480.5）即为 D 级", "with floor area below 150 m² (now 480.5) it is tier D"), shop.NearestMilder!.Text);
        Assert.Equal("if \"chain headquarters\" is yes, it is tier B", shop.NearestStricter!.Text.English);
        Assert.DoesNotContain(shop.Nearest, change => change.To.Fact!.IsFixed);
    }

    [Fact]
    public void ToText_AdjustmentInVain_IsNotTold()
    {
        var large = Grader.Explain(School(3_000, violations: 3));
        var middle = Grader.Explain(School(600, violations: 3));

        Assert.Empty(large.Adjustments);
        Assert.StartsWith("tier A: school canteens of 3,000 diners and more [", large.ToText(Language.English), StringComparison.Ordinal);
        Assert.Equal("violations", Assert.Single(middle.Adjustments).Clause.Id);
        Assert.StartsWith(
            "tier A: tier B by school canteens of 500 diners and more [the district's notice, Art. 2], raised to tier A: 3 violations and more in 12 months\n",
            middle.ToText(Language.English), StringComparison.Ordinal);
        Assert.StartsWith("A 级：用餐500人以上的学校食堂，为 B 级（依据：示范区通知 第2条）；因近12个月违法3次以上，从严至 A 级\n", middle.ToText(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_NotGraded_TellsItsTitleOnce() => Assert.StartsWith(
        "not graded: closed [the district's notice, Art. 2]\n", Grader.Explain(School(80).With(Closed.Of(true))).ToText(Language.English), StringComparison.Ordinal);

    [Fact]
    public void Evidence_OfASum_ShowsEveryPartThatCountsByNameOrByTextAndNoZeros()
    {
        var points = Diners * 0.01m + Score.When(Headquarters, 3) + new Score((Area >= 100, 2), (Condition.Always, 0)) + new Score((Violations >= 1, 5)).Named(("违法分", "violation points"));
        var policy = GradingPolicy.Define("points", "1", ("计分", "points"), Tiers.Scale).BasedOn(Basis)
            .Rule("five", Tier.A, points >= 5, ("5分以上", "5 points and more")).Otherwise(Tier.D, ("其他", "all others")).Build();

        var evidence = Assert.Single(new Grader<Tier>(policy).Explain(new FactRecord(Diners.Of(50), Headquarters.Of(true), Area.Of(100), Violations.Of(0))).Matched[0].Evidence);

        Assert.Equal([("0.01 × diners", 0.5m), ("chain headquarters", 3m), ("floor area ≥ 100 m²", 2m)], evidence.Parts.Select(part => (part.Name.English, part.Value)));
        Assert.Equal(["0.01 × 用餐人数", "连锁总部", "经营面积 ≥ 100 平方米"], evidence.Parts.Select(part => part.Name.Chinese));
    }

    [Fact]
    public void Letter_NearAStricterGrade_SaysWhatToReport()
    {
        var letter = new GradeLetter<Tier>(Grader.Explain(School(450)), "光华学校", new LocalDate(2027, 3, 1)) { Office = ("示范区食安办", "the district's food-safety office") };

        Assert.Equal(
            """
            # 食品安全分级告知书

            光华学校：

            根据《食堂和商店分级标准》（2027.1 版），贵单位在2027年3月1日的分级结果为：C 级。理由如下：

            - 用餐100人以上的学校食堂（依据：示范区通知 第2条）
            - 业态：学校食堂
            - 用餐人数 450 人（≥ 100 人）

            ## 等级的含义

            包保等级按规模和影响面划分，只决定由哪一级干部包保，不是对食品安全状况的评价：A 级表示规模大，不表示好；D 级表示规模小，不表示差。

            等级由宽到严依次为：D 级、C 级、B 级、A 级。

            ## 需要报告的变化

            出现下列情形的，等级将随之调整，请及时报告：

            - 用餐人数达到 500 人（现 450）即为 B 级
            - 若“连锁总部”为是，即为 B 级

            ## 申诉权利

            对本次分级结果有异议的，可以向作出分级的部门提出申诉，并提交有关材料；申诉由未参与本次分级的人员复核。

            示范区食安办，2027年3月1日

            """.ReplaceLineEndings("\n"), letter.Page.ToMarkdown(Language.Chinese));
        Assert.Equal(
            """
            # Notice of a food-safety grade

            To 光华学校:

            By "Tiers of canteens and shops" (version 2027.1) your business has this grade on 2027-03-01: tier C. The reasons:

            - school canteens of 100 diners and more (the district's notice, Art. 2)
            - trade: school canteens
            - diners 450 people (≥ 100 people)

            ## What the grade means

            A tier says how large a business is and how many people it reaches, and so which level of officials answers for it. It is no judgement of food safety: A is large and not good, D is small and not bad.

            The grades from the mildest to the strictest: tier D, tier C, tier B, tier A.

            ## What to report

            The grade changes with these; please report them as soon as they come about:

            - with diners at least 500 people (now 450) it is tier B
            - if "chain headquarters" is yes, it is tier B

            ## The right to appeal

            Whoever does not agree may appeal to the authority that decided, with whatever supports the appeal. Somebody who had no part in the decision decides the appeal.

            the district's food-safety office, 2027-03-01

            """.ReplaceLineEndings("\n"), letter.Page.ToMarkdown(Language.English));
        Assert.StartsWith("# 食品安全分级告知书", letter.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_AdjustedGrade_TellsTheGradeByTheRuleAndWhatRaisedIt()
    {
        var page = new GradeLetter<Tier>(Grader.Explain(School(600, violations: 3)), "光华学校", March).Page;

        Assert.Contains(
            """
            贵单位在2027年3月1日的分级结果为：A 级。理由如下：

            - 调整前为 B 级：用餐500人以上的学校食堂（依据：示范区通知 第2条）
            - 业态：学校食堂
            - 用餐人数 600 人（≥ 500 人）
            - 因近12个月违法3次以上（依据：示范区通知 第2条），从严至 A 级
            - 近12个月违法次数 3 次（≥ 3 次）

            """.ReplaceLineEndings("\n"), page.ToMarkdown(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains(
            """
            your business has this grade on 2027-03-01: tier A. The reasons:

            - tier B before adjustment: school canteens of 500 diners and more (the district's notice, Art. 2)
            - trade: school canteens
            - diners 600 people (≥ 500 people)
            - raised to tier A: 3 violations and more in 12 months (the district's notice, Art. 2)
            - violations in the last 12 months 3 times (≥ 3 times)

            """.ReplaceLineEndings("\n"), page.ToMarkdown(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_AdjustmentInVain_IsNotTold()
    {
        var text = new GradeLetter<Tier>(Grader.Explain(School(3_000, violations: 3)), "光华学校", March).ToText();

        Assert.DoesNotContain("调整", text, StringComparison.Ordinal);
        Assert.DoesNotContain("adjust", text, StringComparison.Ordinal);
        Assert.DoesNotContain("raised", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_BoundsAndFinalRules_TellWhatTheyDid()
    {
        var policy = Policy.Draft("2").BasedOn(Basis).Without("headquarters").AtLeast("closed-floor", Tier.C, Violations >= 1, ("有违法记录", "violations on record"))
            .Rule("headquarters", Tier.D, Headquarters, ("连锁总部", "chain headquarters"), isFinal: true).Build();
        var (kept, final) = (Of(School(80, violations: 1)), Of(School(600, violations: 3).With(Headquarters.Of(true))));

        Assert.Contains("- tier D before adjustment: no other rule applies: all others (the district's notice, Art. 2)\n", kept, StringComparison.Ordinal);
        Assert.Contains("- not milder than tier C: violations on record (the district's notice, Art. 2)\n- violations in the last 12 months 1 times (≥ 1 times)\n", kept, StringComparison.Ordinal);
        Assert.Contains("- 调整前为 D 级：不符合其他各条，按“其他”分级（依据：示范区通知 第2条）\n", kept, StringComparison.Ordinal);
        Assert.Contains("- 因有违法记录（依据：示范区通知 第2条），不宽于 C 级\n", kept, StringComparison.Ordinal);
        Assert.Contains(
            "- this rule is final: the grade is not adjusted\n- so this was not applied: 3 violations and more in 12 months\n- so this was not applied: violations on record\n", final, StringComparison.Ordinal);
        Assert.Contains("- 本条为直接定级，等级不再调整\n- 因此未适用：近12个月违法3次以上\n- 因此未适用：有违法记录\n", final, StringComparison.Ordinal);

        string Of(FactRecord facts) => new GradeLetter<Tier>(new Grader<Tier>(policy).Explain(facts), "光华学校", policy.From).ToText();
    }

    [Fact]
    public void Letter_SumOfPoints_TellsEachPart()
    {
        var policy = GradingPolicy.Define("points", "1", ("计分", "points"), Tiers.Scale).BasedOn(Basis)
            .Rule("three", Tier.A, Diners * 0.01m + Score.When(Headquarters, 3) >= 3, ("3分以上", "3 points and more")).Otherwise(Tier.D, ("其他", "all others")).Build();

        Assert.Contains(
            ", of which: 0.01 × diners: 0.5; chain headquarters: 3\n",
            new GradeLetter<Tier>(new Grader<Tier>(policy).Explain(new FactRecord(Diners.Of(50), Headquarters.Of(true))), "光华学校", March).Page.ToMarkdown(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_NotGraded_TellsTheReasonOnceAndNoMeaningOfGrades()
    {
        var page = new GradeLetter<Tier>(Grader.Explain(School(450).With(Closed.Of(true))), "光华学校", March).Page;

        Assert.Equal(
            """
            # 食品安全分级告知书

            光华学校：

            根据《食堂和商店分级标准》（2027.1 版），贵单位在2027年3月1日不予分级。理由如下：

            - 已关闭（依据：示范区通知 第2条）
            - 已关闭：是

            ## 申诉权利

            对本次分级结果有异议的，可以向作出分级的部门提出申诉，并提交有关材料；申诉由未参与本次分级的人员复核。

            2027年3月1日

            """.ReplaceLineEndings("\n"), page.ToMarkdown(Language.Chinese));
        Assert.Contains(
            "By \"Tiers of canteens and shops\" (version 2027.1) your business has no grade on 2027-03-01. The reason:\n\n- closed (the district's notice, Art. 2)\n- closed: yes\n\n## The right",
            page.ToMarkdown(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_WhatIsNotStated_IsToBeStated()
    {
        var required = new Grader<Tier>(Policy.Draft("2").BasedOn(Basis).RequireStated(Diners, Violations).Build());
        var none = new GradeLetter<Tier>(required.Explain(School(1).With(Diners.Of(null))), "光华学校", required.Policy.From);
        var open = new GradeLetter<Tier>(Grader.Explain(School(450).With(Violations.Of(null)).With(Headquarters.Of((bool?)null))), "光华学校", March);

        Assert.Equal([Diners], none.ToState);
        Assert.Contains("不予分级。理由如下：\n\n- 未填报：用餐人数（依据：示范区通知 第2条）\n\n## 需要补报的情况\n\n下列情况未填报，补报后重新分级，请及时补报：\n\n- 用餐人数\n\n##", none.ToText(), StringComparison.Ordinal);
        Assert.Equal([Headquarters, Violations], open.ToState);
        Assert.Contains("- chain headquarters\n- violations in the last 12 months\n\n## What to report\n", open.ToText(), StringComparison.Ordinal);
        Assert.Equal([Diners], open.ToReport.Select(change => change.To.Fact!));
    }

    [Fact]
    public void Letter_TimeToAppeal_TellsAsMuchAsIsKnown()
    {
        var within = TimeLimit.Days(21, Basis) with { IncludesFirstDay = true };
        var last = within.After(March, WorkingCalendar.China);
        var letter = new GradeLetter<Tier>(Grader.Explain(School(450)), "光华学校", March) { AppealWithin = within, NotifiedOn = March, AppealBy = last };

        Assert.Contains("\n申诉期限：21 日，自告知当日（2027年3月1日）起算，至2027年3月21日止（含当日）（依据：示范区通知 第2条）。\n", letter.ToText(), StringComparison.Ordinal);
        Assert.Contains(
            "\nTime to appeal: 21 days, beginning with the day of notification (2027-03-01); the last day is 2027-03-21 (the district's notice, Art. 2).\n", letter.ToText(), StringComparison.Ordinal);
        Assert.Contains(
            "\nTime to appeal: 15 working days after the day of notification (the district's notice, Art. 2).\n",
            new GradeLetter<Tier>(Grader.Explain(School(450)), "光华学校", March) { AppealWithin = TimeLimit.WorkingDays(15, Basis) }.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Time to appeal", new GradeLetter<Tier>(Grader.Explain(School(450)), "光华学校", March).ToText(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new GradeLetter<Tier>(Grader.Explain(School(450)), "光华学校", March) { AppealWithin = TimeLimit.Hours(24, Basis) });
        Assert.Throws<ArgumentException>(() => new GradeLetter<Tier>(Grader.Explain(School(450)), "光华学校", March) { AppealBy = last, NotifiedOn = last.LastDay.PlusDays(1) });
        Assert.Equal(last.LastDay, new GradeLetter<Tier>(Grader.Explain(School(450)), "光华学校", March) { AppealBy = last, NotifiedOn = last.LastDay }.NotifiedOn);
    }

    [Fact]
    public void Letter_FarFromAStricterGrade_LeavesTheNumberOut() => Assert.DoesNotContain(
        new GradeLetter<Tier>(Grader.Explain(School(120)), "光华学校", new LocalDate(2027, 3, 1)).ToReport, change => change.To.Fact is NumberFact);

    [Fact]
    public void Letter_ByADraft_IsRefused()
    {
        var draft = new Grader<Tier>(Policy.Draft("2028.1").InForce(new LocalDate(2028, 1, 1)).Build()).Explain(School(450));

        Assert.Equal(new LocalDate(2028, 1, 1), new GradeLetter<Tier>(draft, "光华学校", new LocalDate(2028, 1, 1)).On);
        Assert.Contains(
            "2028.1' is not in force on 2027-12-31, but from 2028-01-01 on.",
            Assert.Throws<ArgumentException>(() => new GradeLetter<Tier>(draft, "光华学校", new LocalDate(2027, 12, 31))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OfALetter_ShowsMarkupAsText() => Assert.Contains(
        "<p>&lt;b&gt;光华&amp;学校&lt;/b&gt;：</p>", new GradeLetter<Tier>(Grader.Explain(School(450)), "<b>光华&学校</b>", new LocalDate(2027, 3, 1)).Page.ToHtml(Language.Chinese), StringComparison.Ordinal);
}
