using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Tests.Assessment.AssessmentWorld;

namespace FoodSafety.Domain.Tests.Assessment;

public class AssessmentBookTests
{
    [Theory]
    [InlineData(10, 10, 8, 8, 100)]
    [InlineData(9, 10, 8, 8, 80)]     // the edge of a band
    [InlineData(89, 100, 8, 8, 40)]   // one before it
    [InlineData(10, 10, 2, 3, 73.33)] // (2/3 − 1/2) / (1/2) of 40 points
    [InlineData(10, 10, 4, 8, 60)]    // nothing at the half
    [InlineData(10, 10, 0, 8, 60)]
    [InlineData(10, 10, 0, 0, 100)]   // nothing was found: nothing to put right
    public void Score_Indicators_FollowTheirScales(long visits, long due, long rectified, long found, double total) =>
        Assert.Equal((decimal)total, new AssessmentBook().Score(Sheet, Liucheng, March, Values(visits, due, rectified, found)).Total);

    [Fact]
    public void Score_Events_AddAndTakeOffUpToTheirCaps()
    {
        var book = new AssessmentBook();
        for (var i = 0; i < 3; i++)
        {
            Give(book, "practice");
            Give(book, "empty");
        }

        var result = Score(book);

        Assert.Equal([60, 40, 5, -9, 0], result.Lines.Select(line => line.Points));
        Assert.Equal((96, 96), (result.Sum, result.Total));
        Assert.Equal((true, 6m, 3), (result.Lines[2].IsCapped, result.Lines[2].Uncapped, result.Lines[2].Events.Length));
        Assert.False(result.Lines[3].IsCapped);
        Assert.StartsWith("good practice: 3 times, 5 points added, 6 capped at 5; evidence: record of a visit (visit-17)", result.Lines[2].Text.English, StringComparison.Ordinal);
        Assert.StartsWith("经验：3 次，加分 5 分，6 分封顶为 5 分；依据：督导记录（visit-17）", result.Lines[2].Text.Chinese, StringComparison.Ordinal);
        Assert.Equal(
            "visits completed 10/10 = 100.00%: 60 of 60 points (60 from 100%, 40 from 90%, else 0)", result.Lines[0].Text.English);
        Assert.Equal("town 510115001, March 2023: 96 of 100 points", result.Text.English);
    }

    [Theory]
    [InlineData(99_999, 100_000, "99.999%")]
    [InlineData(1, 100_000, "0.001%")]
    [InlineData(100_000, 100_000, "100.00%")]
    [InlineData(2, 3, "66.67%")]
    [InlineData(100_001, 100_000, "100.001%")]
    [InlineData(0, 0, "—")]
    public void Text_OfAShare_ClaimsAllOnlyWhenItIsAll(long numerator, long denominator, string share) =>
        Assert.EndsWith($" = {share}", new IndicatorValue(Indicator.Coverage, numerator, denominator).Text.English, StringComparison.Ordinal);

