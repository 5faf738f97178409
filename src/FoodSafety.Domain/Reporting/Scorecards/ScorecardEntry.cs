using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>The scorecard of one area (区划成绩单).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("ScorecardReport.ToJson")]
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

    /// <summary>The round in which visits are counted; null when it is the period.</summary>
    public Round? Round => _card.Round;

    /// <summary>Businesses in the four tiers together: those that must be tied to a cadre (应包保主体).</summary>
    public long InTiers => this[ScorecardMeasure.Businesses] - this[ScorecardMeasure.WithoutTier];

    /// <summary>Tied businesses for each cadre (人均包保), rounded to two decimals; null without cadres.</summary>
    public decimal? Load => this[ScorecardMeasure.Cadres] is > 0 and var cadres
        ? decimal.Round((decimal)this[ScorecardMeasure.Tied] / cadres, 2, MidpointRounding.AwayFromZero)
        : null;

    /// <summary>The indicators by which places are compared, in four families (考核指标): what a score sheet takes.</summary>
    public ImmutableArray<IndicatorValue> Indicators =>
    [
        new(Indicator.Coverage, this[ScorecardMeasure.Tied], InTiers),
        Value(Indicator.Commitments, ScorecardMeasure.CommittedCadres, ScorecardMeasure.MainCadres),
        Value(Indicator.VisitCompletion, ScorecardMeasure.Visited, ScorecardMeasure.VisitsDue),
        Value(Indicator.FindingRate, ScorecardMeasure.VisitsWithFindings, ScorecardMeasure.Visits),
        Value(Indicator.Rectified, ScorecardMeasure.Rectified, ScorecardMeasure.Found),
        Value(Indicator.Staffing, ScorecardMeasure.PostsFilled, ScorecardMeasure.PostsRequired),
        Value(Indicator.DailyControl, ScorecardMeasure.DailyKept, ScorecardMeasure.DailyBound),
    ];

    /// <summary>Area and day, as a heading.</summary>
    public BilingualText Title => ($"{Area.Name} {On:uuuu-MM-dd} 成绩单", $"{Area.Name}, scorecard of {On:uuuu-MM-dd}");

    /// <summary>Its counts that rest on days which no notice has confirmed (暂定); those of which there is nothing are left out.</summary>
    public ImmutableArray<ScorecardMeasure> Provisional => _card.Provisional.RemoveAll(measure => this[measure] == 0);

    /// <summary>Which counts are provisional and by which law; null when none is.</summary>
    public BilingualText? ProvisionalText
    {
        get
        {
            var measures = Provisional;
            if (measures.IsEmpty)
            {
                return null;
            }

            var note = ProvisionalNote.Sentence(_card.ProvisionalBy!);
            return (
                $"{string.Join("、", measures.Select(measure => measure.Name().Chinese))}为{note.Chinese}",
                $"{string.Join(", ", measures.Select(measure => measure.Name().English))}: {note.English}");
        }
    }

    internal BilingualText PeriodText
    {
        get
        {
            var (start, end) = ($"{Period.Start:uuuu-MM-dd}", $"{Period.End:uuuu-MM-dd}");
            var round = Round is null ? ("", "") : ($"；宣传、培训和督导覆盖按“{Round.Name.Chinese}”统计", $"; publicity, training and businesses visited are those of “{Round.Name.English}”");
            return ($"督导和日管控记录统计期 {start} 至 {end}{round.Item1}", $"Visits and daily records of {start} to {end}{round.Item2}");
        }
    }

    /// <summary>The counts as figures that can be published and audited (公布数据): an audit of them finds nothing.</summary>
    /// <remarks>
    /// Of what the audit takes as one thing and the scorecard counts as two, nothing is stated: the tiers while some business in a tier is
    /// not tied, for those of the tied ones are not known; the number of visits in a round, which is of another span than the businesses
    /// visited. Directors are the businesses that have all they must have. Shares are left out: they follow from the counts.
    /// </remarks>
    /// <param name="source">As what they are cited: the bulletin of the place, its platform.</param>
    public PublishedFigures ToPublishedFigures(Citation source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var areAllTied = this[ScorecardMeasure.Tied] == InTiers;
        return new()
        {
            Place = (Area.Name, Area.Name),
            Source = source,
            Day = On,
            Businesses = this[ScorecardMeasure.Businesses],
            Tied = this[ScorecardMeasure.Tied],
            TierA = areAllTied ? this[ScorecardMeasure.TierA] : null,
            TierB = areAllTied ? this[ScorecardMeasure.TierB] : null,
            TierC = areAllTied ? this[ScorecardMeasure.TierC] : null,
            TierD = areAllTied ? this[ScorecardMeasure.TierD] : null,
            Cadres = this[ScorecardMeasure.Cadres],
            Commitments = this[ScorecardMeasure.CommittedCadres],
            Visited = this[ScorecardMeasure.Visited],
            Visits = Round is null ? this[ScorecardMeasure.Visits] : null,
            Found = this[ScorecardMeasure.Found],
            Rectified = this[ScorecardMeasure.Rectified],
            Directors = this[ScorecardMeasure.DirectorsFilled],
            DirectorsRequired = this[ScorecardMeasure.DirectorsRequired],
            Officers = this[ScorecardMeasure.Officers],
            Load = Load,
        };
    }

    /// <summary>Area and day, in both languages.</summary>
    public override string ToString() => Title.ToString();

    private IndicatorValue Value(Indicator indicator, ScorecardMeasure counted, ScorecardMeasure of) => new(indicator, this[counted], this[of]);
}
