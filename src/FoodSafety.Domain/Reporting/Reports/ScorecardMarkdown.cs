using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>Writes a report as Markdown.</summary>
internal static class ScorecardMarkdown
{
    private static readonly ScorecardMeasure[] Columns =
    [
        ScorecardMeasure.Businesses, ScorecardMeasure.Tied, ScorecardMeasure.NamedInCommitment, ScorecardMeasure.Visited, ScorecardMeasure.Cadres,
        ScorecardMeasure.Found, ScorecardMeasure.Rectified, ScorecardMeasure.Overdue,
    ];

    public static string Of(ScorecardReport report, Language language)
    {
        var page = new MarkdownPage(language);
        page.Heading(1, report.Entry.Title);
        page.Paragraph(report.Entry.PeriodText);
        foreach (var remark in report.Entry.Remarks)
        {
            page.Paragraph(remark);
        }

        Counts(page, report);
        page.Heading(2, ("考核指标", "Indicators"));
        page.Table(("类别", "Family"), ("指标", "Indicator"), ("数值", "Value"));
        foreach (var value in report.Entry.Indicators)
        {
            page.Row(value.Indicator.Family.Name(), value.Indicator.Name, Share(value));
        }

        Parts(page, report);
        page.Heading(2, ("整改中问题的时长", "Age of the open problems"));
        page.Table(("时长", "Age"), ("问题", "Problems"));
        foreach (var band in report.Ageing)
        {
            page.Row(band.Text, Number(band.Count));
        }

        foreach (var note in report.Notes)
        {
            page.Paragraph(note);
        }

        foreach (var source in report.Published.Select(published => published.Source).Distinct())
        {
            page.Paragraph(($"公布数字：{source.Text.Chinese}", $"Published: {source.Text.English}"));
        }

        return page.ToString();
    }

    private static void Counts(MarkdownPage page, ScorecardReport report)
    {
        if (report.Published.IsEmpty)
        {
            page.Table(("指标", "Count"), ("数值", "Value"));
        }
        else
        {
            page.Table(("指标", "Count"), ("计算", "Computed"), ("公布", "Published"));
        }

        foreach (var measure in report.Entry.Measures)
        {
            if (report.Published.IsEmpty)
            {
                page.Row(measure.Name, Count(report.Entry, measure));
            }
            else
            {
                page.Row(measure.Name, Count(report.Entry, measure), report.FindPublished(measure) is { } published ? Number(published.Count) : default);
            }
        }

        page.Paragraph(("人均包保主体：" + Load(report.Entry), "Businesses for each cadre: " + Load(report.Entry)));
    }

    private static void Parts(MarkdownPage page, ScorecardReport report)
    {
        if (report.Parts.IsEmpty)
        {
            return;
        }

        page.Heading(2, ("分区划", "By area"));
        ScorecardMeasure[] columns = [.. Columns, .. report.Entry.OwnMeasures];
        page.Table([("区划", "Area"), .. columns.Select(measure => measure.Name)]);
        foreach (var part in report.Parts)
        {
            page.Row([(part.Area.Name, part.Area.Name), .. columns.Select(measure => Count(part, measure))]);
        }
    }

    private static string Load(ScorecardEntry entry) => entry.Load is { } load ? load.ToString("0.00", CultureInfo.InvariantCulture) : "—";

    private static BilingualText Share(Assessment.IndicatorValue value)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{value.Numerator:#,0} / {value.Denominator:#,0} = {value.Percent}");
        return (text, text);
    }

    private static BilingualText Count(ScorecardEntry entry, ScorecardMeasure measure) => entry.Unstated.Contains(measure) ? ("—", "—") : Number(entry[measure]);

    private static BilingualText Number(long count)
    {
        var text = count.ToString("#,0", CultureInfo.InvariantCulture);
        return (text, text);
    }
}
