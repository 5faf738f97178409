using Wenjiang.Register;
using Wenjiang.Report.Pictures;
using Wenjiang.Sources;

namespace Wenjiang.Report;

/// <summary>What moved when some facts changed.</summary>
internal static class MoveSections
{
    public static Html Map(ReportPage page)
    {
        var changes = page.Findings.Dynamics;
        return page.Section(("动态管理：等级转移", "Dynamic management: from tier to tier"), Html.Of($"""
            <div class="beside">
            <div class="picture">{MoveMap.Of(changes, page.Language)}</div>
            <div>
            <p>{page.In((
                $"{changes.Examined} 家主体的经营情况有变，只对这些重新分级：{changes.Moved} 家变级，其余不动。",
                $"The facts of {changes.Examined} businesses changed, and only these were graded again: {changes.Moved} moved, the others stayed."))}</p>
            <ul class="key">
            <li><i class="up"></i>{page.In(("升级：由更高层级包保", "up: a higher level of cadres takes over"))}</li>
            <li><i class="down"></i>{page.In(("降级：由更低层级包保", "down: a lower level of cadres takes over"))}</li>
            <li><i class="out"></i>{page.In(("不予分级：已注销", "none: closed, so not graded"))}</li>
            <li><i class="stayed"></i>{page.In(("未变级", "stayed"))}</li>
            </ul>
            </div>
            </div>
            """), Origin.Generated, Origin.Computed);
    }

    public static Html Moves(ReportPage page) => page.Findings.Dynamics.Moves.IsEmpty ? Html.Empty : page.Section(("变级主体", "Businesses that moved"), Html.Of($"""
        <div class="wide"><table class="moves">
        <thead><tr><th>{page.In(("主体", "Business"))}</th><th>{page.In(("镇街", "Town"))}</th><th>{page.In(("变动", "Move"))}</th>
        <th>{page.In(("变化的事实", "What changed"))}</th><th>{page.In(("现依据条款", "Rule now"))}</th></tr></thead>
        <tbody>
        {Html.Join(page.Findings.Dynamics.Moves.Select(move => Row(page, move)))}
        </tbody>
        </table></div>
        """), Origin.Computed);

    private static Html Row(ReportPage page, MovedBusiness move) => Html.Of($"""
        <tr><td>{move.Business.Name}</td><td class="town">{page.In(page.Findings.Areas.TownOf(move.Business.Area))}</td>
        <td class="move">{page.Badge(move.From)} → {page.Badge(move.To)}</td><td>{page.In(move.Change)}</td><td>{page.In(move.Rule)}</td></tr>
        """);
}
