using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Tests.Acts;
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
        Assert.Equal((decimal)total, Empty().Book.Score(Sheet, Liucheng, March, Values(visits, due, rectified, found)).Total);

    [Fact]
    public void Score_Events_AddAndTakeOffUpToTheirCaps()
    {
        var book = Empty();
        for (var i = 0; i < 3; i++)
        {
            book.Give("practice");
            book.Give("empty");
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
        var book = Empty();
        book.Give("practice");

        Assert.StartsWith("good practice: 1 time, 2 points added; ", Score(book).Lines[2].Text.English, StringComparison.Ordinal);
        Assert.DoesNotContain("-0", Score(book).ToMarkdown(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Score_BeyondTheSheet_IsHeldAtCapAndFloor()
    {
        var book = Empty();
        book.Give("practice", points: 5);
        Assert.Equal((105, 103), (Score(book).Sum, Score(book).Total));
        Assert.Equal("镇街 510115001 2023年3月 总分 103/100（按上限）", Score(book).Text.Chinese);

        book.Give("empty", points: 50);
        var worst = book.Book.Score(Sheet, Liucheng, March, Values(0, 10, 0, 8));
        Assert.Equal((-5, 0), (worst.Sum, worst.Total));
    }

    [Fact]
    public void Score_CountsWhatHappenedInThePeriod_WheneverItWasRecorded()
    {
        var book = Empty();
        var late = March.Last.PlusDays(5);
        book.Give("empty", happened: March.First.PlusDays(-1), on: late);
        Assert.Equal(100, Score(book).Total);

        book.Give("empty", happened: March.First, on: late);
        book.Give("empty", happened: March.Last, on: late);
        book.Give("empty", assessee: Gongping, happened: March.Last, on: late);
        Assert.Equal(94, Score(book).Total);
    }

    [Fact]
    public void Points_ThatAReviewWithdraws_CountNowhereAnyMore_AndStayInTheHistory()
    {
        var book = Empty();
        var given = book.Give("incident");
        Assert.Equal((90, 1), (Score(book).Total, Score(book).SeriousBreaches));
        var withdrawn = new ActVoided(new("points", "1"), given.Moment.Place, "appeal granted");

        book.Take(withdrawn, At(Day.PlusDays(1)));

        Assert.Equal((100, 0), (Score(book).Total, Score(book).SeriousBreaches));
        Assert.Empty(book.Book.All);
        Assert.Empty(book.Book.On(Day));
        Assert.Equal((false, given.Act), (book.Book.HistoryOf(given.Act.Id).Single().Counts, book.Book.HistoryOf(given.Act.Id).Single().Act));
        Assert.Equal("voided-already", book.Refused(withdrawn, At(Day.PlusDays(1))).Code);
        Assert.Equal("no-such-act", book.Refused(withdrawn with { About = new("points", "2") }, At(Day.PlusDays(1))).Code);
        Assert.Equal("no-such-act", book.Refused(withdrawn with { About = new("points", "x") }, At(Day.PlusDays(1))).Code);

        // The number is free again, for whomever.
        book.Take(given.Act with { Assessee = Gongping }, At(Day.PlusDays(1)));
        Assert.Empty(book.Book.PointsOf(Liucheng));
        Assert.Single(book.Book.PointsOf(Gongping));
        book.Take(new ActVoided(new("points", "1"), book.Book[new(1)].Moment.Place, "the first one after all"), At(Day.PlusDays(2)));
        book.Take(given.Act, At(Day.PlusDays(2)));
        Assert.Equal([given.Act], book.Book.PointsOf(Liucheng).Select(points => points.Act));
        Assert.Empty(book.Book.PointsOf(Gongping));
    }

    [Fact]
    public void Score_EventsOfALineThatIsGone_AreListed()
    {
        var book = Empty();
        var given = book.Give("empty");
        var later = NewSheet([.. Sheet.Lines.Where(line => line.Code != "empty")]);

        var result = book.Book.Score(later, Liucheng, March, Values(10, 10, 8, 8));

        Assert.Equal([given], result.Unscored);
        Assert.Equal(100, result.Total);
    }

    [Fact]
    public void Acts_ThatDoNotFit_AreRefused()
    {
        var book = Empty();
        var fitting = new PointsGiven(new(1), "towns", "empty", Liucheng, Visit17, Day);
        var unknown = book.Refused(fitting with { Line = "rectified" }, At(Day));
        Assert.Equal(("unknown-line", "Sheet 'towns' has no line of events 'rectified'.", "practice, empty, incident."), (unknown.Code, unknown.Text.English, unknown.Allowed.English));
        Assert.Equal("unknown-sheet", book.Refused(fitting with { Sheet = "villages" }, At(Day)).Code);
        Assert.Equal("other-assessee", book.Refused(fitting with { Assessee = Assessee.Station("s") }, At(Day)).Code);
        Assert.Equal("not-in-the-future", book.Refused(fitting with { Happened = Day.PlusDays(1) }, At(Day)).Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => fitting with { Points = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => fitting with { Points = 1_000_000_000.5m });
        Assert.Equal("no-id", book.Refused(fitting with { Id = default }, At(Day)).Code);
        Assert.ThrowsAny<ArgumentException>(() => fitting with { Assessee = default });
        Assert.ThrowsAny<ArgumentException>(() => fitting with { Line = " " });
        Assert.ThrowsAny<ArgumentException>(() => new Evidence(" ", ("a", "a")));
        Assert.ThrowsAny<ArgumentException>(() => book.Book.Score(Sheet, Liucheng, March, [new(Indicator.Rectified, 1, 1)]));
        Assert.ThrowsAny<ArgumentException>(() => book.Book.Score(Sheet, Liucheng, March, [.. Values(1, 1, 1, 1), .. Values(1, 1, 1, 1)]));
        Assert.Empty(book.Book.All);

        book.Take(fitting, At(Day));
        Assert.Equal("id-taken", book.Refused(fitting, At(Day)).Code);
    }

    [Fact]
    public void Points_ThatNobodyStates_AreKeptAsThoseOfTheLine()
    {
        var book = Empty();
        Assert.Equal([3, 1.5m], new[] { book.Give("empty"), book.Give("empty", 1.5m) }.Select(given => given.Act.Points!.Value));
    }

    [Fact]
    public void Sheets_OfOneId_AreRefused() =>
        Assert.ThrowsAny<ArgumentException>(() => new District(new DistrictSettings(WorkingCalendar.China) { ScoreSheets = [Sheet, Sheet] }));

    [Fact]
    public void PointsOfLastMonth_GivenToday_CountForLastMonth_AndTheDaysBeforeDoNotKnowThem()
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China) { ScoreSheets = [Sheet] });
        var april = March.Last.PlusDays(4);
        district.Apply(new Stamp("office", april, At(april)), new PointsGiven(new(7), "towns", "incident", Liucheng, Visit17, March.Last));

        Assert.Equal(90, district.Assessments.Score(Sheet, Liucheng, March, Values(10, 10, 8, 8)).Total);
        Assert.Empty(district.AsOf(March.Last).Points);
        Assert.Equal(10, district.AsOf(april).Points.Single().Act.Points);

        // Points are withdrawn like anything else that should not have been done: by the number of the entry.
        district.Apply(new Stamp("office", april, At(april)), new ActVoided(new("points", "7"), new(1, 0), "appeal granted"));
        Assert.Equal(100, district.Assessments.Score(Sheet, Liucheng, March, Values(10, 10, 8, 8)).Total);
        Assert.Empty(district.AsOf(april).Points);
    }

    [Fact]
    public void PartOf_PiduTargets_IsFourPercent()
    {
        var book = Empty();
        book.Give("incident");

        Assert.Equal(3.6m, Score(book).PartOf(4));
    }

    [Fact]
    public void ToMarkdown_ShowsEveryLineWithItsBasis()
    {
        var text = Score(Empty()).ToMarkdown(Language.English);

        Assert.StartsWith("## Towns\n\ntown 510115001, March 2023: 100 of 100 points\n\n| line | points | how | basis |\n", text, StringComparison.Ordinal);
        Assert.Contains("| incident | 0 | incident: none | example (illustrative) |\n", text, StringComparison.Ordinal);
    }

    private static Assessed Score(Recorder<AssessmentBook> book) => book.Book.Score(Sheet, Liucheng, March, Values(10, 10, 8, 8));
}
