using System.Globalization;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>The tables of a page.</summary>
internal sealed class ScorecardTables(ScorecardReport report, Language language)
{
    private const double MeterWidth = 72;
    private const double MeterHeight = 8;

    private ScorecardEntry Entry => report.Entry;

    public Html Parts() => Html.Of($"""
        <table>
        <thead><tr><th>{In(("区划", "Area"))}</th><th class="n">{In(("主体", "Businesses"))}</th><th class="n">{In(("干部", "Cadres"))}</th><th class="n">{In(("包保", "Tied"))}</th><th class="n">{In(("承诺", "Signed"))}</th><th class="n">{In(("督导", "Visited"))}</th><th class="n">{In(("日管控", "Daily control"))}</th><th class="n">{In(("整改", "Rectified"))}</th><th class="n">{In(("逾期", "Overdue"))}</th></tr></thead>
        <tbody>{Html.Join(report.Parts.Select(Row))}</tbody>
        <tfoot>{Row(Entry)}</tfoot>
        </table>
        """);

    public Html Indicators() => Html.Of($"""
        <table>
        <thead><tr><th>{In(("类别", "Family"))}</th><th>{In(("指标", "Indicator"))}</th><th>{In(("口径", "Counted"))}</th><th class="n"></th><th class="n">{In(("比率", "Share"))}</th></tr></thead>
        <tbody>{Html.Join(Entry.Indicators.Select(value => Html.Of($"""
            <tr><td>{In(value.Indicator.Family.Name())}</td><td>{In(value.Indicator.Name)}</td><td class="soft">{In(value.Indicator.Counts)} / {In(value.Indicator.Of)}</td><td class="n">{value.Numerator} / {value.Denominator}</td><td class="n">{Percent(value.Numerator, value.Denominator)}</td></tr>
            """)))}</tbody>
        </table>
        """);

    /// <summary>All counts in two columns, with what was published.</summary>
    public Html Counts()
    {
        var half = (ScorecardMeasures.All.Length + 1) / 2;
        return Html.Of($"""
            <div class="pair">{Half(0, half)}{Half(half, ScorecardMeasures.All.Length)}</div>
            """);
    }

    private Html Half(int from, int until) => Html.Of($"""
        <table>
        <tbody>{Html.Join(ScorecardMeasures.All[from..until].Select(measure => Html.Of($"""
            <tr><td>{In(measure.Name())}</td><td class="n">{Entry[measure]}</td><td class="n soft">{Published(measure)}</td></tr>
            """)))}</tbody>
        </table>
        """);

    private Html Published(ScorecardMeasure measure) => report.FindPublished(measure) is { } published
        ? Html.Of($"{In(("公布", "published"))} {published.Count}")
        : default;

    private Html Row(ScorecardEntry entry)
    {
        var graded = entry[ScorecardMeasure.Businesses] - entry[ScorecardMeasure.WithoutTier];
        return Html.Of($"""
            <tr><td>{entry.Area.Name}</td><td class="n">{entry[ScorecardMeasure.Businesses]}</td><td class="n">{entry[ScorecardMeasure.Cadres]}</td>{Meter(entry[ScorecardMeasure.Tied], graded)}{Meter(entry[ScorecardMeasure.NamedInCommitment], graded)}{Meter(entry[ScorecardMeasure.Visited], graded)}{Meter(entry[ScorecardMeasure.DailyRecordsMade], entry[ScorecardMeasure.DailyRecordsDue])}{Meter(entry[ScorecardMeasure.Rectified], entry[ScorecardMeasure.Found])}<td class="n">{entry[ScorecardMeasure.Overdue]}</td></tr>
            """);
    }

    /// <summary>A share as a short bar with its percentage.</summary>
    private static Html Meter(long part, long all)
    {
        var share = Percent(part, all);
        var picture = new Picture(MeterWidth, MeterHeight, share);
        picture.Box(0, 0, MeterWidth, MeterHeight, "ground");
        if (all > 0)
        {
            picture.Box(0, 0, Math.Min(1, (double)part / all) * MeterWidth, MeterHeight, part < all ? "partly" : "full");
        }

        return Html.Of($"""<td class="n meter">{share}{picture.ToHtml()}</td>""");
    }

    /// <summary>A share in percent; never rounded up to 100, so that what is not whole does not look so.</summary>
    private static string Percent(long part, long all)
    {
        if (all == 0)
        {
            return "—";
        }

        var percent = decimal.Floor(1000m * part / all) / 10;
        return percent.ToString(percent == 100 ? "0'%'" : "0.0'%'", CultureInfo.InvariantCulture);
    }

    private string In(BilingualText text) => text.In(language);
}
