using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Tests.Assessment.AssessmentWorld;

namespace FoodSafety.Domain.Tests.Assessment;

public class RankingTests
{
    private static readonly Dictionary<Assessee, decimal> Scores = new() { [Tianfu] = 70, [Yongquan] = 90, [Gongping] = 90, [Liucheng] = 95 };

    [Fact]
    public void Places_OfATie_ShareARankInTheOrderOfKeys()
    {
        Assert.Equal([(Liucheng, 1), (Gongping, 2), (Yongquan, 2), (Tianfu, 4)], new Ranking(Scores).Places.Select(place => (place.Assessee, place.Rank)));
        Assert.Equal([1, 2, 2, 3], new Ranking(Scores, RankingStyle.Dense).Places.Select(place => place.Rank));
    }

    [Fact]
    public void Of_FromBottom_CountsTiesOnce()
    {
        var ranking = new Ranking(new Dictionary<Assessee, decimal> { [Tianfu] = 70, [Yongquan] = 70, [Gongping] = 90, [Liucheng] = 95 });
        var plates = new PlateHistory(PlateRule.Zhangzhou, Cadence.Month, []);

        Assert.Equal(2, Last(2).Length);
        Assert.Equal([(Gongping, 3m), (Yongquan, 1m), (Tianfu, 1m)], Last(3).Select(one => (one.Assessee, one.Reached)));

        Incentive[] Last(int rank) => [.. Incentive.Of([IncentiveRule.FromBottomAtMost("last", IncentiveKind.Talk, rank, Basis)], March, ranking, plates)];
    }

    [Fact]
    public void MovesSince_Earlier_TellsUpDownJoinedAndLeft()
    {
        var now = new Ranking(new Dictionary<Assessee, decimal> { [Tianfu] = 99, [Liucheng] = 95, [Gongping] = 90, [Assessee.Station("new")] = 1 });

        var moves = now.MovesSince(new Ranking(Scores));

        Assert.Equal([(Liucheng, (int?)-1), (Gongping, -1), (Yongquan, null), (Tianfu, 3), (Assessee.Station("new"), null)], moves.Select(move => (move.Assessee, move.Up)));
        Assert.Null(moves[2].After);
        Assert.Null(moves[4].Before);
        Assert.Throws<ArgumentException>(() => now.MovesSince(new Ranking(Scores, RankingStyle.Dense)));
    }

    [Fact]
    public void Ranking_OfUnlikeScores_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new Ranking([new(Liucheng, 1), new(Liucheng, 2)]));
        Assert.Throws<ArgumentException>(() => new Ranking([new(default, 1)]));
        var book = Empty();
        var results = new[] { March, Cadence.Month.PeriodAfter(March.Last) }.Zip([Liucheng, Gongping], (month, town) => book.Book.Score(Sheet, town, month, Values(1, 1, 1, 1)));
        Assert.Throws<ArgumentException>(() => Ranking.Of(results));
    }

    [Fact]
    public void ToMarkdown_IsATable() => Assert.Equal(
        "| 名次 | 考核对象 | 得分 |\n|---|---|---|\n| 1 | 镇街 510115001 | 95 |\n| 2 | 镇街 510115002 | 90 |\n| 2 | 镇街 510115003 | 90 |\n| 4 | 镇街 510115004 | 70 |\n",
        new Ranking(Scores).ToMarkdown(Language.Chinese));

    [Fact]
    public void Incentives_FollowRanksPlatesAndScores()
    {
        IncentiveRule[] rules =
        [
            IncentiveRule.RankAtMost("first-two", IncentiveKind.Commendation, 2, Basis),
            IncentiveRule.FromBottomAtMost("last", IncentiveKind.Criticism, 1, Basis),
            IncentiveRule.PlatesInARow("three-green", IncentiveKind.Funding, Plate.Green, 3, Basis),
            IncentiveRule.PlatesInARow("red", IncentiveKind.Talk, Plate.Red, 1, Basis),
            IncentiveRule.ScoreAtLeast("ninety-five", IncentiveKind.Award, 95, Basis),
            IncentiveRule.ScoreBelow("below-seventy", IncentiveKind.OrderToRectify, 70, Basis),
        ];
        var plates = new PlateHistory(PlateRule.Zhangzhou, Cadence.Month,
        [
            .. Enumerable.Range(0, 3).Select(i => Entry(Liucheng, Day.PlusMonths(-i), 95)),
            .. Enumerable.Range(0, 2).Select(i => Entry(Gongping, Day.PlusMonths(-i), 90)),
            Entry(Tianfu, Day, 60),
        ]);

        var earned = Incentive.Of(rules, March, new Ranking(Scores), plates);

        Assert.Equal(
            [
                (Liucheng, "first-two", 1m), (Liucheng, "three-green", 3m), (Liucheng, "ninety-five", 95m), (Gongping, "first-two", 2m),
                (Yongquan, "first-two", 2m), (Tianfu, "last", 1m), (Tianfu, "red", 1m),
            ],
            earned.Select(one => (one.Assessee, one.Rule.Code, one.Reached)));
        Assert.Equal("town 510115001, March 2023, funding: green plate 3 times in a row (reached 3)", earned[1].Text.English);
        Assert.Equal("镇街 510115004 2023年3月 责任约谈：红牌（实际 1）", earned[^1].Text.Chinese);
        Assert.Equal([true, true, true, true, false, false, false], Enum.GetValues<IncentiveKind>().Select(kind => kind.IsReward()));
    }
}
