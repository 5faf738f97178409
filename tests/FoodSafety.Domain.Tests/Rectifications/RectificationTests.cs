using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;

namespace FoodSafety.Domain.Tests.Rectifications;

public class RectificationTests
{
    private static readonly Instant Monday = At(2025, 9, 1);
    private static readonly Instant Friday = At(2025, 9, 5);

    [Fact]
    public void Close_ByWhoMended_IsRefusedWithTheValues()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Submitted(Monday);

        var refused = Assert.Throws<StepRefusedException<RectificationState, RectificationStep>>(() => book.Close(id, Owner, Friday));

        Assert.Equal("verifier-not-mender", Assert.Single(refused.Unmet).Code);
        Assert.Equal([new GuardValue("verifier", Owner), new GuardValue("mender", Owner)], refused.Unmet[0].Values);
        Assert.Equal("33", refused.Unmet[0].Basis!.Article);
        Assert.Equal(
            "rectification 1 (submitted): the step 'close' is refused: whoever verifies is not whoever mended (verifier owner, mender owner).", refused.Message);
        Assert.Equal("整改 1（待复查）不能“复查销号”：复查人不能是整改人（复查人 owner，整改人 owner）。", refused.Text.Chinese);
        book.Close(id, Verifier, Friday);
        Assert.Equal((RectificationState.Closed, Owner, Verifier, Friday), (book[id].State, book[id].MendedBy, book[id].VerifiedBy, book[id].SettledAt));
    }

    [Fact]
    public void Close_WhereTheReportNamesABlankMender_AsksOfWhoHandedItIn()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Ordered(TimeLimit.WorkingDays(5), Monday);
        book.Record(new RectificationEvent(id, RectificationStep.Submit, Owner, Monday) { Document = "report-1", MendedBy = " " });

        Assert.Equal(Owner, book[id].MendedBy);
        Assert.Throws<StepRefusedException<RectificationState, RectificationStep>>(() => book.Close(id, Owner, Friday));
        Assert.Equal(RectificationState.Submitted, book[id].State);
    }

    [Fact]
    public void Extend_AfterMidnightInChina_SaysTheDayOnTheClocksOfThePlace()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Ordered(TimeLimit.Days(2), Monday);

        var refused = Assert.Throws<StepRefusedException<RectificationState, RectificationStep>>(
            () => book.Extend(id, TimeLimit.Days(2), Owner, "parts are late", Chief, At(2025, 9, 4, hour: 0)));

        Assert.Equal("期限已过，不能延期（操作时间 2025-09-04T00:00:00+08，期限 2025-09-03）", Assert.Single(refused.Unmet).Text.Chinese);
        book.Extend(id, TimeLimit.Days(2), Owner, "parts are late", Chief, At(2025, 9, 3, hour: 23));
        Assert.Equal(new LocalDate(2025, 9, 5), book[id].Deadline!.Value.LastDay);
    }

    [Fact]
    public void Close_ByWhoReported_IsRefusedOnlyWhereTheRuleAsks()
    {
        var strict = new RectificationBook(new RectificationRules { Calendar = WorkingCalendar.China, VerifierIsNotReporter = true });
        var lenient = new RectificationBook(WorkingCalendar.China);
        Assert.Equal(["verifier-not-reporter"], Unmet(() => strict.Close(strict.Submitted(Monday), Finder, Friday)));
        lenient.Close(lenient.Submitted(Monday), Finder, Friday);
        Assert.Equal(Finder, lenient[new(1)].VerifiedBy);
    }

    [Fact]
    public void Close_WhereTheReportNamesWhoMended_AsksOfThatPerson()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Ordered(TimeLimit.WorkingDays(5), Monday);
        book.Record(new(id, RectificationStep.Submit, "clerk", Friday) { Document = "r-1", MendedBy = Owner });
        Assert.Equal(Owner, book[id].MendedBy);
        Assert.Equal(["verifier-not-mender"], Unmet(() => book.Close(id, Owner, Friday)));
        book.Close(id, "clerk", Friday);
    }

    [Fact]
    public void CorrectOnTheSpot_NeedsAnotherToSeeIt_AndAGeneralItem()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var general = book.Report(Monday);
        var key = book.Report(Monday, severity: FindingSeverity.Key);

        Assert.Equal(["verifier-not-mender"], Unmet(() => book.CorrectOnTheSpot(general, Owner, Owner, Monday)));
        Assert.Equal(["general-item"], Unmet(() => book.CorrectOnTheSpot(key, Owner, Finder, Monday)));
        Assert.Equal(["general-item", "verifier-not-mender"], Unmet(() => book.CorrectOnTheSpot(key, Owner, Owner, Monday)));

        book.CorrectOnTheSpot(general, Owner, Finder, Monday, Photo);
        Assert.Equal((Owner, Finder), (book[general].MendedBy, book[general].VerifiedBy));

        var lenient = new RectificationBook(new RectificationRules { Calendar = WorkingCalendar.China, KeyItemsOnTheSpot = true });
        lenient.CorrectOnTheSpot(lenient.Report(Monday, severity: FindingSeverity.Key), Owner, Finder, Monday);
        Assert.Equal(RectificationState.CorrectedOnTheSpot, lenient[new(1)].State);
    }

    [Fact]
    public void Extend_IsGrantedAtMostSoOften_BeforeTheDeadline_ByAnotherThanWhoAsked()
    {
        var book = new RectificationBook(new RectificationRules { Calendar = WorkingCalendar.China, MostExtensions = 2 });
        var id = book.Ordered(TimeLimit.Days(3), Monday);
        var endOfThursday = At(2025, 9, 5, 0) - Duration.Epsilon;
        Assert.Equal(["deadline-not-passed"], Unmet(() => Extend(Chief, endOfThursday + Duration.Epsilon)));
        Assert.Equal(["approver-not-applicant"], Unmet(() => Extend(Owner, endOfThursday)));

        Assert.Equal(new LocalDate(2025, 9, 6), Extend(Chief, endOfThursday).Deadline!.Value.LastDay);
        Assert.Equal(new LocalDate(2025, 9, 8), Extend(Chief, endOfThursday).Deadline!.Value.LastDay);

        Assert.Equal(["extensions-left"], Unmet(() => Extend(Chief, endOfThursday)));
        Assert.Equal(2, book[id].Extensions);

        RectificationEvent Extend(string by, Instant at) => book.Extend(id, TimeLimit.Days(2), Owner, "parts are late", by, at);
    }

    [Fact]
    public void Extend_ToADateThatIsNotLater_IsRefused()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Ordered(TimeLimit.Days(3), Monday);
        var same = Deadline.AtEndOf(new LocalDate(2025, 9, 4), ChinaTime.Zone);
        var act = new RectificationEvent(id, RectificationStep.Extend, Chief, Monday) { AppliedBy = Owner, Reason = "late", Deadline = same };

        Assert.Equal(["deadline-later"], Unmet(() => book.Record(act)));
        book.Record(act with { Deadline = Deadline.AtEndOf(new LocalDate(2025, 9, 5), ChinaTime.Zone) });
        Assert.Equal((new LocalDate(2025, 9, 5), null), (book[id].Deadline!.Value.LastDay, book[id].Limit));
    }

    [Fact]
    public void Order_ByItsDate_KeepsTheDate_AndRefusesOneThatHasPassed()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Report(Monday);
        book.Claim(id, Officer, Monday);
        var act = new RectificationEvent(id, RectificationStep.Order, Officer, Monday);

        Assert.Equal(["deadline-ahead"], Unmet(() => book.Record(act with { Deadline = Deadline.At(Monday - Duration.Epsilon, ChinaTime.Zone) })));
        book.Record(act with { Deadline = Deadline.At(Friday, ChinaTime.Zone) });

        Assert.Equal(Friday, book[id].Deadline!.Value.LastInstant);
    }

    [Fact]
    public void Return_KeepsTheDeadline_OrSetsItAnew()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Submitted(Monday);
        book.Return(id, "not all of it", Verifier, At(2025, 9, 20));
        Assert.Equal((RectificationState.Ordered, new LocalDate(2025, 9, 8)), (book[id].State, book[id].Deadline!.Value.LastDay));
        Assert.Null(book[id].SubmittedAt);
        Assert.Equal([id], book.On(new LocalDate(2025, 9, 20)).Overdue());

        book.Submit(id, "report-2", Owner, At(2025, 9, 20));
        Assert.Empty(book.On(new LocalDate(2025, 9, 20)).Overdue());
        book.Return(id, "still not", Verifier, At(2025, 9, 20), TimeLimit.Hours(24));
        Assert.Equal(At(2025, 9, 21), book[id].Deadline!.Value.LastInstant);
    }

    [Fact]
    public void Reopen_WithinTheLookBack_BeginsAnewAndKeepsMeasures()
    {
        var book = new RectificationBook(new RectificationRules { Calendar = WorkingCalendar.China, LookBack = TimeLimit.Days(30) });
        var id = book.Ordered(TimeLimit.WorkingDays(5), Monday);
        book.Link(id, new LinkedMeasure(MeasureKind.Suspension, "S-1"), Officer, Monday);
        book.Extend(id, TimeLimit.Days(1), Owner, "late", Chief, Monday);
        book.Submit(id, "r-1", Owner, Monday);
        book.Close(id, Verifier, Friday);
        var lastDay = At(2025, 10, 5, 23);

        Assert.Equal(["within-look-back"], Unmet(() => book.Reopen(id, "again", Verifier, At(2025, 10, 6, 0))));
        book.Reopen(id, "again", Verifier, lastDay);

        var now = book[id];
        Assert.Equal((RectificationState.Reported, lastDay, 1, 0), (now.State, now.OpenedAt, now.Reopenings, now.Extensions));
        Assert.Equal(Finder, now.ReportedBy);
        Assert.Equal([new LinkedMeasure(MeasureKind.Suspension, "S-1")], now.Measures);
        Assert.Equal([null, null, null, null], new[] { now.ClaimedBy, now.OrderedBy, now.MendedBy, now.VerifiedBy });
        Assert.Equal((null, null, null), (now.Deadline, now.SettledAt, now.SubmittedAt));
    }

    [Fact]
    public void CarryOver_EndsTheOldOne_AndTheNewFindingGoesOn()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var old = book.Ordered(TimeLimit.Days(1), Monday, row: 3);
        var again = Finding(2, FindingSeverity.Key) with { CarriedFrom = new(1), Description = "still no lid", FoundOn = new LocalDate(2025, 9, 5) };

        var act = book.CarryOver(old, again, Verifier, Friday);
        var next = book.Report(again, 3, Verifier, Friday).Id;

        Assert.Equal((new FindingId(2), (FindingSeverity)0, (int?)null), (act.Finding, act.Severity, act.Row));
        Assert.Equal([act], book.HistoryOf(old)[3..]);
        Assert.Equal((RectificationState.CarriedOver, new FindingId(2), Friday), (book[old].State, book[old].CarriedInto, book[old].SettledAt));
        Assert.Equal((RectificationState.Reported, new FindingId(2), FindingSeverity.Key), (book[next].State, book[next].Finding, book[next].Severity));
        Assert.Equal(book[old], RectificationBook.Replay(book.Events, new RectificationRules { Calendar = WorkingCalendar.China })[old]);
        Assert.Equal(new RectificationCounts(2, 0, 1, 0, 0, 0, 1), book.On(new LocalDate(2025, 9, 5)).Counts);
    }

    [Fact]
    public void CarryOver_IntoAFindingThatDoesNotCarryItOn_IsRefused()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Report(Monday);

        var error = Assert.Throws<ArgumentException>(() => book.CarryOver(id, Finding(2), Verifier, Friday));
        Assert.Equal("Finding 2 is carried from none. Allowed: one that is carried from 1, the finding of rectification 1. (Parameter 'newFinding')", error.Message);
        Assert.Throws<ArgumentException>(() => book.CarryOver(id, Finding(3) with { CarriedFrom = new(2) }, Verifier, Friday));
        Assert.Throws<ArgumentException>(() => book.CarryOver(id, Finding(0) with { CarriedFrom = new(1) }, Verifier, Friday));
        Assert.Equal(["later-finding"], Unmet(() => book.CarryOver(id, Finding(1) with { CarriedFrom = new(1) }, Verifier, Friday)));
        Assert.Equal(1, book.EventCount);
    }

    [Fact]
    public void FileCase_RunsForNinetyDays()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Report(Monday, severity: FindingSeverity.Key);
        Assert.Null(book.Rules.FindCaseDeadline(book[id]));
        book.FileCase(id, "case-1", Officer, Monday);

        // 《行政处罚法》第六十条: 90 days from filing. 1 September is not counted: 29 days of September, 31 of October, 30 of November.
        Assert.Equal(new LocalDate(2025, 11, 30), book.Rules.FindCaseDeadline(book[id])!.Value.LastDay);
        Assert.Equal("60", book.Rules.CaseLimit.Basis!.Article);

        book.ConcludeCase(id, Chief, Friday, "decision-1");
        Assert.Equal((RectificationState.CaseConcluded, "case-1", Friday), (book[id].State, book[id].Case, book[id].SettledAt));
    }

    [Fact]
    public void Step_BeforeTheStepBeforeIt_OnTheSameDay_IsRefused()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Report(Monday);
        Assert.Equal(["not-before-last-step"], Unmet(() => book.Claim(id, Officer, Monday - Duration.FromHours(1))));
    }

    [Fact]
    public void AllowedSteps_SaysWhyAButtonIsGrey()
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Submitted(Monday);

        var forOwner = book.AllowedSteps(id, Owner, Friday);
        Assert.Equal([RectificationStep.Return, RectificationStep.Close, RectificationStep.CarryOver, RectificationStep.FileCase, RectificationStep.LinkMeasure, RectificationStep.SettleDeadline], forOwner.Select(option => option.Step));
        Assert.Equal([true, false, true, true, true, false], forOwner.Select(option => option.IsAllowed));
        Assert.Equal("verifier-not-mender", forOwner[1].Unmet[0].Code);
        Assert.All(
            book.AllowedSteps(id, Verifier, Friday),
            option => Assert.Equal(option.Step == RectificationStep.SettleDeadline ? ["deadline-provisional"] : [], option.Unmet.Select(unmet => unmet.Code)));
    }

    [Fact]
    public void After_IsPure()
    {
        var rules = new RectificationRules { Calendar = WorkingCalendar.China };
        var reported = Rectification.Begin(new(new(7), RectificationStep.Report, Finder, Monday) { Finding = new(3), Severity = FindingSeverity.General, Row = 2 });
        var claimed = reported.After(new(new(7), RectificationStep.Claim, Officer, Friday), rules);

        Assert.Equal((RectificationState.Reported, RectificationState.Claimed), (reported.State, claimed.State));
        Assert.Equal((new FindingId(3), 2, Finder, Officer), (claimed.Finding, claimed.Row, claimed.ReportedBy, claimed.ClaimedBy));
        Assert.Throws<ArgumentException>(() => reported.After(new(new(8), RectificationStep.Claim, Officer, Friday), rules));
        Assert.Equal(
            "rectification (not begun): the step 'claim' is not possible. Allowed: report.",
            Assert.Throws<StepRefusedException<RectificationState, RectificationStep>>(
                () => Rectification.Begin(new(new(7), RectificationStep.Claim, Officer, Monday))).Message);
    }

    [Fact]
    public void Rules_OfLessThanNothing_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RectificationRules { Calendar = WorkingCalendar.China, MostExtensions = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RectificationRules { Calendar = WorkingCalendar.China, NoticeDays = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RectificationRules { Calendar = WorkingCalendar.China, GraceWorkingDays = -1 });
        Assert.True(new RectificationRules { Calendar = WorkingCalendar.China }.Basis.IsIllustrative);
    }

    private static IEnumerable<string> Unmet(Action step) => Assert.Throws<StepRefusedException<RectificationState, RectificationStep>>(step).Unmet.Select(guard => guard.Code);
}
