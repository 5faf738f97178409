using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using static FoodSafety.Domain.Tests.Grading.CanteenPolicy;

namespace FoodSafety.Domain.Tests.Grading.Files;

/// <summary>The table that leaders read.</summary>
public class TypeTableTests
{
    [Fact]
    public void ToMarkdown_InEnglish_IsTypesByGradesWithEqualRowsMerged() => Assert.Contains(
        """
        ## Grades

        | trade | tier A | tier B | tier C | tier D |
        |---|---|---|---|---|
        | school canteens | diners ≥ 3,000 people | diners 500 to 2,999 people | diners 100 to 499 people | diners < 100 people |
        | kindergarten canteens | — | diners ≥ 300 people | — | diners < 300 people |
        | shops | — | — | floor area ≥ 150 m² | floor area < 150 m² |
        | stalls, workshops, wholesalers | — | — | — | all |

        chain headquarters: at least tier B.

        ## Adjustments

        - 3 violations and more in 12 months (1 stricter)

        ## Not graded

        - closed

        """.ReplaceLineEndings("\n"), Policy.TableByType().ToMarkdown(Language.English), StringComparison.Ordinal);

    [Fact]
    public void ToMarkdown_InChinese_IsTypesByGrades() => Assert.Contains(
        """
        ## 分级标准

        | 业态 | A 级 | B 级 | C 级 | D 级 |
        |---|---|---|---|---|
        | 学校食堂 | 用餐人数 ≥ 3,000 人 | 用餐人数 500 至 2,999 人 | 用餐人数 100 至 499 人 | 用餐人数 < 100 人 |
        | 幼儿园食堂 | — | 用餐人数 ≥ 300 人 | — | 用餐人数 < 300 人 |
        | 商店 | — | — | 经营面积 ≥ 150 平方米 | 经营面积 < 150 平方米 |
        | 摊贩、小作坊、批发商 | — | — | — | 全部 |

        连锁总部：至少为 B 级。

        ## 等级调整

        - 近12个月违法3次以上（从严 1 级）

        ## 不予分级

        - 已关闭

        """.ReplaceLineEndings("\n"), Policy.TableByType().ToMarkdown(Language.Chinese), StringComparison.Ordinal);

    [Fact]
    public void ToCsv_QuotesCommasAndKeepsTheHeadings()
    {
        var lines = Policy.TableByType().ToCsv(Language.English).Split("\r\n");

        Assert.Contains("trade,tier A,tier B,tier C,tier D", lines);
        Assert.Contains("school canteens,\"diners ≥ 3,000 people\",\"diners 500 to 2,999 people\",diners 100 to 499 people,diners < 100 people", lines);
    }

    [Fact]
    public void ToHtml_IsADocumentWithTables()
    {
        var html = Policy.TableByType().ToHtml(Language.Chinese);

        Assert.StartsWith("<!doctype html>\n<html lang=\"zh-CN\">", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>学校食堂</td><td>用餐人数 ≥ 3,000 人</td>", html, StringComparison.Ordinal);
        Assert.Equal(html.Split("<table>").Length, html.Split("</table>").Length);
        Assert.Equal(html.Split("<ul>").Length, html.Split("</ul>").Length);
    }

    [Fact]
    public void TableByType_BuiltInTiers_HasEveryTypeOnce()
    {
        var page = TierPolicies.SizeAndDiners2022.TableByType().ToMarkdown(Language.English);

        var choice = FoodSafety.Domain.Businesses.BusinessFacts.Type;
        Assert.All(choice.Values.Where(value => value != 0), value => Assert.Contains(choice.Show(value).English, page, StringComparison.Ordinal));
    }

    /// <summary>Two limits that have to be reached together: what a stricter grade takes is left out in words and not in ranges that overlap.</summary>
    [Fact]
    public void TableByType_TwoLimitsTogether_AreToldFromWhereOn()
    {
        var page = TierPolicies.SizeAndDiners2022.TableByType();

        Assert.Contains("| 餐馆 | 从业人员 ≥ 300 人，", page.ToMarkdown(Language.Chinese), StringComparison.Ordinal);
        var restaurant = page.ToMarkdown(Language.English).Split('\n').Single(line => line.StartsWith("| Restaurant |", StringComparison.Ordinal)).Split(" | ");
        Assert.StartsWith("staff ≥ 100 people, annual revenue ≥ ", restaurant[2], StringComparison.Ordinal);
        Assert.EndsWith(", short of tier A", restaurant[2], StringComparison.Ordinal);
        Assert.EndsWith(", short of tier B", restaurant[3], StringComparison.Ordinal);
        Assert.Equal("all others |", restaurant[4]);
        Assert.Contains("，未达 A 级 |", page.ToMarkdown(Language.Chinese), StringComparison.Ordinal);
    }

    /// <summary>A note that is of some types only has a mark at those.</summary>
    [Fact]
    public void TableByType_OverridingRuleOfSomeTypes_IsMarkedAtThem()
    {
        var page = TierPolicies.SizeAndDiners2022.Draft("2").BasedOn(TierPolicies.SizeAndDiners2022.Otherwise.Basis)
            .Rule("direct", Tier.A, BusinessFacts.Type.Is(BusinessType.SchoolCanteen) & BusinessFacts.SpecialFood, ("学校食堂经营特殊食品", "schools with special food")).Build()
            .TableByType().ToMarkdown(Language.English);

        Assert.Contains("\n| School canteen¹ | ", page, StringComparison.Ordinal);
        Assert.Contains("\n| Restaurant | ", page, StringComparison.Ordinal);
        Assert.Contains("\n\nchain headquarters: at least tier B.\n\n¹ schools with special food: at least tier A.\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void TableByType_PolicyWithoutTypes_HasOneRow() => Assert.Contains(
        "| business | tier A | tier B | tier C | tier D |\n|---|---|---|---|---|\n| all | diners ≥ 500 people | — | — | diners < 500 people |\n",
        Plan.Define().With("big", Tier.A, Plan.Diners >= 500).OrElse(Tier.D).TableByType().ToMarkdown(Language.English), StringComparison.Ordinal);
}
