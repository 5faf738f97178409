using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>A report as one HTML page that needs nothing else.</summary>
internal sealed class ScorecardPage(ScorecardReport report, Language language)
{
    private const string StyleSheet = "Reporting.Pages.scorecard.css";

    private readonly ScorecardPictures _pictures = new(report, language);
    private readonly ScorecardTables _tables = new(report, language);

    private ScorecardEntry Entry => report.Entry;

    public override string ToString() => Html.Of($"""
        <!doctype html>
        <html lang="{In(("zh-CN", "en"))}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{In(Entry.Title)}</title>
        <style>
        {Html.Trusted(EmbeddedText.Read(StyleSheet))}
        </style>
        </head>
        <body>
        <main>
        <header>
        <p class="over">{In(("食品安全“两个责任”", "Food safety’s “two responsibilities”"))}</p>
        <h1>{In(Entry.Title)}</h1>
        <p class="lead">{In(Entry.PeriodText)}</p>
        </header>
        {Cards()}
        <div class="pair">
        {Section(("主体等级", "Tiers"), _pictures.Tiers())}
        {Section(("包保干部层级", "Cadres by level"), _pictures.Levels())}
        </div>
        {Parts()}
        <div class="pair">
        {Section(("整改中问题的时长", "Age of the open problems"), _pictures.Ageing(), In(Problems))}
        {SelfControl()}
        </div>
        {Section(("考核指标", "Indicators"), _tables.Indicators())}
        {Section(("全部数字", "All counts"), _tables.Counts())}
        {Footer()}
        </main>
        </body>
        </html>

        """).ToString();

    private BilingualText Problems => (
        $"发现 {Entry[ScorecardMeasure.Found]}，已整改 {Entry[ScorecardMeasure.Rectified]}，整改中 {Entry[ScorecardMeasure.Open]}，其中逾期 {Entry[ScorecardMeasure.Overdue]}",
        $"{Entry[ScorecardMeasure.Found]} found, {Entry[ScorecardMeasure.Rectified]} rectified, {Entry[ScorecardMeasure.Open]} open, of which {Entry[ScorecardMeasure.Overdue]} overdue");

    /// <summary>The figures to take away, each with what was published beside it.</summary>
    private Html Cards() => Html.Of($"""
        <section class="figures">
        {Html.Join(new[]
        {
            ScorecardMeasure.Businesses, ScorecardMeasure.Tied, ScorecardMeasure.NamedInCommitment, ScorecardMeasure.Visited,
            ScorecardMeasure.Cadres, ScorecardMeasure.Directors, ScorecardMeasure.Officers, ScorecardMeasure.Rectified,
        }.Select(Card))}
        </section>
        """);

    private Html Card(ScorecardMeasure measure)
    {
        var beside = report.FindPublished(measure) is { } published
            ? Html.Of($"""<small>{In(("公布", "published"))} {published.Count}</small>""")
            : default;
        return Html.Of($"""<div class="card"><b>{Entry[measure]}</b><span>{In(measure.Name())}</span>{beside}</div>""");
    }

    private Html Parts() => report.Parts.IsEmpty ? default : Html.Join(
    [
        Section(("各区划等级", "Tiers by area"), _pictures.TiersByPart()),
        Section(("各区划进度", "Coverage by area"), _tables.Parts()),
    ]);

    private Html SelfControl() => report.MissedDays.IsEmpty ? default : Section(
        ("日管控缺漏主体数", "Businesses that missed their daily record"), _pictures.MissedDays(), In((
            $"应有记录 {Entry[ScorecardMeasure.DailyRecordsDue]:#,0} 条，已有 {Entry[ScorecardMeasure.DailyRecordsMade]:#,0} 条",
            $"{Entry[ScorecardMeasure.DailyRecordsMade]:#,0} of {Entry[ScorecardMeasure.DailyRecordsDue]:#,0} records were made")));

    private Html Footer() => report.Notes.IsEmpty && report.Published.IsEmpty ? default : Html.Of($"""
        <footer>
        <ul>
        {Html.Join(report.Notes.Select(note => Html.Of($"<li>{In(note)}</li>")))}
        {Html.Join(report.Published.Select(published => published.Source).Distinct().Select(source => Html.Of(
            $"<li>{In(("公布数字：", "Published: "))}{In(source.Text)}</li>")))}
        </ul>
        </footer>
        """);

    private Html Section(BilingualText title, Html content, string? note = null) => Html.Of($"""
        <section>
        <h2>{In(title)}</h2>
        {content}
        {(note is null ? default : Html.Of($"<p class=\"note\">{note}</p>"))}
        </section>
        """);

    private string In(BilingualText text) => text.In(language);
}
