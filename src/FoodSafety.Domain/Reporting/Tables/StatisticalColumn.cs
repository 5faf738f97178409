using System.Collections.Immutable;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>What a column of a statistical table shows (指标类型).</summary>
/// <remarks>The default value 0 is none.</remarks>
public enum StatisticalFigure
{
    /// <summary>A count (数量).</summary>
    [BilingualName("数量", "count")]
    Count = 1,

    /// <summary>What is left of a count when another is taken away (未完成数): businesses due for a visit, and not visited.</summary>
    [BilingualName("未完成数", "remainder")]
    Remainder = 2,

    /// <summary>A count as a share of others, its base (比率).</summary>
    [BilingualName("比率", "share")]
    Share = 3,
}

/// <summary>A column of a statistical table (统计指标): which counts of the scorecard it shows, and of what. A share always has a base that is named.</summary>
/// <example>
/// <code>
/// var lateShare = StatisticalColumn.Share("overdue-share", ("逾期率", "overdue"), ScorecardMeasure.Overdue, ScorecardMeasure.Open);
/// var table = StatisticalTable.Of(district.AsOf(day), area, Cadence.Month, [.. StatisticalColumn.Standard, lateShare]);
/// </code>
/// </example>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("StatisticalColumn.Code")]
public sealed record StatisticalColumn
{
    private StatisticalColumn(string code, BilingualText name, StatisticalFigure figure, ScorecardMeasure counted, ItemList<ScorecardMeasure> of, BilingualText baseName)
    {
        TextRule.Key.Check(code);
        TextRule.Name.Check(name);
        (Code, Name, Figure, Counted, Of, BaseName) = (code, name, figure, counted, of, baseName);
    }

    /// <summary>The shares that the scorecard has as indicators: what each of them rests on is said here and nowhere else.</summary>
    internal static ImmutableArray<StatisticalColumn> OfIndicators { get; } =
    [
        OfIndicator(Indicator.Coverage, ScorecardMeasure.Tied, ("应包保主体", "businesses in a tier"), ScorecardMeasure.TierA, ScorecardMeasure.TierB, ScorecardMeasure.TierC, ScorecardMeasure.TierD),
        OfIndicator(Indicator.Commitments, ScorecardMeasure.CommittedCadres, null, ScorecardMeasure.MainCadres),
        OfIndicator(Indicator.VisitCompletion, ScorecardMeasure.Visited, null, ScorecardMeasure.VisitsDue),
        OfIndicator(Indicator.FindingRate, ScorecardMeasure.VisitsWithFindings, null, ScorecardMeasure.Visits),
        OfIndicator(Indicator.Rectified, ScorecardMeasure.Rectified, null, ScorecardMeasure.Found),
        OfIndicator(Indicator.Staffing, ScorecardMeasure.PostsFilled, null, ScorecardMeasure.PostsRequired),
        OfIndicator(Indicator.DailyControl, ScorecardMeasure.DailyKept, null, ScorecardMeasure.DailyBound),
    ];

    /// <summary>Businesses that are due for a visit and were not visited (未督导主体).</summary>
    public static StatisticalColumn NotVisited { get; } =
        Remainder("not-visited", ("未督导主体", "not visited"), ScorecardMeasure.VisitsDue, ScorecardMeasure.Visited);

    /// <summary>Daily records that were due and not made (缺日管控记录).</summary>
    public static StatisticalColumn RecordsMissed { get; } =
        Remainder("records-missed", ("缺日管控记录", "daily records missed"), ScorecardMeasure.DailyRecordsDue, ScorecardMeasure.DailyRecordsMade);

    /// <summary>Businesses bound to daily control that missed at least one record (日管控有缺漏主体).</summary>
    public static StatisticalColumn DailyWithGaps { get; } =
        Remainder("daily-with-gaps", ("日管控有缺漏主体", "daily control with a gap"), ScorecardMeasure.DailyBound, ScorecardMeasure.DailyKept);

    /// <summary>
    /// The columns of the tables that offices hand in (常用报表指标): businesses, tied and coverage, commitments, visits and finding rate, rectification, posts filled,
    /// not visited, without records.
    /// </summary>
    public static ItemList<StatisticalColumn> Standard { get; } =
    [
        Count(ScorecardMeasure.Businesses), Count(ScorecardMeasure.Tied), Share(Indicator.Coverage), Count(ScorecardMeasure.CommittedCadres), Share(Indicator.Commitments),
        Count(ScorecardMeasure.Visited), Share(Indicator.VisitCompletion), NotVisited, Count(ScorecardMeasure.Visits), Share(Indicator.FindingRate),
        Count(ScorecardMeasure.Found), Share(Indicator.Rectified), Count(ScorecardMeasure.Overdue), Share(Indicator.Staffing),
        Share(Indicator.DailyControl), RecordsMissed, DailyWithGaps,
    ];

    /// <summary>What files call it.</summary>
    public string Code { get; }

    /// <summary>What people call it, without its base: "督导完成率", "visits completed".</summary>
    public BilingualText Name { get; }

    /// <summary>What it shows.</summary>
    public StatisticalFigure Figure { get; }

    /// <summary>What is counted, the numerator of a share (分子); of a remainder, what is taken away.</summary>
    public ScorecardMeasure Counted { get; }

