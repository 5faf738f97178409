using System.Collections.Frozen;
using System.Reflection;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>One count of a scorecard (成绩单指标). All are counts of an area with everything inside it.</summary>
/// <remarks>
/// A business that has ended is left out, but for the visits made to it and the problems found at it. The default value 0 is no measure. What a measure is
/// called, its code in files and whether it counts people stand beside its value; the pass over the rooms counts it; whatever shows, writes, compares or
/// publishes scorecards goes through the values.
/// </remarks>
public enum ScorecardMeasure
{
    /// <summary>Businesses of the register, without those that have closed or whose licence was revoked (主体).</summary>
    [BilingualName("主体", "businesses")]
    Businesses = 1,

    /// <summary>Businesses in tier A (A 级).</summary>
    [BilingualName("A 级主体", "tier A")]
    TierA = 2,

    /// <summary>Businesses in tier B (B 级).</summary>
    [BilingualName("B 级主体", "tier B")]
    TierB = 3,

    /// <summary>Businesses in tier C (C 级).</summary>
    [BilingualName("C 级主体", "tier C")]
    TierC = 4,

    /// <summary>Businesses in tier D (D 级).</summary>
    [BilingualName("D 级主体", "tier D")]
    TierD = 5,

    /// <summary>Those of them without a tier: exempt, or not graded yet (未分级). The four tiers and these are all businesses.</summary>
    [BilingualName("未分级主体", "without a tier")]
    WithoutTier = 6,

    /// <summary>Businesses in a tier that have a main responsible cadre (已包保).</summary>
    [BilingualName("已包保主体", "tied to a cadre")]
    Tied = 7,

    /// <summary>Of these, businesses that the standing commitment of their main responsible names (承诺书已列名).</summary>
    [BilingualName("承诺书列名主体", "named in a commitment")]
    NamedInCommitment = 8,

    /// <summary>Cadres who answer for at least one business in a tier, in any step, also from above or from a second post; each once (包保干部).</summary>
    [BilingualName("包保干部", "cadres")]
    [OfPeople]
    Cadres = 9,

    /// <summary>Of these, cadres of provinces and cities, by the highest area in which they have businesses (市级干部).</summary>
    [BilingualName("市级包保干部", "city cadres")]
    [OfPeople]
    CityCadres = 10,

    /// <summary>Of these, cadres of districts (区县级干部).</summary>
    [BilingualName("区县级包保干部", "district cadres")]
    [OfPeople]
    DistrictCadres = 11,

    /// <summary>Of these, cadres of towns and streets (镇街级干部).</summary>
    [BilingualName("镇街级包保干部", "town cadres")]
    [OfPeople]
    TownCadres = 12,

    /// <summary>Of these, cadres of villages and communities (村社区级干部).</summary>
    [BilingualName("村社区级包保干部", "village cadres")]
    [OfPeople]
    VillageCadres = 13,

    /// <summary>Cadres who are main responsible for at least one business in a tier (主体责任人).</summary>
    [BilingualName("主体责任人", "main responsible cadres")]
    [OfPeople]
    MainCadres = 14,

    /// <summary>Of these, cadres whose commitment stands, whatever it names (已签承诺书干部).</summary>
    [BilingualName("已签承诺书干部", "cadres with a commitment")]
    [OfPeople]
    CommittedCadres = 15,

    /// <summary>Businesses that publicity reached in the round (已宣传); none without a round that has it.</summary>
    [BilingualName("已宣传主体", "reached by publicity")]
    Publicised = 16,

    /// <summary>Businesses that were trained in the round (已培训); none without a round that has it.</summary>
    [BilingualName("已培训主体", "trained")]
    Trained = 17,

    /// <summary>Businesses that are to be visited (应督导): those of the round, or without one those that are tied.</summary>
    [BilingualName("应督导主体", "due for a visit")]
    VisitsDue = 18,

    /// <summary>Of these, businesses that were visited: in the round, or without one by a cadre in the period (已督导).</summary>
    [BilingualName("已督导主体", "visited")]
    Visited = 19,

    /// <summary>Visits that cadres made in the period, by the day on which they began; only what has a result that stands (督导次数).</summary>
    [BilingualName("督导次数", "visits")]
    Visits = 20,

