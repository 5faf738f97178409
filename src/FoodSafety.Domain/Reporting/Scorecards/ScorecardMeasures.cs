using System.Collections.Immutable;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>What people and files call the counts of a scorecard.</summary>
public static class ScorecardMeasures
{
    /// <summary>All counts, in the order in which they are shown.</summary>
    public static ImmutableArray<ScorecardMeasure> All { get; } = [.. Enum.GetValues<ScorecardMeasure>()];

    /// <summary>What people call a count.</summary>
    /// <param name="measure">The count.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this ScorecardMeasure measure) => measure.Named() switch
    {
        ScorecardMeasure.Businesses => ("主体", "businesses"),
        ScorecardMeasure.TierA => ("A 级主体", "tier A"),
        ScorecardMeasure.TierB => ("B 级主体", "tier B"),
        ScorecardMeasure.TierC => ("C 级主体", "tier C"),
        ScorecardMeasure.TierD => ("D 级主体", "tier D"),
        ScorecardMeasure.WithoutTier => ("未分级主体", "without a tier"),
        ScorecardMeasure.Tied => ("已包保主体", "tied to a cadre"),
        ScorecardMeasure.NamedInCommitment => ("承诺书列名主体", "named in a commitment"),
        ScorecardMeasure.Cadres => ("包保干部", "cadres"),
        ScorecardMeasure.CityCadres => ("市级包保干部", "city cadres"),
        ScorecardMeasure.DistrictCadres => ("区县级包保干部", "district cadres"),
        ScorecardMeasure.TownCadres => ("镇街级包保干部", "town cadres"),
        ScorecardMeasure.VillageCadres => ("村社区级包保干部", "village cadres"),
        ScorecardMeasure.MainCadres => ("主体责任人", "main responsible cadres"),
        ScorecardMeasure.CommittedCadres => ("已签承诺书干部", "cadres with a commitment"),
        ScorecardMeasure.Publicised => ("已宣传主体", "reached by publicity"),
        ScorecardMeasure.Trained => ("已培训主体", "trained"),
        ScorecardMeasure.VisitsDue => ("应督导主体", "due for a visit"),
        ScorecardMeasure.Visited => ("已督导主体", "visited"),
        ScorecardMeasure.Visits => ("督导次数", "visits"),
        ScorecardMeasure.VisitsWithFindings => ("发现问题的督导", "visits with findings"),
        ScorecardMeasure.Found => ("发现问题", "problems found"),
        ScorecardMeasure.Rectified => ("已整改问题", "problems rectified"),
        ScorecardMeasure.Open => ("整改中问题", "problems open"),
        ScorecardMeasure.Overdue => ("逾期未改问题", "problems overdue"),
        ScorecardMeasure.Directors => ("在岗食品安全总监", "safety directors on duty"),
        ScorecardMeasure.Officers => ("在岗食品安全员", "safety officers on duty"),
        ScorecardMeasure.DirectorsRequired => ("应配备总监主体", "must have a director"),
        ScorecardMeasure.DirectorsFilled => ("总监配备到位主体", "with all directors on duty"),
        ScorecardMeasure.PostsRequired => ("应配备岗位", "safety posts required"),
        ScorecardMeasure.PostsFilled => ("已配备岗位", "safety posts filled"),
        ScorecardMeasure.DailyRecordsDue => ("应有日管控记录", "daily records due"),
        ScorecardMeasure.DailyRecordsMade => ("已有日管控记录", "daily records made"),
        ScorecardMeasure.DailyBound => ("应落实日管控主体", "bound to daily control"),
        ScorecardMeasure.DailyKept => ("日管控无缺漏主体", "daily control without a gap"),
    };

    /// <summary>What files call a count: <c>tier-a</c>, <c>daily-records-due</c>.</summary>
    /// <param name="measure">The count.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static string Code(this ScorecardMeasure measure) => Enum.IsDefined(measure)
        ? EnumWords.Of(measure.ToString())
        : throw new ArgumentOutOfRangeException(nameof(measure), measure, "Allowed: 1 (Businesses) to 35 (DailyKept).");

    /// <summary>The count of the businesses in a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no tier.</exception>
    public static ScorecardMeasure InTier(Tier tier) => tier is >= Tier.A and <= Tier.D
        ? ScorecardMeasure.TierA + (tier - Tier.A)
        : throw new ArgumentOutOfRangeException(nameof(tier), tier, "Allowed: A, B, C, D.");
}
