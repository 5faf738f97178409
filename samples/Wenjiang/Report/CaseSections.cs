using System.Globalization;
using FoodSafety.Domain.Languages;
using Wenjiang.Sources;

namespace Wenjiang.Report;

/// <summary>Single cases: three businesses explained, and the rows that were not accepted.</summary>
internal static class CaseSections
{
    public static Html Explanations(ReportPage page) => page.Section(("为什么是这一级：三个例子", "Why this tier: three cases"), Html.Of($"""
        <div class="cases">
        {Html.Join(page.Findings.Before.Explained.Select(explained => Html.Of($"""
            <article class="case">
            <h3>{page.Badge(explained.Explanation.Decision.FindGrade())} {explained.Business.Name}</h3>
            <p class="where">{page.In(explained.Business.Type.Name())} · {page.In(page.Findings.Areas.TownOf(explained.Business.Area))}</p>
            <div class="why">{Lines(explained.Explanation.ToText(page.Language))}</div>
            </article>
            """)))}
        </div>
        """), page.Findings.Origin, Origin.Computed);

    public static Html Rejected(ReportPage page) => page.Findings.Rejected.IsEmpty ? Html.Empty : page.Section(("未接受的行", "Rows that were not accepted"), Html.Of($"""
        <div class="wide"><table>
        <thead><tr><th class="n">{page.In(("行", "Row"))}</th><th>{page.In(("字段", "Field"))}</th><th>{page.In(("规则", "Rule"))}</th><th>{page.In(("原因", "Reason"))}</th></tr></thead>
        <tbody>
        {Html.Join(page.Findings.Rejected.SelectMany(row => row.Faults.Select(fault => Html.Of($"""
            <tr><td class="n">{row.Row.Row.ToString(CultureInfo.InvariantCulture)}</td><td><code>{fault.Field}</code></td><td><code>{fault.Rule}</code></td><td>{page.In(fault.Text)}</td></tr>
            """))))}
        </tbody>
        </table></div>
        """), Origin.Given, Origin.Computed);

    /// <summary>The lines of an explanation, those of evidence indented.</summary>
    private static Html Lines(string text) => Html.Join(text.Split('\n').Select(line =>
        Html.Of($"""<p class="{(line.StartsWith(' ') ? "evidence" : "line")}">{line.Trim()}</p>""")));
}
