using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>What an area has come to on a day (阶段性“成绩单”): counts of every area, each with all that lies inside it.</summary>
/// <remarks>
/// <para>Computed from the state of the rooms, in one pass over each and one up the area tree. For a day that is over, commitments,
/// problems, posts, records, visits and the round answer as of that day; businesses, tiers and chains are those that stand when it is
/// computed, for the register and the plan keep no past. On a day after that of the plan, a cadre whose post has ended meanwhile answers
/// for nobody, and the businesses are not tied until they are planned again.</para>
/// <para>Immutable, and knows nothing of what changes later. It takes 280 bytes for each area inside the lowest one that holds all
/// businesses: 30 kB for a district, whatever tree it lies in; 190 MB for the country with all its villages.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("ScorecardReport.ToJson")]
public sealed class Scorecard
{
    private readonly ScopedCounts[] _counts;

    internal Scorecard(DistrictDay district, DateInterval period, Round? round, ScopedCounts[] counts)
    {
        (Areas, On, Version) = (district.Register.Areas, district.Day, district.Version);
        (Period, Round, _counts) = (period, round, counts);
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
    /// <param name="terms">What is counted by; null for <see cref="ScorecardTerms.Default"/>.</param>
    /// <exception cref="Time.CalendarYearUnknownException">Records are due on working days of a year that the calendar does not know.</exception>
    public static Scorecard Of(DistrictDay district, ScorecardTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(district);
        terms ??= ScorecardTerms.Default;
        return new ScorecardPass(district, terms, DailyGaps.Find(district, terms)).Run();
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

    /// <summary>What became of an area since another day (成绩单对比).</summary>
    /// <param name="earlier">The scorecard of the earlier day.</param>
    /// <param name="area">The area.</param>
    /// <exception cref="ArgumentException">It is of a later day.</exception>
    /// <exception cref="AreaNotFoundException">One of the trees has no such area.</exception>
    public ScorecardComparison CompareWith(Scorecard earlier, AreaCode area)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return earlier.On <= On
            ? new ScorecardComparison(earlier[area], this[area])
            : throw new ArgumentException($"The scorecard is of {earlier.On:uuuu-MM-dd}. Allowed: up to {On:uuuu-MM-dd}.", nameof(earlier));
    }

    internal long Count(int area, ScorecardMeasure measure) => Enum.IsDefined(measure)
        ? _counts[(int)measure - 1][area]
        : throw new ArgumentOutOfRangeException(nameof(measure), measure, "Allowed: 1 (Businesses) to 35 (DailyKept).");
}

/// <summary>The same area on two days (成绩单对比). <see cref="Scorecard.CompareWith"/> makes it.</summary>
/// <remarks>Compared by reference.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ScorecardComparison
{
    internal ScorecardComparison(ScorecardEntry earlier, ScorecardEntry later) => (Earlier, Later) = (earlier, later);

    /// <summary>On the earlier day.</summary>
    public ScorecardEntry Earlier { get; }

    /// <summary>On the later day.</summary>
    public ScorecardEntry Later { get; }

    /// <summary>By how much a count grew; negative where it shrank.</summary>
    /// <param name="measure">The count.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public long this[ScorecardMeasure measure] => Later[measure] - Earlier[measure];

    /// <summary>The counts that are not what they were, in the order in which they are shown.</summary>
    public IEnumerable<ScorecardMeasure> Changed => EnumCodes.All<ScorecardMeasure>().Where(measure => this[measure] != 0);
}
