using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.Sources;
using Wenjiang.Scorecards;
using Wenjiang.Screen;
using Wenjiang.Sources;

namespace Wenjiang.Report;

/// <summary>The report: one HTML file that needs nothing else, for the screen and for A4 paper.</summary>
internal static class HtmlReport
{
    public const string Name = "wenjiang-report.html";

    private const string StyleSheet = "Wenjiang.Report.report.css";

    public static string Of(Findings findings, Language language)
    {
        var page = new ReportPage(findings, language);
        var title = page.In(("温江区食品安全包保主体分级报告", "Wenjiang District: tiers of food businesses"));
        return Html.Of($"""
            <!doctype html>
            <html lang="{page.In(("zh-CN", "en"))}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>
            {Style()}
            </style>
            </head>
            <body>
            <main>
            {Header(page, title)}
            {Cards(page)}
            {TierSections.ByTown(page)}
            {TierSections.Shares(page)}
            {CaseSections.Explanations(page)}
            {LoadSections.ByLevel(page)}
            {MoveSections.Map(page)}
            {MoveSections.Moves(page)}
            {CaseSections.Rejected(page)}
            {Footer(page)}
            </main>
            </body>
            </html>

            """).ToString();
    }

    private static Html Style()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(StyleSheet)!;
        using var reader = new StreamReader(stream);
        return Html.Trusted(reader.ReadToEnd());
    }

    private static Html Header(ReportPage page, string title) => Html.Of($"""
        <header>
        <p class="over">{page.In(("成都市温江区 · 食品安全“两个责任”", "Chengdu, Sichuan · food safety’s “two responsibilities”"))}</p>
        <h1>{title}</h1>
        <p class="lead">{page.In(page.Findings.Policy.Title)} · {page.Findings.Policy.Id} {page.Findings.Policy.Version}</p>
        <p class="lead"><a href="{ScorecardFiles.Page}">{page.In(($"成绩单 {SampleDays.Scored:uuuu-MM-dd}", $"Scorecard of {SampleDays.Scored:uuuu-MM-dd}"))}</a> ·
        <a href="{ScorecardFiles.MidwayPage}">{page.In(($"首轮进行中 {SampleDays.Midway:uuuu-MM-dd}", $"in the middle of the round, {SampleDays.Midway:uuuu-MM-dd}"))}</a></p>
        <ul class="legend">
        {Html.Join(new[] { Origin.Published, page.Findings.Origin, page.Findings.CadreOrigin, Origin.Computed }.Distinct().Select(origin => Html.Of(
            $"<li>{page.Tag(origin)} {page.In(origin.Meaning())}</li>")))}
        </ul>
        </header>
        """);

    /// <summary>The figures to take away, each with where it comes from.</summary>
    private static Html Cards(ReportPage page)
    {
        var all = page.Findings.Before.All;
        var changes = page.Findings.Dynamics;
        return Html.Of($"""
            <section class="figures">
            {Card(Figures.Number(all.Total), ("包保主体", "businesses"), page.Findings.Origin == Origin.Generated ? Origin.Published : Origin.Given)}
            {Card($"{Published.Towns} / {Published.Villages}", ("镇街 / 村社区", "towns / villages"), Origin.Published)}
            {Card($"{Published.Directors}", ("在岗食品安全总监", "safety directors on duty"), Origin.Published)}
            {Card(Figures.Number(all[Tier.A] + all[Tier.B]), ("A、B 级主体", "businesses in tiers A and B"), Origin.Computed)}
            {Card($"{changes.Moved} / {changes.Examined}", ("变级 / 重新分级", "moved / regraded"), Origin.Computed)}
            </section>
            """);

        Html Card(string value, BilingualText name, Origin origin) => Html.Of(
            $"""<div class="figure"><b>{value}</b><span>{page.In(name)}</span>{page.Tag(origin)}</div>""");
    }

    private static Html Footer(ReportPage page) => Html.Of($"""
        <footer>
        <h2>{page.In(("来源与说明", "Sources and notes"))}</h2>
        <ul>
        <li>{page.Tag(Origin.Published)} {page.In(("温江区主体数、食品安全总监数：", "Businesses and safety directors of Wenjiang: "))}{page.In(Published.WenjiangSource)}</li>
        <li>{page.Tag(Origin.Published)} {page.In(("镇街与村社区：", "Towns and villages: "))}{page.In(Published.DivisionsSource)}</li>
        {Html.Join(Published.Cities.Select(city => Html.Of(
            $"<li>{page.Tag(Origin.Published)} {page.In(city.Place)}: A {Figures.Number(city.A)} · B {Figures.Number(city.B)} · C {Figures.Number(city.C)} · D {Figures.Number(city.D)} — {page.In(city.Source)}</li>")))}
        <li>{page.In((
            "分级标准为示意：未见国家公布的分级阈值。标准中每一条均注明依据及其可靠程度。",
            "The policy is illustrative: no published national text of the thresholds was found. Each of its rules says what it rests on and how sure that is."))}</li>
        {AssumptionsOf(page)}
        {CadreAssumptionsOf(page)}
        </ul>
        </footer>
        """);

    private static Html AssumptionsOf(ReportPage page) => page.Findings.Origin != Origin.Generated ? Html.Empty : Html.Of($"""
        <li>{page.Tag(Origin.Generated)} {page.In((
            "主体名称、代码、经营情况和分布均为生成，与真实主体雷同纯属巧合。生成时假定设有总监的 144 家即 A、B 级主体，C 级占比与宜宾相近。",
            "Names, codes, facts and spread of the businesses are made up; any likeness to a real one is by chance. It was assumed that the 144 businesses with a director are those of tiers A and B, and that C has about the share it has in Yibin."))}</li>
        """);

    private static Html CadreAssumptionsOf(ReportPage page) => page.Findings.CadreOrigin != Origin.Generated ? Html.Empty : Html.Of($"""
        <li>{page.Tag(Origin.Generated)} {page.In((
            $"温江公布包保干部 {Figures.Number(Published.Cadres)} 名，未公布各级人数；各级人数、姓名、职务、专业特长和包保上限均为生成。",
            $"Wenjiang published {Figures.Number(Published.Cadres)} cadres and not how many on which level; their split over the levels, names, posts, expertise and capacities are made up."))}</li>
        """);
}