    /// <summary>The base (分母、基数), added up where it is several counts; of a remainder, what is taken away from. None for a count.</summary>
    public ItemList<ScorecardMeasure> Of { get; }

    /// <summary>What people call the base; empty for a count.</summary>
    public BilingualText BaseName { get; }

    /// <summary>The heading, a share with its base (表头): "督导完成率（占应督导主体）".</summary>
    public BilingualText Title => Figure == StatisticalFigure.Share ? ($"{Name.Chinese}（占{BaseName.Chinese}）", $"{Name.English} (of {BaseName.English})") : Name;

    /// <summary>How it comes from the counts of the scorecard (口径): "督导完成率＝已督导主体÷应督导主体"; null for a count, which is one of them.</summary>
    public BilingualText? Formula
    {
        get
        {
            var of = ScorecardEntry.NamesOf([.. Of], "＋", " + ");
            of = Of.Length == 1 ? of : ($"{BaseName.Chinese}（{of.Chinese}）", $"{BaseName.English} ({of.English})");
            var counted = Counted.Name;
            return Figure switch
            {
                StatisticalFigure.Count => null,
                StatisticalFigure.Remainder => ($"{Name.Chinese}＝{of.Chinese}−{counted.Chinese}", $"{Name.English} = {of.English} − {counted.English}"),
                StatisticalFigure.Share => ($"{Name.Chinese}＝{counted.Chinese}÷{of.Chinese}", $"{Name.English} = {counted.English} / {of.English}"),
            };
        }
    }

    /// <summary>The indicator that it is; null for a column of another kind.</summary>
    public Indicator? Indicator { get; private init; }

    /// <summary>All counts that it rests on.</summary>
    internal IEnumerable<ScorecardMeasure> Measures => [Counted, .. Of];

    /// <summary>A count.</summary>
    /// <param name="measure">Which.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static StatisticalColumn Count(ScorecardMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new(measure.Code, measure.Name, StatisticalFigure.Count, measure, [], default);
    }

    /// <summary>What is left of a count when another is taken away.</summary>
    /// <param name="code">What files call it.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="of">The whole.</param>
    /// <param name="done">The part of it that is taken away.</param>
    /// <exception cref="ArgumentException">Code or name are not such.</exception>
    public static StatisticalColumn Remainder(string code, BilingualText name, ScorecardMeasure of, ScorecardMeasure done) =>
        Two(code, name, StatisticalFigure.Remainder, done, of);

    /// <summary>A share of a count.</summary>
    /// <param name="code">What files call it.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="counted">The numerator.</param>
    /// <param name="of">The base.</param>
    /// <exception cref="ArgumentException">Code or name are not such.</exception>
    public static StatisticalColumn Share(string code, BilingualText name, ScorecardMeasure counted, ScorecardMeasure of) =>
        Two(code, name, StatisticalFigure.Share, counted, of);

    /// <summary>A measure as a share of the count that it is a part of, by its own code with <c>-share</c>.</summary>
    /// <param name="measure">The measure.</param>
    /// <exception cref="ArgumentException">It has no <see cref="ScorecardMeasure.PartOf"/>: a share without a base says nothing.</exception>
    public static StatisticalColumn ShareOfPart(ScorecardMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.PartOf is { } of
            ? Share(measure.ShareCode, ($"{measure.Name.Chinese}占比", $"{measure.Name.English}, share"), measure, of)
            : throw new ArgumentException($"The measure '{measure.Code}' is a part of none. Allowed: one with {nameof(ScorecardMeasure.PartOf)}, or a base of one's own.", nameof(measure));
    }

    /// <summary>One of the shares that a scorecard has as indicators, by the same counts.</summary>
    /// <param name="indicator">One of <see cref="Assessment.Indicator.All"/>.</param>
    /// <exception cref="ArgumentException">A scorecard does not have it.</exception>
    public static StatisticalColumn Share(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return OfIndicators.FirstOrDefault(column => column.Indicator == indicator)
            ?? throw new ArgumentException($"A scorecard has no indicator '{indicator.Code}'. Allowed: {string.Join(", ", OfIndicators.Select(column => column.Code))}.", nameof(indicator));
    }

    /// <summary>The heading in both languages.</summary>
    public override string ToString() => Title.ToString();

    /// <summary>What a measure of a place's own adds to the tables: its count, and its share where it is a part of another.</summary>
    internal static IEnumerable<StatisticalColumn> OfOwn(ScorecardMeasure measure) => measure.PartOf is null ? [Count(measure)] : [Count(measure), ShareOfPart(measure)];

    private static StatisticalColumn Two(string code, BilingualText name, StatisticalFigure figure, ScorecardMeasure counted, ScorecardMeasure of)
    {
        ArgumentNullException.ThrowIfNull(counted);
        ArgumentNullException.ThrowIfNull(of);
        return new(code, name, figure, counted, [of], of.Name);
    }

    private static StatisticalColumn OfIndicator(Indicator indicator, ScorecardMeasure counted, BilingualText? baseName, params ReadOnlySpan<ScorecardMeasure> of) =>
        new(indicator.Code, indicator.Name, StatisticalFigure.Share, counted, [.. of], baseName ?? of[0].Name) { Indicator = indicator };
}
