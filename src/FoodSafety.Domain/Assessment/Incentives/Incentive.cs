using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Assessment;

/// <summary>A reward that was earned, or a consequence that follows (激励约束事项), with its reason.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Incentive
{
    private Incentive(Assessee assessee, CadencePeriod period, IncentiveRule rule, decimal reached, bool isComplete) =>
        (Assessee, Period, Rule, Reached, IsComplete) = (assessee, period, rule, reached, isComplete);

    /// <summary>Whose it is.</summary>
    public Assessee Assessee { get; }

    /// <summary>The period for which it is.</summary>
    public CadencePeriod Period { get; }

    /// <summary>The rule by which it follows.</summary>
    public IncentiveRule Rule { get; }

    /// <summary>What was reached: the rank, the number of plates in a row, or the score.</summary>
    public decimal Reached { get; }

    /// <summary>False when it rests on a plate that is not complete (<see cref="PlateEntry.IsComplete"/>): somebody should look before it is paid out.</summary>
    public bool IsComplete { get; }

    /// <summary>Whose, what and why, in both languages.</summary>
    public BilingualText Text
    {
        get
        {
            var reached = NumberText.Exact(Reached);
            var partly = IsComplete ? ("", "") : ("，所据评牌不完整", ", from plates that are not complete");
            return (
                $"{Assessee.Text.Chinese} {Period.Label.Chinese} {Rule.Text.Chinese}（实际 {reached}{partly.Item1}）",
                $"{Assessee.Text.English}, {Period.Label.English}, {Rule.Text.English} (reached {reached}{partly.Item2})");
        }
    }

    /// <summary>Everything that follows for a period: by assessee, and for each in the order of the rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="period">The period.</param>
    /// <param name="ranking">The ranking of the period.</param>
    /// <param name="plates">The plates up to the period.</param>
    public static ImmutableArray<Incentive> Of(IEnumerable<IncentiveRule> rules, CadencePeriod period, Ranking ranking, PlateHistory plates)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(plates);
        var all = rules.ToList();
        return [.. ranking.Places.OrderBy(place => place.Assessee)
            .SelectMany(place => all.Select(rule => FindOne(rule, period, place, ranking, plates))).OfType<Incentive>()];
    }

    private static Incentive? FindOne(IncentiveRule rule, CadencePeriod period, RankedScore place, Ranking ranking, PlateHistory plates)
    {
        // Whatever is looked at, the score of the period is as complete as its plate.
        var isComplete = plates.Find(place.Assessee, period)?.IsComplete ?? true;
        var (reached, holds) = rule.Test switch
        {
            IncentiveTest.RankAtMost => AtMost(place.Rank, rule.Limit),
            IncentiveTest.FromBottomAtMost => AtMost(ranking.FromBottom(place), rule.Limit),
            IncentiveTest.PlatesInARow => InARow(),
            IncentiveTest.ScoreAtLeast => AtLeast(place.Score, rule.Limit),
            IncentiveTest.ScoreBelow => (place.Score, place.Score < rule.Limit),
        };
        return holds ? new(place.Assessee, period, rule, reached, isComplete) : null;

        (decimal, bool) InARow()
        {
            var row = plates.RowOf(place.Assessee, rule.Plate!.Value, period).ToList();
            isComplete &= row.TrueForAll(entry => entry.IsComplete);
            return AtLeast(row.Count, rule.Limit);
        }
    }

    private static (decimal, bool) AtMost(decimal reached, decimal limit) => (reached, reached <= limit);

    private static (decimal, bool) AtLeast(decimal reached, decimal limit) => (reached, reached >= limit);
}

/// <summary>What follows from an assessment (考核结果运用): rewards, and consequences for those who did badly.</summary>
/// <remarks>The default value 0 is nothing.</remarks>
public enum IncentiveKind
{
    /// <summary>Praise in a circular (通报表扬).</summary>
    [BilingualName("通报表扬", "commendation")]
    Commendation = 1,

    /// <summary>Preference for awards (评先评优).</summary>
    [BilingualName("评先评优", "preference for awards")]
    Award = 2,

    /// <summary>More funds for the work (经费激励).</summary>
    [BilingualName("经费激励", "funding")]
    Funding = 3,

    /// <summary>A reference when cadres are appraised and promoted (选拔任用参考).</summary>
    [BilingualName("选拔任用参考", "reference for promotion")]
    Promotion = 4,

    /// <summary>Criticism in a circular (通报批评).</summary>
    [BilingualName("通报批评", "criticism in a circular")]
    Criticism = 5,

    /// <summary>An order to put things right by a day (限期整改).</summary>
    [BilingualName("限期整改", "order to rectify")]
    OrderToRectify = 6,

    /// <summary>A talk with the head about responsibility (责任约谈).</summary>
    [BilingualName("责任约谈", "talk about responsibility")]
    Talk = 7,
}

/// <summary>Which of the values of <see cref="IncentiveKind"/> are rewards.</summary>
public static class IncentiveKinds
{
    /// <summary>True for rewards (正向激励), false for consequences of doing badly.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static bool IsReward(this IncentiveKind kind) => kind.Named() switch
    {
        IncentiveKind.Commendation or IncentiveKind.Award or IncentiveKind.Funding or IncentiveKind.Promotion => true,
        IncentiveKind.Criticism or IncentiveKind.OrderToRectify or IncentiveKind.Talk => false,
    };
}
