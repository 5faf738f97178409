using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>The tables of a page.</summary>
internal sealed class ScorecardTables(ScorecardReport report, Language language)
{
    private const double MeterWidth = 40;
    private const double MeterHeight = 8;

    private readonly PageText _text = new(language);

    private ScorecardEntry Entry => report.Entry;

    public Html Parts() => Html.Of($"""
        <div class="wide"><table>
        <thead><tr><th>{_text.In(("区划", "Area"))}</th><th class="n">{_text.In(("主体", "Businesses"))}</th><th class="n">{_text.In(("干部", "Cadres"))}</th><th class="n">{_text.In(("包保", "Tied"))}</th><th class="n">{_text.In(("承诺", "Signed"))}</th><th class="n">{_text.In(("督导", "Visited"))}</th><th class="n">{_text.In(("日管控", "Daily control"))}</th><th class="n">{_text.In(("整改", "Rectified"))}</th><th class="n">{_text.In(("逾期", "Overdue"))}</th>{Html.Join(Entry.OwnMeasures.Select(measure => Html.Of($"<th class=\"n\">{_text.Label(measure.Name)}</th>")))}</tr></thead>
        <tbody>{Html.Join(report.Parts.Select(Row))}</tbody>
        <tfoot>{Row(Entry)}</tfoot>
        </table></div>
        """);

    public Html Indicators() => Html.Of($"""
        <div class="wide"><table>
        <thead><tr><th>{_text.In(("类别", "Family"))}</th><th>{_text.In(("指标", "Indicator"))}</th><th>{_text.In(("口径", "Counted"))}</th><th class="n">{_text.In(("数值", "Counts"))}</th><th class="n">{_text.In(("比率", "Share"))}</th></tr></thead>
        <tbody>{Html.Join(Entry.Indicators.Select(value => Html.Of($"""
            <tr><td>{_text.Label(value.Indicator.Family.Name())}</td><td>{_text.Label(value.Indicator.Name)}</td><td class="soft">{_text.In(value.Indicator.Counts)} / {_text.In(value.Indicator.Of)}</td><td class="n">{value.Numerator} / {value.Denominator}</td><td class="n">{PageText.Percent(value.Numerator, value.Denominator)}</td></tr>
            """)))}</tbody>
        </table></div>
        """);

    /// <summary>All counts in three columns, with what was published.</summary>
    public Html Counts() => Html.Of($"""
        <div class="three">{Html.Join(Entry.Measures.Chunk((Entry.Measures.Length + 2) / 3).Select(Column))}</div>
        """);

    private Html Column(ScorecardMeasure[] measures) => Html.Of($"""
        <div class="wide"><table>
        <tbody>{Html.Join(measures.Select(measure => Html.Of($"""
            <tr><td>{_text.Label(measure.Name)}{Published(measure)}</td><td class="n">{Shown(Entry, measure)}</td></tr>
            """)))}</tbody>
        </table></div>
        """);

    private static string Shown(ScorecardEntry entry, ScorecardMeasure measure) => entry.Unstated.Contains(measure) ? "—" : PageText.Number(entry[measure]);

    private Html Published(ScorecardMeasure measure) => report.FindPublished(measure) is { } published
        ? Html.Of($"""<small>{_text.In(("公布", "published"))} {published.Count}</small>""")
        : default;

    private Html Row(ScorecardEntry entry)
    {
        var graded = entry.InTiers;
        return Html.Of($"""
            <tr><td>{entry.Area.Name}</td><td class="n">{entry[ScorecardMeasure.Businesses]}</td><td class="n">{entry[ScorecardMeasure.Cadres]}</td>{Meter(entry[ScorecardMeasure.Tied], graded)}{Meter(entry[ScorecardMeasure.NamedInCommitment], graded)}{Meter(entry[ScorecardMeasure.Visited], entry[ScorecardMeasure.VisitsDue])}{Meter(entry[ScorecardMeasure.DailyRecordsMade], entry[ScorecardMeasure.DailyRecordsDue])}{Meter(entry[ScorecardMeasure.Rectified], entry[ScorecardMeasure.Found])}<td class="n">{entry[ScorecardMeasure.Overdue]}</td>{Html.Join(entry.OwnMeasures.Select(measure => Html.Of($"<td class=\"n\">{Shown(entry, measure)}</td>")))}</tr>
            """);
    }

    /// <summary>A share as a short bar with its percentage.</summary>
    private static Html Meter(long part, long all)
    {
        var share = PageText.Percent(part, all);
        var picture = new Picture(MeterWidth, MeterHeight, share);
        picture.Box(0, 0, MeterWidth, MeterHeight, "ground");
        if (all > 0)
        {
            picture.Box(0, 0, Math.Min(1, (double)part / all) * MeterWidth, MeterHeight, part < all ? "partly" : "full");
        }

        return Html.Of($"""<td class="n"><div class="meter">{picture.ToHtml()}<span>{share}</span></div></td>""");
    }
}
