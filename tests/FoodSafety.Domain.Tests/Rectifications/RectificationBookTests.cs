using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
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
    public void WholeWay_LeavesAnActForEveryStep_WithAllItsData()
    {
        var book = new RectificationDesk();
        var id = book.Report(Finding(12, FindingSeverity.Key), 5, Finder, Start).Act.Id;
        book.Claim(id, Officer, Start);
        book.Order(id, TimeLimit.WorkingDays(3), Officer, Start, "order-1");
        book.Link(id, new LinkedMeasure(MeasureKind.Suspension, "S-1"), Officer, Start);
        book.Extend(id, TimeLimit.Hours(12), Owner, "parts are late", Chief, At(2025, 9, 2));
        book.Submit(id, "report-1", Owner, At(2025, 9, 3), Photo);
        book.Return(id, "half of it", Verifier, At(2025, 9, 3), TimeLimit.Days(2));
        book.Submit(id, "report-2", Owner, At(2025, 9, 4), Photo, new EvidenceReference(EvidenceKind.TestReport, "test-1"));
        book.Close(id, Verifier, At(2025, 9, 5), Photo);

        var history = book.Book.HistoryOf(id);
        Assert.Equal(
            [
                RectificationStep.Report, RectificationStep.Claim, RectificationStep.Order, RectificationStep.LinkMeasure, RectificationStep.Extend,
                RectificationStep.Submit, RectificationStep.Return, RectificationStep.Submit, RectificationStep.Close,
            ],
            history.Select(step => step.Act.Step));
        Assert.Equal((new FindingId(12), FindingSeverity.Key, new BusinessId("shop-5")), (history[0].Act.Finding, history[0].Act.Severity, history[0].Act.Business!.Value));
        Assert.Equal((Officer, "order-1", TimeLimit.WorkingDays(3), new LocalDate(2025, 9, 4)), (history[2].By, history[2].Act.Document, history[2].Act.Limit, history[2].Act.Deadline!.Value.LastDay));
        Assert.Equal((Owner, "parts are late", Chief, At(2025, 9, 2)), (history[4].Act.AppliedBy, history[4].Act.Reason, history[4].By, history[4].At));
        // The end of 4 September, in its last nanosecond, and twelve hours.
        Assert.Equal(At(2025, 9, 5, 12) - Duration.Epsilon, history[4].Act.Deadline!.Value.LastInstant);
        Assert.Equal(["photo-1", "test-1"], history[7].Act.Evidence.Select(evidence => evidence.Key));
        Assert.Null(history[7].Act.Deadline);
        Assert.Equal(history, book.Taken);
        Assert.Equal(RectificationState.Closed, book[id].State);
    }

    [Fact]
    public void Acts_AreKeptWithTheirDeadlineFilledIn()
    {
        var book = new RectificationDesk();
        var report = book.Report(Finding(1), null, Finder, Start);
        var claim = book.Claim(report.Act.Id, Officer, Start);
        var order = book.Order(report.Act.Id, TimeLimit.Hours(24), Officer, Start);
        Assert.Equal([report, claim, order], book.Book.HistoryOf(report.Act.Id));
        Assert.Equal((new RectificationId(1), At(2025, 9, 2)), (report.Act.Id, order.Act.Deadline!.Value.LastInstant));
    }

    [Fact]
    public void Acts_OfDifferentRectifications_StandInAnyOrderOfDays_AndEachDayKnowsItsOwn()
    {
        var book = new RectificationDesk();
        var first = book.Report(At(2025, 9, 2));
        var second = book.Report(At(2025, 9, 5));
        book.Take(RectificationAct.Claim(first), Officer, At(2025, 9, 3), told: At(2025, 9, 9));
        book.Take(RectificationAct.Report(new(77), Finding(77), null), Finder, At(2025, 8, 30), told: At(2025, 9, 9));

        Assert.Equal([0, 1, 2, 2, 3], new[] { 29, 30, 33, 35, 36 }.Select(days => book.On(new LocalDate(2025, 8, 1).PlusDays(days - 1)).Count));
        Assert.Equal((RectificationState.Reported, RectificationState.Claimed), (StateOn(first, 2), StateOn(first, 3)));
        Assert.Equal((null, RectificationState.Reported), (StateOn(second, 4), StateOn(second, 5)));
        Assert.Equal([new RectificationId(77), first], book.On(new LocalDate(2025, 9, 2)).Ids.OrderByDescending(id => id.Number));

        RectificationState? StateOn(RectificationId id, int day) => book.On(new LocalDate(2025, 9, day)).FindState(id);
    }

    [Fact]
    public void Take_WithoutWhatTheStepNeeds_OrWithMore_IsRefusedByName()
    {
        var book = new RectificationDesk();
        var id = book.Report(Start);

        Assert.Equal(("data-missing", "reason"), Refusal(new(id, RectificationStep.Dismiss)));
        Assert.Equal(("data-missing", "limit|deadline"), Refusal(new(book.Ordered(TimeLimit.Days(3), Start), RectificationStep.Extend) { Reason = "late", AppliedBy = Owner }));
        Assert.Equal(("data-not-asked", "document"), Refusal(new(id, RectificationStep.Claim) { Document = "d" }));
        Assert.Equal(("data-missing", "severity"), Refusal(new(new(99), RectificationStep.Report) { Finding = new(1) }));
        Assert.Equal(("unknown-business", "nobody"), Refusal(RectificationAct.Report(new(99), Finding(1), new BusinessId("nobody"))));
        Assert.Equal(("id-taken", $"{id}"), Refusal(RectificationAct.Report(id, Finding(1), null)));
        Assert.ThrowsAny<ArgumentException>(() => book.Claim(id, " ", Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RectificationAct(id, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RectificationAct(default, RectificationStep.Claim));

        var dismissal = Assert.Throws<ActsRefusedException>(() => book.Take(new(id, RectificationStep.Dismiss), Officer, Start)).Refusals[0].Text;
        Assert.Equal("rectification 1 (reported): the step 'dismiss' is refused: it needs a reason.", dismissal.English);
        Assert.Equal("整改 1（待认领）不能“撤销”：缺少理由。", dismissal.Chinese);
        Assert.Equal(4, book.Taken.Count);

        (string, string) Refusal(RectificationAct act)
        {
            var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => book.Take(act, Officer, Start)).Refusals);
            return (refusal.Code, refusal.Values[0].Value);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9007199254740991)]
    public void Indexer_OfNoRectification_SaysWhatIsAllowed(long number)
    {
        var book = new RectificationDesk();
        book.Report(Start);
        Assert.StartsWith($"There is no rectification {number}. Allowed: ", Assert.Throws<ArgumentOutOfRangeException>(() => book[new(number)]).Message, StringComparison.Ordinal);
        Assert.Null(book.Book.Find(new(number)));
        Assert.Empty(book.Book.HistoryOf(new(number)));
    }

    [Fact]
    public void FindByFinding_IsTheNewestOfTheFinding_AndFollowsTheBook()
    {
        var book = new RectificationDesk();
        Assert.Null(book.Book.FindByFinding(new(7)));
        var first = book.Report(Finding(7), null, Finder, Start).Act.Id;
        Assert.Equal(book[first], book.Book.FindByFinding(new(7)));
        book.Dismiss(first, "no problem", Officer, Start);
        Assert.Equal(RectificationState.Dismissed, book.Book.FindByFinding(new(7))!.State);

        var second = book.Report(Finding(7), null, Finder, Start).Act.Id;
        Assert.Equal(second, book.Book.FindByFinding(new(7))!.Id);
        Assert.Null(book.Book.FindByFinding(new(6)));
        Assert.Null(book.Book.FindByFinding(default));
    }

    [Fact]
    public void OpenOf_IsWhatTheBusinessStillOwes_InTheOrderReported()
    {
        var book = new RectificationDesk();
        var first = book.Report(Start, row: 0);
        book.Report(Start, row: 1);
        book.Report(Start);
        var last = book.Ordered(TimeLimit.Days(1), Start, row: 0);
        Assert.Equal([first, last], book.Book.OpenOf(new("shop-0")));

        book.CorrectOnTheSpot(first, Owner, Finder, Start);
        Assert.Equal([last], book.Book.OpenOf(new("shop-0")));
        book.Reopen(first, "again", Finder, Start);
        Assert.Equal([first, last], book.Book.OpenOf(new("shop-0")));
        Assert.Empty(book.Book.OpenOf(new("shop-2")));
        Assert.Empty(book.Book.OpenOf(new("nobody")));
    }

    [Fact]
    public void Redo_UnderStricterRules_LeavesWhatWasDone()
    {
        var book = new RectificationDesk();
        var id = book.Submitted(Start);
        book.Close(id, Finder, Start);

        var replayed = book.Redone(new RectificationRules { VerifierIsNotReporter = true, MostExtensions = 0 });

        Assert.Equal(book[id], replayed[id]);
    }

    [Fact]
    public void Redo_UnderAnAmendedCalendar_LeavesTheDeadlinesThatWereTold()
    {
        var book = new RectificationDesk();
        var id = book.Ordered(TimeLimit.WorkingDays(3), At(2025, 9, 26));
        var without = WorkingCalendar.China.With(2025, HolidayRule.China[^1].DaysOf(2025).Select(day => day with { ProvisionalBy = null }));

        var replayed = book.Redone(calendar: without);

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
