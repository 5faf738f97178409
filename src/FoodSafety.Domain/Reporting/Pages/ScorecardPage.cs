using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>A report as one HTML page that needs nothing else.</summary>
internal sealed class ScorecardPage(ScorecardReport report, Language language)
{
    private readonly PageText _text = new(language);
    private readonly ScorecardPictures _pictures = new(report, language);
    private readonly ScorecardTables _tables = new(report, language);

    private ScorecardEntry Entry => report.Entry;

    public override string ToString() => _text.Document(Entry.Title, Html.Of($"""
        <header>
        <p class="over">{_text.In(("食品安全“两个责任”", "Food safety’s “two responsibilities”"))}</p>
        <h1>{_text.In(Entry.Title)}</h1>
        <p class="lead">{_text.In(Entry.PeriodText)}</p>
        {Html.Join(Entry.Remarks.Select(remark => Html.Of($"<p class=\"lead\">{_text.In(remark)}</p>")))}
        </header>
        {Cards()}
        <div class="pair">
        {Section(("主体等级", "Tiers"), _pictures.Tiers())}
        {Section(("包保干部层级", "Cadres by level"), _pictures.Levels())}
        </div>
        {Parts()}
        <div class="pair">
        {Section(("整改中问题的时长", "Age of the open problems"), _pictures.Ageing(), _text.In(Problems))}
        {SelfControl()}
        </div>
        {Section(("考核指标", "Indicators"), _tables.Indicators())}
        {Section(("全部数字", "All counts"), _tables.Counts())}
        {Footer()}
        """));

    private BilingualText Problems
    {
        get
        {
            var (found, rectified) = (Number(ScorecardMeasure.Found), Number(ScorecardMeasure.Rectified));
            var (open, overdue) = (Number(ScorecardMeasure.Open), Number(ScorecardMeasure.Overdue));
            return (
                $"发现 {found}，已整改 {rectified}，整改中 {open}，其中逾期 {overdue}",
                $"{found} found, {rectified} rectified, {open} open, of which {overdue} overdue");
        }
    }

    private BilingualText Records
    {
        get
        {
            var (due, made) = (Number(ScorecardMeasure.DailyRecordsDue), Number(ScorecardMeasure.DailyRecordsMade));
            return ($"应有记录 {due} 条，已有 {made} 条。浅色为周六、周日。", $"{made} of {due} records were made. Lighter columns are Saturdays and Sundays.");
        }
    }

    /// <summary>The figures to take away, with the share that they are, and what was published beside.</summary>
    private Html Cards() => Html.Of($"""
        <section class="figures">
        {Html.Join(
        [
            Card(ScorecardMeasure.Businesses), Card(ScorecardMeasure.Tied, Entry.InTiers), Card(ScorecardMeasure.NamedInCommitment, Entry.InTiers),
            Card(ScorecardMeasure.Visited, Entry[ScorecardMeasure.VisitsDue]), Card(ScorecardMeasure.Cadres), Card(ScorecardMeasure.Directors),
            Card(ScorecardMeasure.Officers), Card(ScorecardMeasure.Rectified, Entry[ScorecardMeasure.Found]),
        ])}
        </section>
        """);

    private Html Card(ScorecardMeasure measure, long? of = null)
    {
        var share = of is { } all ? Html.Of($"<em>{PageText.Percent(Entry[measure], all)}</em>") : default;
        var beside = report.FindPublished(measure) is { } published
            ? Html.Of($"""<small>{_text.In(("公布", "published"))} {published.Count}</small>""")
            : default;
        return Html.Of($"""<div class="card"><b>{Entry[measure]}{share}</b><span>{_text.Label(measure.Name)}</span>{beside}</div>""");
    }

    private string Number(ScorecardMeasure measure) => PageText.Number(Entry[measure]);

    private Html Parts() => report.Parts.IsEmpty ? default : Html.Join(
    [
        Section(("各区划等级", "Tiers by area"), _pictures.TiersByPart()),
        Section(("各区划进度", "Coverage by area"), _tables.Parts()),
    ]);

    private Html SelfControl() => report.MissedDays.IsEmpty ? default : Section(
        ("日管控缺漏主体数", "Businesses that missed their daily record"), _pictures.MissedDays(), _text.In(Records));

    private Html Footer() => report.Notes.IsEmpty && report.Published.IsEmpty ? default : Html.Of($"""
        <footer>
        <ul>
        {Html.Join(report.Notes.Select(note => Html.Of($"<li>{_text.In(note)}</li>")))}
        {Html.Join(report.Published.Select(published => published.Source).Distinct().Select(source => Html.Of(
            $"<li>{_text.In(("公布数字：", "Published: "))}{_text.In(source.Text)}</li>")))}
        </ul>
        </footer>
        """);

    private Html Section(BilingualText title, Html content, string? note = null) => Html.Of($"""
        <section>
        <h2>{_text.In(title)}</h2>
        {content}
        {(note is null ? default : Html.Of($"<p class=\"note\">{note}</p>"))}
        </section>
        """);
}
