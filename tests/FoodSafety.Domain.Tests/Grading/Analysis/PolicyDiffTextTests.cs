using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using static FoodSafety.Domain.Tests.Grading.CanteenPolicy;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>What an amendment does, as it is handed out.</summary>
public class PolicyDiffTextTests
{
    private static readonly PolicyDiff<Tier> Diff = PolicyDiff.Between(Policy, Amended);

    [Fact]
    public void ToText_Amendment_SaysTheClausesFirstAndThenTheRegionsByCause_InEnglish()
    {
        var lines = Diff.ToText(Language.English).Split('\n');

        Assert.Equal(
            [
                "Tiers of canteens and shops: 2027.1 → 2027.2",
                "- school canteens, tier B: diners 500 → 400 people",
                "- 2 violations and more in 12 months, 1 stricter: violations in the last 12 months 3 → 2 times",
                "Grades that change (all of them: not (closed))",
                "- school canteens, tier B: diners 500 → 400 people",
                "  · trade is school canteens, diners 400 to 499 people, not (chain headquarters), violations in the last 12 months < 2 times: tier C → tier B",
                "  · trade is school canteens, diners 400 to 499 people, not (chain headquarters), violations in the last 12 months ≥ 3 times: tier B → tier A",
                "- school canteens, tier B: diners 500 → 400 people; 2 violations and more in 12 months, 1 stricter: violations in the last 12 months 3 → 2 times",
                "  · trade is school canteens, diners 400 to 499 people, not (chain headquarters), violations in the last 12 months 2 times: tier C → tier A",
                "- 2 violations and more in 12 months, 1 stricter: violations in the last 12 months 3 → 2 times",
            ],
            lines.Take(10));
        Assert.Contains("  · trade is school canteens, diners 100 to 399 people, not (chain headquarters), violations in the last 12 months 2 times: tier C → tier B", lines);
        Assert.Single(lines, line => line.Contains("not (closed)", StringComparison.Ordinal));
    }

    [Fact]
    public void ToText_Amendment_InChinese()
    {
        var lines = Diff.ToText(Language.Chinese).Split('\n');

        Assert.Equal(
            [
                "食堂和商店分级标准：2027.1 → 2027.2",
                "- 学校食堂，B 级：用餐人数 500 → 400 人",
                "- 近12个月违法2次以上，从严 1 级：近12个月违法次数 3 → 2 次",
                "等级变化（均限于：非(已关闭)）",
                "- 学校食堂，B 级：用餐人数 500 → 400 人",
                "  · 业态为学校食堂，用餐人数 400 至 499 人，非(连锁总部)，近12个月违法次数 < 2 次：C 级 → B 级",
            ],
            lines.Take(6));
        Assert.Contains("  · 业态为学校食堂，用餐人数 100 至 399 人，非(连锁总部)，近12个月违法次数 2 次：C 级 → B 级", lines);
    }

    [Fact]
    public void Differences_HaveTheClausesThatCauseThem()
    {
        Assert.Equal(["school-b", "school-b violations", "violations"], Diff.Differences.Select(difference => string.Join(' ', difference.Causes)).Distinct());
        Assert.All(Diff.Differences, difference => Assert.Equal(
            (difference.From, difference.To),
            (new Grader<Tier>(Policy).Grade(difference.Witness!.Facts).FindGrade(), new Grader<Tier>(Amended).Grade(difference.Witness.Facts).FindGrade())));
    }

    [Fact]
    public void Text_OfEveryFateOfAClause_SaysItInWords()
    {
        var now = Policy.Draft("2").BasedOn(Basis)
            .Without("small").Without("school-a").Without("shop-c").Without("violations")
            .Rule("school-a", Tier.B, Business.Is(Trade.School, Trade.Kindergarten) & Diners >= 3_000 & Headquarters, ("用餐3000人以上的学校食堂", "school canteens of 3,000 diners and more"))
            .Rule("shop-c", Tier.C, Business.Is(Trade.Shop) & Area >= 150, ("中型商店", "medium shops"))
            .Adjust("violations", 2, Violations >= 3, ("近12个月违法3次以上", "3 violations and more in 12 months"))
            .Rule("wholesalers", Tier.B, Business.Is(Trade.Wholesaler), ("批发商", "wholesalers"))
            .Build();

        Assert.Equal(
            [
                "school canteens of 3,000 diners and more, tier A → tier B: also kindergarten canteens; now asked: chain headquarters",
                "medium shops: the title was \"shops of 150 m² and more\"",
                "removed: stalls and workshops, tier D: trade is stalls or workshops",
                "3 violations and more in 12 months, 1 stricter → 2 stricter",
                "added: wholesalers, tier B: trade is wholesalers",
            ],
            PolicyDiff.Between(Policy, now).Clauses.Select(change => change.Text.English));
    }

    [Fact]
    public void ToText_SameGrading_SaysSo() => Assert.EndsWith(
        "\nBoth versions give everything the same grade", PolicyDiff.Between(Policy, Policy.Draft("2").Build()).ToText(Language.English), StringComparison.Ordinal);

    [Fact]
    public void ChangeFrom_BusinessThatAnAdjustmentMoves_NamesTheAdjustment()
    {
        var shop = new FactRecord(Business.Of(Trade.Shop), Area.Of(100), Violations.Of(2), Headquarters.Of(false), Closed.Of(false));

        var change = new Grader<Tier>(Amended).Explain(shop).ChangeFrom(new Grader<Tier>(Policy).Explain(shop));

        Assert.Equal(new BilingualText("D 级 → C 级：其他；新增调整：近12个月违法2次以上", "tier D → tier C: all others; now adjusted: 2 violations and more in 12 months"), change);
    }
}