    [Fact]
    public void Score_ASingleEventOrNone_ReadsAsOne()
    {
        var book = new AssessmentBook();
        Give(book, "practice");

        Assert.StartsWith("good practice: 1 time, 2 points added; ", Score(book).Lines[2].Text.English, StringComparison.Ordinal);
        Assert.DoesNotContain("-0", Score(book).ToMarkdown(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_NoEvent_IsRefused() => Assert.Throws<ArgumentNullException>(() => AssessmentBook.Replay([null!]));

    [Fact]
    public void Score_BeyondTheSheet_IsHeldAtCapAndFloor()
    {
        var book = new AssessmentBook();
        Give(book, "practice", points: 5);
        Assert.Equal((105, 103), (Score(book).Sum, Score(book).Total));
        Assert.Equal("镇街 510115001 2023年3月 总分 103/100（按上限）", Score(book).Text.Chinese);

        Give(book, "empty", points: 50);
        var worst = book.Score(Sheet, Liucheng, March, Values(0, 10, 0, 8));
        Assert.Equal((-5, 0), (worst.Sum, worst.Total));
    }

    [Fact]
    public void Score_CountsWhatHappenedInThePeriod_WheneverItWasRecorded()
    {
        var book = new AssessmentBook();
        book.Give(Sheet, "empty", Liucheng, Visit17, March.First.PlusDays(-1), Office, March.Last.PlusDays(5));
        Assert.Equal(100, Score(book).Total);

        book.Give(Sheet, "empty", Liucheng, Visit17, March.First, Office, March.Last.PlusDays(5));
        book.Give(Sheet, "empty", Liucheng, Visit17, March.Last, Office, March.Last.PlusDays(5));
        book.Give(Sheet, "empty", Gongping, Visit17, March.Last, Office, March.Last.PlusDays(5));
        Assert.Equal(94, Score(book).Total);
    }

    [Fact]
    public void Withdraw_Points_CountNowhereAnyMore()
    {
        var book = new AssessmentBook();
        var given = Give(book, "incident");
        Assert.Equal((90, 1), (Score(book).Total, Score(book).SeriousBreaches));

        book.Withdraw(given.Number, "appeal granted", Office, Day.PlusDays(1));

        Assert.Equal((100, 0), (Score(book).Total, Score(book).SeriousBreaches));
        Assert.Empty(book.Standing);
        var refused = Assert.Throws<PointsNotStandingException>(() => book.Withdraw(given.Number, "again", Office, Day.PlusDays(1)));
        Assert.Equal("Points 1 were withdrawn on 2023-03-16.", refused.Message);
        Assert.Null(Assert.Throws<PointsNotStandingException>(() => book.Withdraw(2, "none", Office, Day.PlusDays(1))).Withdrawn);
    }

    [Fact]
    public void Score_EventsOfALineThatIsGone_AreListed()
    {
        var book = new AssessmentBook();
        var given = Give(book, "empty");
        var later = NewSheet([.. Sheet.Lines.Where(line => line.Code != "empty")]);

        var result = book.Score(later, Liucheng, March, Values(10, 10, 8, 8));

        Assert.Equal([given], result.Unscored);
        Assert.Equal(100, result.Total);
    }

    [Fact]
    public void Acts_ThatDoNotFit_AreRefused()
    {
        var book = new AssessmentBook();
        var unknown = Assert.ThrowsAny<ArgumentException>(() => Give(book, "rectified"));
        Assert.Equal("Sheet 'towns' has no line of events 'rectified'. Allowed: practice, empty, incident. (Parameter 'line')", unknown.Message);
        Assert.ThrowsAny<ArgumentException>(() => book.Give(Sheet, "empty", Assessee.Station("s"), Visit17, Day, Office, Day));
        Assert.ThrowsAny<ArgumentException>(() => book.Give(Sheet, "empty", Liucheng, Visit17, Day.PlusDays(1), Office, Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => Give(book, "empty", points: 0));
        Assert.ThrowsAny<ArgumentException>(() => new Evidence(" ", ("a", "a")));
        Assert.ThrowsAny<ArgumentException>(() => book.Score(Sheet, Liucheng, March, [new(Indicator.Rectified, 1, 1)]));
        Assert.ThrowsAny<ArgumentException>(() => book.Score(Sheet, Liucheng, March, [.. Values(1, 1, 1, 1), .. Values(1, 1, 1, 1)]));
        Assert.Empty(book.Events);

        Give(book, "empty");
        Assert.Throws<LedgerDayException>(() => book.Give(Sheet, "empty", Liucheng, Visit17, Day.PlusDays(-1), Office, Day.PlusDays(-1)));
    }

    [Fact]
    public void PartOf_PiduTargets_IsFourPercent()
    {
        var book = new AssessmentBook();
        Give(book, "incident");

        Assert.Equal(3.6m, Score(book).PartOf(4));
    }

    [Fact]
    public void ToMarkdown_ShowsEveryLineWithItsBasis()
    {
        var text = Score(new AssessmentBook()).ToMarkdown(Language.English);

        Assert.StartsWith("## Towns\n\ntown 510115001, March 2023: 100 of 100 points\n\n| line | points | how | basis |\n", text, StringComparison.Ordinal);
        Assert.Contains("| incident | 0 | incident: none | example (illustrative) |\n", text, StringComparison.Ordinal);
    }

    private static PointsGiven Give(AssessmentBook book, string line, decimal? points = null) => book.Give(Sheet, line, Liucheng, Visit17, Day, Office, Day, points);

    private static Assessed Score(AssessmentBook book) => book.Score(Sheet, Liucheng, March, Values(10, 10, 8, 8));
}
