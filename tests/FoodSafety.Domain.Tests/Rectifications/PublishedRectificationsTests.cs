using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>How many problems places published as mended on the spot, ordered in writing, suspended and filed, led through the table.</summary>
/// <remarks>Days and time limits were not published; those here are made up.</remarks>
public class PublishedRectificationsTests
{
    private static readonly Instant Found = At(2023, 5, 8);
    private static readonly LocalDate Today = new(2023, 5, 8);

    // Suzhou (Anhui), development zone: 32 units, 83 problems, 45 mended on the spot and 38 by a deadline.
    // https://amr.ahsz.gov.cn/xwdt/sjdt/195539271.html
    [Fact]
    public void Suzhou_EightyThreeProblems_AreFortyFiveOnTheSpotAndThirtyEightByADeadline()
    {
        var book = new RectificationDesk();
        OnTheSpot(book, 45);
        var ordered = Order(book, 38);

        var day = book.On(Today);
        Assert.Equal((83, 45, 38), (day.Count, day.CountOf(RectificationState.CorrectedOnTheSpot), day.CountOf(RectificationState.Ordered)));
        Assert.Equal(new RectificationCounts(83, 45, 38, 0, 0, 0, 0), day.Counts);

        foreach (var id in ordered)
        {
            book.Submit(id, "report", Owner, Found);
            book.Close(id, Verifier, Found);
        }

        Assert.Equal(new RectificationCounts(83, 83, 0, 0, 0, 0, 0), book.On(Today).Counts);
    }

    // Yunyang district, Shiyan: 314 problems, 123 written deadlines, 7 suspended for correction, 3 cases. http://app.syyunyang.cn/p/8460.html
    // The report does not say what became of the others, nor whether the 7 and the 3 are among the 123. Inferred here: they are apart, and the
    // remaining 181 were mended on the spot.
    [Fact]
    public void Yunyang_ThreeHundredAndFourteenProblems_AddUp()
    {
        var book = new RectificationDesk();
        Order(book, 123);
        var suspended = Order(book, 7);
        foreach (var id in suspended)
        {
            book.Link(id, new LinkedMeasure(MeasureKind.Suspension, $"suspension-{id}"), Officer, Found);
        }

        for (var i = 0; i < 3; i++)
        {
            book.FileCase(book.Report(Found), $"case-{i}", Officer, Found);
        }

        OnTheSpot(book, 314 - 123 - 7 - 3);

        var day = book.On(Today);
        Assert.Equal(new RectificationCounts(314, 181, 133, 0, 0, 0, 0), day.Counts);
        Assert.Equal((130, 3, 181), (day.CountOf(RectificationState.Ordered), day.CountOf(RectificationState.CaseFiled), day.CountOf(RectificationState.CorrectedOnTheSpot)));
        Assert.Equal(7, book.Taken.Count(done => done.Act.Measure?.Kind == MeasureKind.Suspension));
        Assert.Equal(130, book.On(Today.PlusDays(30)).OverdueCount);
    }

    private static void OnTheSpot(RectificationDesk book, int count)
    {
        for (var i = 0; i < count; i++)
        {
            book.CorrectOnTheSpot(book.Report(Found), Owner, Finder, Found);
        }
    }

    private static List<RectificationId> Order(RectificationDesk book, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => book.Ordered(TimeLimit.Days(15), Found))];
}
