using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>What an area has come to on a day (阶段性“成绩单”): counts of every area, each with all that lies inside it.</summary>
/// <remarks>
/// <para>Computed from a district's day, in one pass over each room and one up the area tree: every room answers as of that day. On a day after that
/// of the plan, a cadre whose post has ended meanwhile answers for nobody, and the businesses are not tied until they are planned again.</para>
/// <para>Immutable, and knows nothing of what changes later. It takes eight bytes for each measure and each area inside the lowest one that holds
/// all businesses: some 30 kB for a district, whatever tree it lies in; some 190 MB for the country with all its villages.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("ScorecardReport.ToJson")]
public sealed class Scorecard
{
    private readonly ScopedCounts[] _counts;
    private readonly ImmutableArray<Succession> _areaChanges;

    internal Scorecard(DistrictDay district, DateInterval period, Round? round, ImmutableArray<ScorecardMeasure> measures, ScopedCounts[] counts)
    {
        (Areas, On, Version) = (district.Register.Areas, district.Day, district.Version);
        (Period, Round, Measures, _counts, _areaChanges) = (period, round, measures, counts, district.AreaChanges);
    }

    /// <summary>The areas.</summary>
    public AreaTree Areas { get; }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>The number of the last entry of the district that was known when it was computed.</summary>
    public long Version { get; }

    /// <summary>The days in which visits and daily records are counted, both included.</summary>
    public DateInterval Period { get; }

    /// <summary>
    /// The round in which businesses are counted as due for a visit, visited, trained and reached by publicity; null when none with visits
    /// had begun, and the period decides.
    /// </summary>
    public Round? Round { get; }

    /// <summary>What was counted, in the order in which it is shown: the measures of the library, then those of <see cref="DistrictSettings.Measures"/>.</summary>
    public ImmutableArray<ScorecardMeasure> Measures { get; }

    /// <summary>The counts that rest on days which no notice has confirmed (暂定): what is overdue by a provisional deadline, and records due on provisional working days.</summary>
    public ImmutableArray<ScorecardMeasure> Provisional { get; internal init; }

    /// <summary>
    /// The counts of which nothing is known, so that their 0 says nothing (未填报): publicity and training without a round that has them, posts required
    /// while no staffing rules are laid down, daily records while none are kept.
    /// </summary>
    public ImmutableArray<ScorecardMeasure> Unstated { get; internal init; }

    /// <summary>The counts that do not reach back to the first day of the period (不完整): daily records that were begun to be kept in it.</summary>
    public ImmutableArray<ScorecardMeasure> Incomplete { get; internal init; }

    /// <summary>The law by which those days were computed (暂定依据); null when no count rests on them.</summary>
    public Citation? ProvisionalBy { get; internal init; }

    /// <summary>The scorecard of one area.</summary>
    /// <param name="area">The area.</param>
    /// <exception cref="AreaNotFoundException">The tree has no such area.</exception>
    public ScorecardEntry this[AreaCode area] => new(this, Areas[area]);

    /// <summary>Computes the scorecard of a district's day.</summary>
    /// <param name="district">The district on the day, as <see cref="District.AsOf"/> gives it.</param>
    /// <param name="terms">What is counted by; null for what the district laid down for the day.</param>
    /// <exception cref="Time.CalendarYearUnknownException">Records are due on working days of a year that the calendar does not know.</exception>
    public static Scorecard Of(DistrictDay district, ScorecardTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(district);
        terms ??= district.ScorecardTerms;
        return new ScorecardPass(district, terms, DailyGaps.Find(district, terms)).Run();
    }

