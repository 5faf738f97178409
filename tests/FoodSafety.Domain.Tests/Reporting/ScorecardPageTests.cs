using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Reporting;

public partial class ScorecardPageTests
{
    private static readonly ScorecardReport Report = ScorecardReport.Of(SmallDistrict.OnItsDay(), SmallDistrict.Area) with
    {
        Published = [new(ScorecardMeasure.Businesses, 9_709, new Citation(("某报", "a <paper>"), SourceStanding.PressReport))],
        Notes = [("演示数据", "made & shown")],
    };

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void ToHtml_IsWellFormed_AndLoadsNothing(Language language)
    {
        var page = Report.ToHtml(language);
        var html = Parse(page);

        Assert.StartsWith("<!doctype html>\n<html lang=", page, StringComparison.Ordinal);
        Assert.Equal(language == Language.Chinese ? "zh-CN" : "en", html.Root!.Attribute("lang")!.Value);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(html.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.DoesNotContain("\r", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Chinese, "主体等级", "包保干部层级", "各区划等级", "各区划进度", "整改中问题的时长", "日管控缺漏主体数", "考核指标", "全部数字")]
    [InlineData(Language.English, "Tiers", "Cadres by level", "Tiers by area", "Coverage by area", "Age of the open problems", "Businesses that missed their daily record", "Indicators", "All counts")]
    public void ToHtml_HasEverySection(Language language, params string[] sections) =>
        Assert.Equal(sections, Parse(Report.ToHtml(language)).Descendants("h2").Select(heading => heading.Value));

    [Fact]
    public void ToHtml_InEnglish_HasNoChinese_ButTheNamesOfPlaces()
    {
        var text = string.Join(" ", Parse(Report.ToHtml(Language.English)).DescendantNodes().OfType<XText>().Select(node => node.Value));

        Assert.DoesNotMatch(Cjk(), text.Replace("温江区", "", StringComparison.Ordinal));
    }

    [Fact]
    public void ToHtml_EscapesNamesAndNotes()
    {
        var page = Report.ToHtml(Language.English);

        Assert.DoesNotContain("<b>&\"town", page, StringComparison.Ordinal);
        Assert.Contains(Parse(page).Descendants("td"), cell => cell.Value == SmallDistrict.Awkward);
        Assert.Equal(["made & shown", "Published: a <paper> (illustrative)"], Parse(page).Descendants("li").Where(item => item.Parent!.Parent!.Name == "footer").Select(item => item.Value));
    }

    [Fact]
    public void ToHtml_ShowsCountsSharesAndWhatWasPublished()
    {
        var cards = Parse(Report.ToHtml(Language.English)).Descendants("div").Where(box => (string?)box.Attribute("class") == "card").ToArray();

        Assert.Equal(
            ["3Businessespublished 9,709", "3100%Tied to a cadre", "133.3%Named in a commitment", "266.7%Visited", "3Cadres", "1Safety directors on duty", "1Safety officers on duty", "150.0%Problems rectified"],
            cards.Select(card => card.Value));
    }

    [Fact]
    public void ToHtml_DrawsAColumnForEachDay_OfItsHeight()
    {
        var page = Parse(Report.ToHtml(Language.English));
        var columns = page.Descendants("rect").Where(box => (string?)box.Attribute("class") is "missed" or "weekend").ToArray();

        Assert.Equal(["2024-03-08: 2", "2024-03-09: 1", "2024-03-10: 2"], columns.Select(column => column.Value));
        Assert.Equal(["missed", "weekend", "weekend"], columns.Select(column => column.Attribute("class")!.Value));
        Assert.Equal((double)columns[0].Attribute("height")!, 2 * (double)columns[1].Attribute("height")!);
    }

    [Fact]
    public void ToHtml_OfAVillage_LeavesOutWhatItHasNoPartsFor()
    {
        var report = ScorecardReport.Of(SmallDistrict.Build().AsOf(SmallDistrict.Day.PlusDays(-30)), SmallDistrict.Village);

        Assert.Empty(report.Parts);
        Assert.Equal(
            ["Tiers", "Cadres by level", "Age of the open problems", "Indicators", "All counts"],
            Parse(report.ToHtml(Language.English)).Descendants("h2").Select(heading => heading.Value));
        Assert.Empty(Parse(report.ToHtml(Language.English)).Descendants("footer"));
    }

    [Fact]
    public void ToHtml_InNoLanguage_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Report.ToHtml((Language)2));

    // What XML does not know of HTML: the doctype in lower case, and elements that need no end.
    private static XDocument Parse(string page)
    {
        var text = VoidElement().Replace(page.Replace("<!doctype html>\n", "", StringComparison.Ordinal), "<$1/>");
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader);
    }

    [GeneratedRegex("<(meta[^>]*)>")]
    private static partial Regex VoidElement();

    [GeneratedRegex(@"[\u3000-\u9fff\uff00-\uffef]")]
    private static partial Regex Cjk();

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void ToHtml_FitsAPhone_TablesScrollInTheirOwnFrameAndBarsAreNotDrawn(Language language)
    {
        var page = Report.ToHtml(language);

        Assert.Equal(page.Split("<table").Length, page.Split("<div class=\"wide\"><table").Length);
        Assert.DoesNotContain("table { overflow-x", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"row\"><span class=\"label\">&lt;b&gt;&amp;&quot;town&quot;, one</span><span class=\"stack\"><i class=\"tier-B\" style=\"width:33.33%\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_OfNotesThatSteer_ShowThem()
    {
        var report = Report with { Notes = [("a\u202Eb\0", "a\u202Eb\0<b>[x](http://y)")] };

        Assert.Contains("<li>a‹U+202E›b‹U+0000›&lt;b&gt;[x](http://y)</li>", report.ToHtml(Language.English), StringComparison.Ordinal);
        Assert.Contains("a‹U+202E›b‹U+0000›\\<b>\\[x\\](http\\://y)", report.ToMarkdown(Language.English), StringComparison.Ordinal);
    }
}
