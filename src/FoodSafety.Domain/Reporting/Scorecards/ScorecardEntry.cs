using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>The scorecard of one area (区划成绩单).</summary>
public sealed class ScorecardEntry
{
    private readonly Scorecard _card;

    internal ScorecardEntry(Scorecard card, Area area) => (_card, Area) = (card, area);

    /// <summary>The area.</summary>
    public Area Area { get; }

    /// <summary>The day.</summary>
    public LocalDate On => _card.On;

    /// <summary>The days in which visits and daily records are counted, both included.</summary>
    public DateInterval Period => _card.Period;

    /// <summary>One of its counts.</summary>
    /// <param name="measure">Which.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public long this[ScorecardMeasure measure] => _card.Count(Area.Ordinal, measure);

    /// <summary>Businesses for each cadre (人均包保), exact to two decimals; null without cadres.</summary>
    public decimal? Load => this[ScorecardMeasure.Cadres] is > 0 and var cadres
        ? decimal.Round((decimal)this[ScorecardMeasure.Tied] / cadres, 2, MidpointRounding.AwayFromZero)
        : null;

    /// <summary>The indicators by which places are compared, in four families (考核指标): what a score sheet takes.</summary>
    public ImmutableArray<IndicatorValue> Indicators =>
    [
        Value(Indicator.Coverage, ScorecardMeasure.Tied, ScorecardMeasure.Businesses, without: ScorecardMeasure.WithoutTier),
        Value(Indicator.Commitments, ScorecardMeasure.CommittedCadres, ScorecardMeasure.MainCadres),
        Value(Indicator.VisitCompletion, ScorecardMeasure.Visited, ScorecardMeasure.Tied),
        Value(Indicator.FindingRate, ScorecardMeasure.VisitsWithFindings, ScorecardMeasure.Visits),
        Value(Indicator.Rectified, ScorecardMeasure.Rectified, ScorecardMeasure.Found),
        Value(Indicator.Staffing, ScorecardMeasure.PostsFilled, ScorecardMeasure.PostsRequired),
        Value(Indicator.DailyControl, ScorecardMeasure.DailyKept, ScorecardMeasure.DailyBound),
    ];

    /// <summary>Area and day, as a heading.</summary>
    public BilingualText Title => ($"{Area.Name} {_card.On:uuuu-MM-dd} 成绩单", $"{Area.Name}, scorecard of {_card.On:uuuu-MM-dd}");

    internal BilingualText PeriodText => (
        $"督导和日管控记录自 {Period.Start:uuuu-MM-dd} 起统计", $"Visits and daily records are counted from {Period.Start:uuuu-MM-dd}");

    /// <summary>Area and day, in both languages.</summary>
    public override string ToString() => Title.ToString();

    private IndicatorValue Value(Indicator indicator, ScorecardMeasure counted, ScorecardMeasure of, ScorecardMeasure? without = null) =>
        new(indicator, this[counted], this[of] - (without is { } left ? this[left] : 0));
}
