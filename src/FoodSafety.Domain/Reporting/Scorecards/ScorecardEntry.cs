using System.Collections.Immutable;
using System.Reflection;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>The scorecard of one area (区划成绩单).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("ScorecardReport.ToJson")]
public sealed class ScorecardEntry
{
    // Without what stands after it for a build.
    private static readonly string LibraryVersion =
        typeof(ScorecardEntry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private readonly Scorecard _card;

    internal ScorecardEntry(Scorecard card, Area area) => (_card, Area) = (card, area);

    /// <summary>The area.</summary>
    public Area Area { get; }

    /// <summary>The day.</summary>
    public LocalDate On => _card.On;

    /// <summary>The days in which visits and daily records are counted, both included.</summary>
    public DateInterval Period => _card.Period;

    /// <summary>What was counted, in the order in which it is shown.</summary>
    public ImmutableArray<ScorecardMeasure> Measures => _card.Measures;

    /// <summary>One of its counts.</summary>
    /// <param name="measure">Which.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scorecard does not count it.</exception>
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
        [.. StatisticalColumn.OfIndicators.Select(column => new IndicatorValue(column.Indicator!, this[column.Counted], Sum(column.Of)))];

    /// <summary>Area and day, as a heading.</summary>
    public BilingualText Title => ($"{Area.Name} {On:uuuu-MM-dd} 成绩单", $"{Area.Name}, scorecard of {On:uuuu-MM-dd}");

    /// <summary>Its counts that rest on days which no notice has confirmed (暂定); those of which there is nothing are left out.</summary>
    public ImmutableArray<ScorecardMeasure> Provisional => _card.Provisional.RemoveAll(measure => this[measure] == 0);

    /// <summary>Which counts are provisional and by which law; null when none is.</summary>
    public BilingualText? ProvisionalText => ProvisionalTextOf(Provisional);

    /// <summary>Its counts of which nothing is known (未填报), so that their 0 says nothing.</summary>
    public ImmutableArray<ScorecardMeasure> Unstated => _card.Unstated;

    /// <summary>Its counts that do not reach back to the first day of the period (不完整).</summary>
    public ImmutableArray<ScorecardMeasure> Incomplete => _card.Incomplete;

    /// <summary>What a reader has to know of its counts: which are provisional, unstated and incomplete.</summary>
    internal IEnumerable<BilingualText> Remarks => RemarksOn(static _ => true);

    /// <summary>What a reader has to know of some of its counts.</summary>
    internal IEnumerable<BilingualText> RemarksOn(Predicate<ScorecardMeasure> isShown)
    {
        if (ProvisionalTextOf(Provisional.RemoveAll(measure => !isShown(measure))) is { } provisional)
        {
            yield return provisional;
        }

        if (Unstated.RemoveAll(measure => !isShown(measure)) is { IsEmpty: false } unstated)
        {
            yield return ($"未填报，不作 0 计：{NamesOf(unstated).Chinese}。", $"Not stated, which is not 0: {NamesOf(unstated).English}.");
        }

        if (Incomplete.RemoveAll(measure => !isShown(measure)) is { IsEmpty: false } incomplete)
        {
            yield return ($"统计期内方开始留存记录，不完整：{NamesOf(incomplete).Chinese}。", $"Incomplete, for records are kept from a later day of the period on: {NamesOf(incomplete).English}.");
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
    /// visited. Directors are the businesses that have all they must have, and unstated where no staffing rules are laid down. Shares are left out: they follow from the counts.
    /// </remarks>
    /// <param name="source">As what they are cited: the bulletin of the place, its platform.</param>
    public PublishedFigures ToPublishedFigures(Citation source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var areAllTied = this[ScorecardMeasure.Tied] == InTiers;
        var areRequired = !Unstated.Contains(ScorecardMeasure.DirectorsRequired);
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
            Directors = areRequired ? this[ScorecardMeasure.DirectorsFilled] : null,
            DirectorsRequired = areRequired ? this[ScorecardMeasure.DirectorsRequired] : null,
            Officers = this[ScorecardMeasure.Officers],
            Load = Load,
        };
    }

    /// <summary>The act by which its counts and indicators are published (发布报表), as they are, with what is provisional, unstated and incomplete.</summary>
    /// <param name="id">The number of the report.</param>
    /// <param name="corrects">The report in whose place it is published, and why; null for a first one.</param>
    public ReportPublished Publish(PublicationId id, ReportCorrection? corrects = null) => new(
        id, Area.Code, On, Period.Start, _card.Version,
        [
            .. Measures.Select(measure => Figure(measure.Code, measure.Name, this[measure], null, measure)),
            .. StatisticalColumn.OfIndicators.Zip(Indicators).Select(pair => Figure(
                $"indicator-{pair.Second.Indicator.Code}", pair.Second.Indicator.Name, pair.Second.Numerator, pair.Second.Denominator, [.. pair.First.Measures])),
        ],
        LibraryVersion, corrects);

    /// <summary>What was published of the area, the day and the period and is no longer so: because more became known since, or this library counts otherwise.</summary>
    /// <param name="published">The report.</param>
    /// <returns>Measure by measure; empty when all is as it was published.</returns>
    /// <exception cref="ArgumentException">The report is of another area, day or period.</exception>
    public ItemList<FigureDifference> DifferencesFrom(ReportPublished published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return Publish(published.Id).DifferencesFrom(published);
    }

    /// <summary>Area and day, in both languages.</summary>
    public override string ToString() => Title.ToString();

    internal static BilingualText NamesOf(ImmutableArray<ScorecardMeasure> measures, string chinese = "、", string english = ", ") =>
        (string.Join(chinese, measures.Select(measure => measure.Name.Chinese)), string.Join(english, measures.Select(measure => measure.Name.English)));

    /// <summary>Those of the place's own.</summary>
    internal ImmutableArray<ScorecardMeasure> OwnMeasures => Measures[ScorecardMeasure.All.Length..];

    /// <summary>Some of its counts added up.</summary>
    internal long Sum(ItemList<ScorecardMeasure> measures)
    {
        var sum = 0L;
        foreach (var measure in measures)
        {
            sum += this[measure];
        }

        return sum;
    }

    private BilingualText? ProvisionalTextOf(ImmutableArray<ScorecardMeasure> measures)
    {
        if (measures.IsEmpty)
        {
            return null;
        }

        var (note, names) = (ProvisionalNote.Sentence(_card.ProvisionalBy!), NamesOf(measures));
        return ($"{names.Chinese}为{note.Chinese}", $"{names.English}: {note.English}");
    }

    private ReportFigure Figure(string code, BilingualText name, long count, long? of, params ReadOnlySpan<ScorecardMeasure> rests)
    {
        var (isUnstated, isProvisional, isIncomplete) = (false, false, false);
        foreach (var measure in rests)
        {
            isUnstated |= _card.Unstated.Contains(measure);
            isProvisional |= _card.Provisional.Contains(measure);
            isIncomplete |= _card.Incomplete.Contains(measure);
        }

        return new(code, name, isUnstated ? null : count, isUnstated ? null : of) { IsProvisional = isProvisional, IsIncomplete = isIncomplete };
    }
}
