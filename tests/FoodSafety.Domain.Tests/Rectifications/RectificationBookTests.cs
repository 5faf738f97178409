using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;

namespace FoodSafety.Domain.Tests.Rectifications;

public class RectificationBookTests
{
    private static readonly Instant Start = At(2025, 9, 1);

    [Fact]
    public void WholeWay_LeavesAnEventForEveryStep_WithAllItsData()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Report(Finding(12, FindingSeverity.Key), 5, Finder, Start).Id;
        book.Claim(id, Officer, Start);
        book.Order(id, TimeLimit.WorkingDays(3), Officer, Start, "order-1");
        book.Link(id, new LinkedMeasure(MeasureKind.Suspension, "S-1"), Officer, Start);
        book.Extend(id, TimeLimit.Hours(12), Owner, "parts are late", Chief, At(2025, 9, 2));
        book.Submit(id, "report-1", Owner, At(2025, 9, 3), Photo);
        book.Return(id, "half of it", Verifier, At(2025, 9, 3), TimeLimit.Days(2));
        book.Submit(id, "report-2", Owner, At(2025, 9, 4), Photo, new EvidenceReference(EvidenceKind.TestReport, "test-1"));
        book.Close(id, Verifier, At(2025, 9, 5), Photo);

        var history = book.HistoryOf(id);
        Assert.Equal(
            [
                RectificationStep.Report, RectificationStep.Claim, RectificationStep.Order, RectificationStep.LinkMeasure, RectificationStep.Extend,
                RectificationStep.Submit, RectificationStep.Return, RectificationStep.Submit, RectificationStep.Close,
            ],
            history.Select(step => step.Step));
        Assert.Equal((new FindingId(12), FindingSeverity.Key, 5), (history[0].Finding, history[0].Severity, history[0].Row));
        Assert.Equal((Officer, "order-1", TimeLimit.WorkingDays(3), new LocalDate(2025, 9, 4)), (history[2].By, history[2].Document, history[2].Limit, history[2].Deadline!.Value.LastDay));
        Assert.Equal((Owner, "parts are late", Chief, At(2025, 9, 2)), (history[4].AppliedBy, history[4].Reason, history[4].By, history[4].At));
        // The end of 4 September, in its last nanosecond, and twelve hours.
        Assert.Equal(At(2025, 9, 5, 12) - Duration.Epsilon, history[4].Deadline!.Value.LastInstant);
        Assert.Equal(["photo-1", "test-1"], history[7].Evidence.Select(evidence => evidence.Key));
        Assert.Null(history[7].Deadline);
        Assert.Equal(history, book.Events);
        Assert.Equal(RectificationState.Closed, book[id].State);
    }

    [Fact]
    public void Acts_GiveTheEventThatIsKept()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var report = book.Report(Finding(1), null, Finder, Start);
        var claim = book.Claim(report.Id, Officer, Start);
        var order = book.Order(report.Id, TimeLimit.Hours(24), Officer, Start);
        Assert.Equal([report, claim, order], book.Events);
        Assert.Equal((new RectificationId(1), At(2025, 9, 2)), (report.Id, order.Deadline!.Value.LastInstant));
    }

    [Fact]
    public void Record_OfADayBeforeTheLast_IsRefused()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        book.Report(At(2025, 9, 2, 0));
        Assert.Throws<LedgerDayException>(() => book.Report(At(2025, 9, 2, 0) - Duration.Epsilon));
        book.Report(At(2025, 9, 2, 0));
        Assert.Equal((2, new LocalDate(2025, 9, 2)), (book.Count, book.LastDay));
    }

    [Fact]
    public void Record_WithoutWhatTheStepNeeds_OrWithMore_IsRefused()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Report(Start);

        Assert.Equal("The step 'dismiss' needs: Reason. (Parameter 'act')", Message(new(id, RectificationStep.Dismiss, Officer, Start)));
        Assert.Equal("The step 'claim' cannot have: Row, Document. (Parameter 'act')", Message(new(id, RectificationStep.Claim, Officer, Start) { Row = 3, Document = "d" }));
        Assert.Equal("The step 'report' needs: Severity. (Parameter 'act')", Message(new(default, RectificationStep.Report, Officer, Start) { Finding = new(1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.Report(Finding(1), -1, Officer, Start));
        Assert.ThrowsAny<ArgumentException>(() => book.Claim(id, " ", Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RectificationEvent(id, 0, Officer, Start));
        Assert.ThrowsAny<ArgumentException>(() => book.Return(id, "", Verifier, Start));
        Assert.Equal(1, book.EventCount);

        string Message(RectificationEvent act) => Assert.ThrowsAny<ArgumentException>(() => book.Record(act)).Message;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void Indexer_OfNoRectification_NamesTheRange(int number)
    {
        var book = new RectificationBook(WorkingCalendar.China);
        book.Report(Start);
        Assert.StartsWith("The book has 1 rectifications, numbered from 1.", Assert.Throws<ArgumentOutOfRangeException>(() => book[new(number)]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindByFinding_IsTheNewestOfTheFinding_AndFollowsTheBook()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        Assert.Null(book.FindByFinding(new(7)));
        var first = book.Report(Finding(7), null, Finder, Start).Id;
        Assert.Equal(book[first], book.FindByFinding(new(7)));
        book.Dismiss(first, "no problem", Officer, Start);
        Assert.Equal(RectificationState.Dismissed, book.FindByFinding(new(7))!.State);

        var second = book.Report(Finding(7), null, Finder, Start).Id;
        Assert.Equal(second, book.FindByFinding(new(7))!.Id);
        Assert.Null(book.FindByFinding(new(6)));
        Assert.Null(book.FindByFinding(default));
    }

    [Fact]
    public void OpenOf_IsWhatTheBusinessStillOwes_ByNumber()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var first = book.Report(Start, row: 0);
        book.Report(Start, row: 1);
        book.Report(Start);
        var last = book.Ordered(TimeLimit.Days(1), Start, row: 0);
        Assert.Equal([first, last], book.OpenOf(0));

        book.CorrectOnTheSpot(first, Owner, Finder, Start);
        Assert.Equal([last], book.OpenOf(0));
        book.Reopen(first, "again", Finder, Start);
        Assert.Equal([first, last], book.OpenOf(0));
        Assert.Empty(book.OpenOf(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.OpenOf(-1));
    }

    [Fact]
    public void Replay_UnderStricterRules_LeavesWhatWasDone()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Submitted(Start);
        book.Close(id, Finder, Start);

        var replayed = RectificationBook.Replay(book.Events, new RectificationRules { Calendar = WorkingCalendar.China, VerifierIsNotReporter = true, MostExtensions = 0 });

        Assert.Equal(book[id], replayed[id]);
    }

    [Fact]
    public void Replay_UnderAnAmendedCalendar_LeavesTheDeadlinesThatWereTold()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Ordered(TimeLimit.WorkingDays(3), At(2025, 9, 26));
        var without = WorkingCalendar.China.With(2025, HolidayRule.China[^1].DaysOf(2025).Select(day => day with { ProvisionalBy = null }));

        var replayed = RectificationBook.Replay(book.Events, new RectificationRules { Calendar = without });

        Assert.Equal((new LocalDate(2025, 9, 30), book[id]), (replayed[id].Deadline!.Value.LastDay, replayed[id]));
        Assert.NotEqual(book[id].Deadline, replayed[replayed.Ordered(TimeLimit.WorkingDays(3), At(2025, 9, 26))].Deadline);
    }

    [Fact]
    public void Names_AndTexts()
    {
        Assert.Equal("停产停业 S-1 / suspension S-1", new LinkedMeasure(MeasureKind.Suspension, "S-1").ToString());
        Assert.Equal(["114", "126", "63", "121"], Enum.GetValues<MeasureKind>().Select(kind => kind.Basis(new LocalDate(2025, 12, 1)).Article));
        Assert.ThrowsAny<ArgumentException>(() => new LinkedMeasure(MeasureKind.Recall, " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinkedMeasure(0, "x"));
        Assert.True(default(RectificationId).IsNone);
        Assert.Equal("7", new RectificationId(7).ToString());
    }
}
