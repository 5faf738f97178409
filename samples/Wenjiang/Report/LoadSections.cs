using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using Wenjiang.Report.Pictures;
using Wenjiang.Responsibility;
using Wenjiang.Screen;
using Wenjiang.Sources;

namespace Wenjiang.Report;

/// <summary>How many businesses the cadres of each level answer for.</summary>
internal static class LoadSections
{
    public static Html ByLevel(ReportPage page)
    {
        var levels = page.Findings.Before.Levels;
        var most = Math.Max(1, levels.Select(level => level.Most).DefaultIfEmpty().Max());
        return levels.IsEmpty ? Html.Empty : page.Section(("责任链：各级负荷", "Responsibility chains: the load of each level"), Html.Of($"""
            <div class="wide"><table class="towns">
            <thead><tr><th>{page.In(("层级", "Level"))}</th><th class="n">{page.In(("席位", "Seats"))}</th>
            {Html.Join(EnumCodes.All<ResponsibleStep>().Select(step => Html.Of($"<th class=\"n\">{page.In(step.Name())}</th>")))}<th class="bar">{page.In(("人均主体", "Businesses per seat"))}</th></tr></thead>
            <tbody>
            {Html.Join(levels.Select(level => Row(page, level, most)))}
            </tbody>
            </table></div>
            <p class="note">{page.In((
                "条为每个席位作为主体责任人平均包保的主体数，线为最少至最多；各级同用一把尺。",
                "The bar is how many businesses a seat has on average as main responsible, the line goes from least to most; all levels have one scale."))}</p>
            """), page.Findings.CadreOrigin, Origin.Computed);
    }

    private static Html Row(ReportPage page, LevelFigures level, int most)
    {
        var name = page.In(level.Load.Level.Name());
        return Html.Of($"""
            <tr><td>{name}</td>{Cell(level.Load.Seats)}{Cell(level.Load.Main)}{Cell(level.Load.Second)}{Cell(level.Load.Third)}
            <td class="bar">{LoadBar.Of(name, level, most)}</td></tr>
            """);
    }

    private static Html Cell(int count) => Html.Of($"""<td class="n">{Figures.Number(count)}</td>""");
}
