using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Assessment;

/// <summary>The result of one assessee for one period (考核结果): every line with its evidence, and the total.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("Assessed.ToMarkdown")]
public sealed record Assessed
{
    internal Assessed(ScoreSheet sheet, Assessee assessee, CadencePeriod period, ImmutableArray<LineScore> lines, ImmutableArray<Done<PointsGiven>> unscored)
    {
        (Sheet, Assessee, Period, Lines, Unscored) = (sheet, assessee, period, lines, unscored);
        Sum = lines.Sum(line => line.Points);
        Total = Math.Clamp(Sum, sheet.Floor, sheet.Cap);
        SeriousBreaches = lines.Where(line => line.Line is EventLine { IsSerious: true }).Sum(line => line.Events.Length);
    }

    /// <summary>The sheet.</summary>
    public ScoreSheet Sheet { get; }

    /// <summary>Who was assessed.</summary>
    public Assessee Assessee { get; }

    /// <summary>The period.</summary>
    public CadencePeriod Period { get; }

    /// <summary>What every line came to, in the order of the sheet.</summary>
    public ItemList<LineScore> Lines { get; }

    /// <summary>Events of the period that this version of the sheet has no line for: they count nothing, and somebody should look at them.</summary>
    public ItemList<Done<PointsGiven>> Unscored { get; }

    /// <summary>True when every event of the period was scored (计分完整).</summary>
    public bool IsComplete => Unscored.IsEmpty;

    /// <summary>The sum of the lines, before floor and cap of the sheet.</summary>
    public decimal Sum { get; }

    /// <summary>The total (总分), within floor and cap. Exact: what was rounded is the points of an indicator, as the sheet says.</summary>
    public decimal Total { get; }

    /// <summary>How many serious breaches there were (严重违法行为); a plate rule looks at them beside the total.</summary>
    public int SeriousBreaches { get; }

    /// <summary>The total in one sentence, in both languages.</summary>
    public BilingualText Text
    {
        get
        {
            var (total, full, who, label) = (NumberText.Exact(Total), NumberText.Exact(Sheet.FullPoints), Assessee.Text, Period.Label);
            var bound = Sum > Sheet.Cap ? ("（按上限）", " (at the cap)") : Sum < Sheet.Floor ? ("（按下限）", " (at the floor)") : ("", "");
            var open = IsComplete ? ("", "") : ($"（另有 {Unscored.Length} 项记录未计分）", $" ({Unscored.Length} more recorded and not scored)");
            return (
                $"{who.Chinese} {label.Chinese} 总分 {total}/{full}{bound.Item1}{open.Item1}",
                $"{who.English}, {label.English}: {total} of {full} points{bound.Item2}{open.Item2}");
        }
    }

    /// <summary>
    /// The total as a part of a larger score: of 4 points, 90 of 100 are 3.6. So food safety counted 4 % among the targets of the
    /// towns of Pidu in 2019.
    /// </summary>
    /// <param name="maximum">The points that the full points come to there, 0 to 1,000,000,000.</param>
    /// <returns>Rounded as the sheet rounds, half away from zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> is outside its range.</exception>
    /// <exception cref="InvalidOperationException">The sheet has no indicators and so no full points.</exception>
    public decimal PartOf(decimal maximum)
    {
        Shares.CheckPoints(maximum, nameof(maximum));
        return Sheet.FullPoints == 0
            ? throw new InvalidOperationException($"Sheet '{Sheet.Id}' has no full points to take a part of.")
            : decimal.Round(Total * maximum / Sheet.FullPoints, Sheet.Decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>The whole result as a page with a table of its lines, for the one who is assessed.</summary>
    /// <param name="language">The language.</param>
    public string ToMarkdown(Language language)
    {
        var page = new MarkdownPage(language);
        page.Heading(2, Sheet.Title);
        page.Paragraph(Text);
        page.Table(("考核项", "line"), ("得分", "points"), ("说明", "how"), ("依据", "basis"));
        foreach (var line in Lines)
        {
            var points = NumberText.Exact(line.Points);
            page.Row(line.Line.Name, (points, points), line.Text, line.Line.Basis.Text);
        }

        return page.ToString();
    }

    /// <summary>The total in English.</summary>
    public override string ToString() => Text.English;
}