    /// <summary>The list behind a count of a scorecard (成绩单明细): the businesses of an area that it counts, and what it counts at each; those at which it counts nothing are left out.</summary>
    /// <remarks>
    /// The counts of the list add up to that of the scorecard of the same day and terms. Of a measure that counts people (<see cref="ScorecardMeasure.IsOfPeople"/>) each business has its own,
    /// who count once in the area however many of its businesses they have. It takes as long as computing a scorecard.
    /// </remarks>
    /// <example>
    /// <code>
    /// foreach (var (business, count) in Scorecard.ListOf(district.AsOf(day), ScorecardMeasure.Overdue, town))
    ///     Console.WriteLine($"{business}: {count}");
    /// </code>
    /// </example>
    /// <param name="district">The district on the day, as <see cref="District.AsOf"/> gives it.</param>
    /// <param name="measure">What is counted.</param>
    /// <param name="area">The area, with all that lies inside it.</param>
    /// <param name="terms">What is counted by; null for what the district laid down for the day.</param>
    /// <returns>The businesses, in the order of the register.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Scorecards of the district do not count it.</exception>
    /// <exception cref="AreaNotFoundException">The tree has no such area.</exception>
    /// <exception cref="Time.CalendarYearUnknownException">Records are due on working days of a year that the calendar does not know.</exception>
    public static ImmutableArray<CountedBusiness> ListOf(DistrictDay district, ScorecardMeasure measure, AreaCode area, ScorecardTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(measure);
        var (register, place) = (district.Register, district.Register.Areas[area]);
        terms ??= district.ScorecardTerms;
        var counts = new ScorecardPass(district, terms, DailyGaps.Find(district, terms), isByBusiness: true).RunFor(measure);
        return [.. counts.Select((count, row) => (count, row)).Where(at => at.count > 0 && place.Contains(register.Facts.GroupOf(at.row))).Select(at => new CountedBusiness(register.IdAt(at.row), at.count))];
    }

    /// <summary>The scorecards of all areas of a level that lie in an area, in the order of their codes.</summary>
    /// <param name="within">The area.</param>
    /// <param name="level">The level, below that of the area.</param>
    /// <exception cref="AreaNotFoundException">The tree has no such area.</exception>
    public ImmutableArray<ScorecardEntry> Entries(AreaCode within, AreaLevel level)
    {
        var entries = ImmutableArray.CreateBuilder<ScorecardEntry>();
        foreach (var area in Areas[within].Descendants)
        {
            if (area.Level == level)
            {
                entries.Add(new ScorecardEntry(this, area));
            }
        }

        return entries.DrainToImmutable();
    }

    /// <summary>What became of an area since another day (成绩单对比), by what its ground was then: of villages that were merged since, the sum.</summary>
    /// <param name="earlier">The scorecard of the earlier day, of the same district.</param>
    /// <param name="area">The area, as it is called on this day.</param>
    /// <exception cref="ArgumentException">The earlier scorecard is of a later day, or of another district.</exception>
    /// <exception cref="AreaNotFoundException">The tree of this day has no such area.</exception>
    public ScorecardComparison CompareWith(Scorecard earlier, AreaCode area)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (earlier.On > On)
        {
            throw new ArgumentException($"The scorecard is of {earlier.On:uuuu-MM-dd}. Allowed: up to {On:uuuu-MM-dd}.", nameof(earlier));
        }

        var known = earlier._areaChanges;
        return known.Length <= _areaChanges.Length && known.Zip(_areaChanges).All(pair => ReferenceEquals(pair.First, pair.Second) || pair.First == pair.Second)
            ? new ScorecardComparison(this[area], earlier, _areaChanges[known.Length..].Aggregate(Succession.None, (all, next) => all.Then(next)))
            : throw new ArgumentException("The areas of this scorecard did not come from those of the other. Allowed: an earlier scorecard of the same district.", nameof(earlier));
    }

    internal long Count(int area, ScorecardMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var place = measure.Place >= 0 ? measure.Place : Measures.IndexOf(measure);
        return place >= 0 ? _counts[place][area]
            : throw new ArgumentOutOfRangeException(nameof(measure), measure, $"The scorecard does not count it. Allowed: {string.Join(", ", Measures)}.");
    }
}

/// <summary>A business in the list behind a count of a scorecard (成绩单明细项).</summary>
/// <param name="Business">The business.</param>
/// <param name="Count">What is counted at it, more than 0.</param>
public readonly record struct CountedBusiness(BusinessId Business, long Count);