    /// <summary>Of these, visits that found something not met (发现问题的督导).</summary>
    [BilingualName("发现问题的督导", "visits with findings")]
    VisitsWithFindings = 21,

    /// <summary>
    /// Problems found at the businesses, from the first up to the day (发现问题): each once, and not those dismissed as none. What found
    /// again goes on as a new problem counts as that one.
    /// </summary>
    [BilingualName("发现问题", "problems found")]
    Found = 22,

    /// <summary>Of these, problems put right (已整改).</summary>
    [BilingualName("已整改问题", "problems rectified")]
    Rectified = 23,

    /// <summary>Of these, problems not settled on the day (整改中).</summary>
    [BilingualName("整改中问题", "problems open")]
    Open = 24,

    /// <summary>Of the open, problems whose deadline has passed (逾期未改).</summary>
    [BilingualName("逾期未改问题", "problems overdue")]
    Overdue = 25,

    /// <summary>Appointments of safety directors who are on duty on the day (在岗食品安全总监).</summary>
    [BilingualName("在岗食品安全总监", "safety directors on duty")]
    Directors = 26,

    /// <summary>Appointments of safety officers who are on duty on the day (在岗食品安全员).</summary>
    [BilingualName("在岗食品安全员", "safety officers on duty")]
    Officers = 27,

    /// <summary>Businesses that must have a safety director on the day; one that has closed must not (应配备总监主体).</summary>
    [BilingualName("应配备总监主体", "must have a director")]
    DirectorsRequired = 28,

    /// <summary>Of these, businesses where all directors that they must have are on duty (总监配备到位主体).</summary>
    [BilingualName("总监配备到位主体", "with all directors on duty")]
    DirectorsFilled = 29,

    /// <summary>Posts of directors and officers that must be filled on the day, a business with several each counted (应配备岗位).</summary>
    [BilingualName("应配备岗位", "safety posts required")]
    PostsRequired = 30,

    /// <summary>Of these, posts that somebody on duty fills (已配备岗位).</summary>
    [BilingualName("已配备岗位", "safety posts filled")]
    PostsFilled = 31,

    /// <summary>Daily records that were due in the period, on days on which the business operated by the log (应有日管控记录).</summary>
    [BilingualName("应有日管控记录", "daily records due")]
    DailyRecordsDue = 32,

    /// <summary>Of these, daily records that were made (已有日管控记录).</summary>
    [BilingualName("已有日管控记录", "daily records made")]
    DailyRecordsMade = 33,

    /// <summary>Businesses that owed a daily record in the period (应落实日管控主体).</summary>
    [BilingualName("应落实日管控主体", "bound to daily control")]
    DailyBound = 34,

    /// <summary>Of these, businesses that missed none (日管控无缺漏主体).</summary>
    [BilingualName("日管控无缺漏主体", "daily control without a gap")]
    DailyKept = 35,
}

/// <summary>That a measure counts people, each once: of areas that are added up it is not the sum.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class OfPeopleAttribute : Attribute;

/// <summary>Which count of a scorecard is that of a tier.</summary>
public static class ScorecardMeasures
{
    private static readonly FrozenSet<ScorecardMeasure> People = typeof(ScorecardMeasure).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsDefined(typeof(OfPeopleAttribute), inherit: false)).Select(field => (ScorecardMeasure)field.GetValue(null)!).ToFrozenSet();

    /// <summary>The count of the businesses in a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no tier.</exception>
    public static ScorecardMeasure InTier(Tier tier) => tier is >= Tier.A and <= Tier.D
        ? ScorecardMeasure.TierA + (tier - Tier.A)
        : throw new ArgumentOutOfRangeException(nameof(tier), tier, "Allowed: A, B, C, D.");

    /// <summary>Whether a measure counts people, each once.</summary>
    internal static bool IsOfPeople(this ScorecardMeasure measure) => People.Contains(measure);

    /// <summary>Whether a measure counts all there was up to the day, whatever the period.</summary>
    internal static bool IsCumulative(this ScorecardMeasure measure) => measure is ScorecardMeasure.Found or ScorecardMeasure.Rectified;
}
