namespace FoodSafety.Domain.Reporting;

/// <summary>One count of a scorecard (成绩单指标). All are counts of an area with everything inside it.</summary>
/// <remarks>The default value 0 is no measure. Names are in <see cref="ScorecardMeasures"/>.</remarks>
public enum ScorecardMeasure
{
    /// <summary>Businesses of the register, without those that have closed or whose licence was revoked (主体).</summary>
    Businesses = 1,

    /// <summary>Businesses in tier A (A 级).</summary>
    TierA = 2,

    /// <summary>Businesses in tier B (B 级).</summary>
    TierB = 3,

    /// <summary>Businesses in tier C (C 级).</summary>
    TierC = 4,

    /// <summary>Businesses in tier D (D 级).</summary>
    TierD = 5,

    /// <summary>Those of them without a tier: exempt, or not graded yet (未分级).</summary>
    WithoutTier = 6,

    /// <summary>Businesses that have a main responsible cadre (已包保).</summary>
    Tied = 7,

    /// <summary>Businesses that the standing commitment of their main responsible names (承诺书已列名).</summary>
    NamedInCommitment = 8,

    /// <summary>Cadres who answer for at least one of the businesses, in any step; each once (包保干部).</summary>
    Cadres = 9,

    /// <summary>Of these, cadres of provinces and cities (市级干部).</summary>
    CityCadres = 10,

    /// <summary>Of these, cadres of districts (区县级干部).</summary>
    DistrictCadres = 11,

    /// <summary>Of these, cadres of towns and streets (镇街级干部).</summary>
    TownCadres = 12,

    /// <summary>Of these, cadres of villages and communities (村社区级干部).</summary>
    VillageCadres = 13,

    /// <summary>Cadres who are main responsible for at least one of the businesses (主体责任人).</summary>
    MainCadres = 14,

    /// <summary>Of these, cadres whose commitment stands (已签承诺书干部).</summary>
    CommittedCadres = 15,

    /// <summary>Businesses that publicity reached in the round (已宣传).</summary>
    Publicised = 16,

    /// <summary>Businesses that were trained in the round (已培训).</summary>
    Trained = 17,

    /// <summary>Businesses that were visited: in the round, and without one in the period of the scorecard (已督导).</summary>
    Visited = 18,

    /// <summary>Visits made in the period of the scorecard (督导次数).</summary>
    Visits = 19,

    /// <summary>Of these, visits that found a problem (发现问题的督导).</summary>
    VisitsWithFindings = 20,

    /// <summary>Problems found, up to the day (发现问题).</summary>
    Found = 21,

    /// <summary>Problems put right, up to the day (已整改).</summary>
    Rectified = 22,

    /// <summary>Problems not settled on the day (整改中).</summary>
    Open = 23,

    /// <summary>Of these, problems whose deadline has passed (逾期未改).</summary>
    Overdue = 24,

    /// <summary>Safety directors on duty (在岗食品安全总监).</summary>
    Directors = 25,

    /// <summary>Safety officers on duty (在岗食品安全员).</summary>
    Officers = 26,

    /// <summary>Posts of directors and officers that must be filled (应配备岗位).</summary>
    PostsRequired = 27,

    /// <summary>Of these, posts that are filled (已配备岗位).</summary>
    PostsFilled = 28,

    /// <summary>Daily records that were due in the period (应有日管控记录).</summary>
    DailyRecordsDue = 29,

    /// <summary>Of these, daily records that were made (已有日管控记录).</summary>
    DailyRecordsMade = 30,

    /// <summary>Businesses that owed daily records in the period (应落实日管控主体).</summary>
    DailyBound = 31,

    /// <summary>Of these, businesses that missed none (日管控无缺漏主体).</summary>
    DailyKept = 32,
}
