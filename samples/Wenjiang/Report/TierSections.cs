using Wenjiang.Register;
using Wenjiang.Report.Pictures;
using Wenjiang.Screen;
using Wenjiang.Sources;

namespace Wenjiang.Report;

/// <summary>How many businesses are in which tier: by town, and beside other places.</summary>
internal static class TierSections
{
    public static Html ByTown(ReportPage page)
    {
        var (towns, all) = (page.Findings.Before.Towns, page.Findings.Before.All);
        var hasNotGraded = all.NotGraded > 0;
        var longest = Math.Max(1, towns.Max(town => town.Total));
        return page.Section(("各镇街等级分布", "Tiers by town"), Html.Of($"""
            <div class="wide"><table class="towns">
            <thead><tr><th>{page.In(("镇街", "Town or street"))}</th>{Html.Join(TierCounts.LargestFirst.Select(tier => Html.Of($"<th class=\"n\">{page.Badge(tier)}</th>")))}
            {NotGraded(Html.Of($"<th class=\"n\">{page.Badge(null)}</th>"))}<th class="n">{page.In(("合计", "Total"))}</th><th class="bar"></th></tr></thead>
            <tbody>
            {Html.Join(towns.Select(town => Row(town, longest)))}
            </tbody>
            <tfoot>
            {Row(all, Math.Max(1, all.Total))}
            <tr class="share"><td>{page.In(("占比", "Share"))}</td>{Html.Join(TierCounts.LargestFirst.Select(tier => Cell(Figures.Percent(all[tier], all.Total))))}{NotGraded(Cell(""))}<td></td>
            <td class="bar">{page.In((
                "各镇街的条同用一把尺；全区的条为全长，只示构成",
                "The bars of the towns have one scale; that of the district has its full width and shows the composition only"))}</td></tr>
            </tfoot>
            </table></div>
            """), page.Findings.Origin, Origin.Computed);

        Html NotGraded(Html cell) => hasNotGraded ? cell : Html.Empty;

        Html Row(TierCounts counts, long longest) => Html.Of($"""
            <tr><td>{page.In(counts.Place)}</td>{Html.Join(TierCounts.LargestFirst.Select(tier => Cell(Figures.Number(counts[tier]))))}
            {NotGraded(Cell(Figures.Number(counts.NotGraded)))}<td class="n total">{Figures.Number(counts.Total)}</td>
            <td class="bar">{TierBar.Of(page.In(counts.Place), counts, longest)}</td></tr>
            """);
    }

    public static Html Shares(ReportPage page) => page.Section(("与其他城市的比较", "Beside other cities"), Html.Of($"""
        <div class="picture">{ShareBars.Of(page.Findings.Before.All, page.Language)}</div>
        <p class="note">{page.In((
            "每一级各用一把尺：在公布数字的城市，D 级是 A 级的数百倍。灰色为宜宾、咸阳公布的占比，彩色为本报告计算的占比。",
            "Each tier has a scale of its own, since D is hundreds of times A. Grey: the shares that Yibin and Xianyang published. Coloured: the shares computed here."))}</p>
        """), Origin.Computed, Origin.Published);

    private static Html Cell(string text) => Html.Of($"""<td class="n">{text}</td>""");
}
