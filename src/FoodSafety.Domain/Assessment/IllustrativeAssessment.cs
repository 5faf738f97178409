using System.Collections.Immutable;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Assessment;

/// <summary>
/// An example of an assessment of towns (考核示例), to start from. Weights, points and limits are nobody's rule: districts name
/// their own, as Wenjiang does with positive and negative points (正负评价、三务一评), but have not published the numbers.
/// </summary>
public static class IllustrativeAssessment
{
    private static readonly Citation Example = Citation.Illustrative(("镇街考核示例，分值未经核实", "Example of an assessment of towns, its points are confirmed by no text"));

    /// <summary>100 points for the indicators of the four families, up to 10 added and 30 taken off (镇街评分表).</summary>
    public static ScoreSheet TownSheet { get; } = new(
        "town-example", "1", ("镇街食品安全“两个责任”评分表（示例）", "Score sheet of towns (example)"), AssesseeKind.Town, 100,
        [
            new IndicatorLine(Indicator.Coverage, 20, new LinearScale(0.8m, 1), Example),
            new IndicatorLine(Indicator.Commitments, 10, new LinearScale(0.8m, 1), Example),
            new IndicatorLine(Indicator.VisitCompletion, 25, new BandScale(new(1, 25), new(0.95m, 20), new(0.9m, 15), new(0.8m, 5)), Example),
            new IndicatorLine(Indicator.FindingRate, 5, new LinearScale(0, 0.03m), Example),
            new IndicatorLine(Indicator.Rectified, 20, LinearScale.Proportional, Example),
            new IndicatorLine(Indicator.Staffing, 10, LinearScale.Proportional, Example),
            new IndicatorLine(Indicator.DailyControl, 10, LinearScale.Proportional, Example),
            new EventLine("experience", ("经验做法获上级推广", "practice taken up by a higher level"), PointSide.Positive, each: 2, cap: 6, Example),
            new EventLine("hidden-danger", ("主动发现并消除重大隐患", "a great danger found and removed by themselves"), PointSide.Positive, each: 1, cap: 4, Example),
            new EventLine("empty-visit", ("督导走过场", "a visit that was no visit"), PointSide.Negative, each: 1, cap: 10, Example),
            new EventLine("incident", ("发生食品安全事故", "a food-safety incident"), PointSide.Negative, each: 10, cap: 20, Example, isSerious: true),
        ],
        Example, floor: 0, cap: 110);

    /// <summary>Praise for the first three, funds after three green plates in a row, a talk after a red plate (激励约束示例).</summary>
    /// <remarks>The law provides for the talk, in the edition in force on the day; that a red plate brings it is the example's.</remarks>
    /// <param name="on">The day of the assessment.</param>
    public static ImmutableArray<IncentiveRule> TownIncentives(LocalDate on) =>
    [
        IncentiveRule.RankAtMost("first-three", IncentiveKind.Commendation, 3, Example),
        IncentiveRule.PlatesInARow("three-green", IncentiveKind.Funding, Plate.Green, 3, Example),
        IncentiveRule.PlatesInARow("red-talk", IncentiveKind.Talk, Plate.Red, 1, FoodSafetyLaw.Article("117", on)),
    ];
}
