using FoodSafety.Domain.Acts;
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
        var book = new RectificationDesk();
        var id = book.Submitted(Monday);

        var refused = Assert.Throws<ActsRefusedException>(() => book.Close(id, Owner, Friday));

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal("verifier-not-mender", refusal.Code);
        Assert.Equal([new GuardValue("verifier", Owner), new GuardValue("mender", Owner)], refusal.Values);
        Assert.Equal("33", refusal.Basis!.Article);
        Assert.Equal(
            "rectification 1 (submitted): the step 'close' is refused: whoever verifies is not whoever mended (verifier owner, mender owner).", refusal.Text.English);
        Assert.Equal("整改 1（待复查）不能“复查销号”：复查人不能是整改人（复查人 owner，整改人 owner）。", refusal.Text.Chinese);
        book.Close(id, Verifier, Friday);
        Assert.Equal((RectificationState.Closed, Owner, Verifier, Friday), (book[id].State, book[id].MendedBy, book[id].VerifiedBy, book[id].SettledAt));
    }

    [Fact]
    public void Close_WhereTheReportNamesABlankMender_AsksOfWhoHandedItIn()
    {
        var book = new RectificationDesk();
        var id = book.Ordered(TimeLimit.WorkingDays(5), Monday);
        book.Take(new RectificationAct(id, RectificationStep.Submit) { Document = "report-1", MendedBy = " " }, Owner, Monday);

        Assert.Equal(Owner, book[id].MendedBy);
        Assert.Throws<ActsRefusedException>(() => book.Close(id, Owner, Friday));
        Assert.Equal(RectificationState.Submitted, book[id].State);
    }

    [Fact]
    public void Extend_AfterMidnightInChina_SaysTheDayOnTheClocksOfThePlace()
    {
        var book = new RectificationDesk();
        var id = book.Ordered(TimeLimit.Days(2), Monday);

        var refused = Assert.Throws<ActsRefusedException>(
            () => book.Extend(id, TimeLimit.Days(2), Owner, "parts are late", Chief, At(2025, 9, 4, hour: 0)));

        Assert.Contains("期限已过，不能延期（操作时间 2025-09-04T00:00:00+08，期限 2025-09-03）", Assert.Single(refused.Refusals).Text.Chinese, StringComparison.Ordinal);
        book.Extend(id, TimeLimit.Days(2), Owner, "parts are late", Chief, At(2025, 9, 3, hour: 23));
        Assert.Equal(new LocalDate(2025, 9, 5), book[id].Deadline!.Value.LastDay);
    }

    [Fact]
    public void Close_ByWhoReported_IsRefusedOnlyWhereTheRuleAsks()
    {
        var strict = new RectificationDesk(new RectificationRules { VerifierIsNotReporter = true });
        var lenient = new RectificationDesk();
        Assert.Equal(["verifier-not-reporter"], Unmet(() => strict.Close(strict.Submitted(Monday), Finder, Friday)));
        lenient.Close(lenient.Submitted(Monday), Finder, Friday);
        Assert.Equal(Finder, lenient[new(1)].VerifiedBy);
    }

    [Fact]
    public void Close_WhereTheReportNamesWhoMended_AsksOfThatPerson()
    {
        var book = new RectificationDesk();
        var id = book.Ordered(TimeLimit.WorkingDays(5), Monday);
        book.Take(new(id, RectificationStep.Submit) { Document = "r-1", MendedBy = Owner }, "clerk", Friday);
        Assert.Equal(Owner, book[id].MendedBy);
        Assert.Equal(["verifier-not-mender"], Unmet(() => book.Close(id, Owner, Friday)));
        book.Close(id, "clerk", Friday);
    }

    [Fact]
    public void CorrectOnTheSpot_NeedsAnotherToSeeIt_AndAGeneralItem()
    {
        var book = new RectificationDesk();
        var general = book.Report(Monday);
        var key = book.Report(Monday, severity: FindingSeverity.Key);

        Assert.Equal(["verifier-not-mender"], Unmet(() => book.CorrectOnTheSpot(general, Owner, Owner, Monday)));
        Assert.Equal(["on-the-spot"], Unmet(() => book.CorrectOnTheSpot(key, Owner, Finder, Monday)));
        Assert.Equal(["on-the-spot", "verifier-not-mender"], Unmet(() => book.CorrectOnTheSpot(key, Owner, Owner, Monday)));

        book.CorrectOnTheSpot(general, Owner, Finder, Monday, Photo);
        Assert.Equal((Owner, Finder), (book[general].MendedBy, book[general].VerifiedBy));

        var lenient = new RectificationDesk(new RectificationRules { OnTheSpot = new([FindingSeverity.General, FindingSeverity.Key], Citation.Illustrative(("测试", "a test"))) });
        lenient.CorrectOnTheSpot(lenient.Report(Monday, severity: FindingSeverity.Key), Owner, Finder, Monday);
        Assert.Equal(RectificationState.CorrectedOnTheSpot, lenient[new(1)].State);
    }

    [Fact]
    public void Extend_IsGrantedAtMostSoOften_BeforeTheDeadline_ByAnotherThanWhoAsked()
    {
        var book = new RectificationDesk(new RectificationRules { MostExtensions = 2 });
        var id = book.Ordered(TimeLimit.Days(3), Monday);
        var endOfThursday = At(2025, 9, 5, 0) - Duration.Epsilon;
        Assert.Equal(["deadline-not-passed"], Unmet(() => Extend(Chief, endOfThursday + Duration.Epsilon)));
        Assert.Equal(["approver-not-applicant"], Unmet(() => Extend(Owner, endOfThursday)));

        Assert.Equal(new LocalDate(2025, 9, 6), Extend(Chief, endOfThursday).Act.Deadline!.Value.LastDay);
        Assert.Equal(new LocalDate(2025, 9, 8), Extend(Chief, endOfThursday).Act.Deadline!.Value.LastDay);

        Assert.Equal(["extensions-left"], Unmet(() => Extend(Chief, endOfThursday)));
        Assert.Equal(2, book[id].Extensions);

        Done<RectificationAct> Extend(string by, Instant at) => book.Extend(id, TimeLimit.Days(2), Owner, "parts are late", by, at);
    }

    [Fact]
    public void Extend_ToADateThatIsNotLater_IsRefused()
    {
        var book = new RectificationDesk();
        var id = book.Ordered(TimeLimit.Days(3), Monday);
        var same = Deadline.AtEndOf(new LocalDate(2025, 9, 4), ChinaTime.Zone);
        var act = new RectificationAct(id, RectificationStep.Extend) { AppliedBy = Owner, Reason = "late", Deadline = same };

        Assert.Equal(["deadline-later"], Unmet(() => book.Take(act, Chief, Monday)));
        book.Take(act with { Deadline = Deadline.AtEndOf(new LocalDate(2025, 9, 5), ChinaTime.Zone) }, Chief, Monday);
        Assert.Equal((new LocalDate(2025, 9, 5), null), (book[id].Deadline!.Value.LastDay, book[id].Limit));
    }

    [Fact]
    public void Order_ByItsDate_KeepsTheDate_AndRefusesOneThatHasPassed()
    {
        var book = new RectificationDesk();
        var id = book.Report(Monday);
        book.Claim(id, Officer, Monday);
        var act = new RectificationAct(id, RectificationStep.Order);

        Assert.Equal(["deadline-ahead"], Unmet(() => book.Take(act with { Deadline = Deadline.At(Monday - Duration.Epsilon, ChinaTime.Zone) }, Officer, Monday)));
        book.Take(act with { Deadline = Deadline.At(Friday, ChinaTime.Zone) }, Officer, Monday);

        Assert.Equal(Friday, book[id].Deadline!.Value.LastInstant);
    }

    [Fact]
    public void Return_KeepsTheDeadline_OrSetsItAnew()
    {
        var book = new RectificationDesk();
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
        var book = new RectificationDesk(new RectificationRules { LookBack = TimeLimit.Days(30) });
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
        var book = new RectificationDesk();
        var old = book.Ordered(TimeLimit.Days(1), Monday, row: 3);
        var again = Finding(2, FindingSeverity.Key) with { CarriedFrom = new(1), Description = "still no lid", FoundOn = new LocalDate(2025, 9, 5) };

        var act = book.CarryOver(old, again, Verifier, Friday);
        var next = book.Report(again, 3, Verifier, Friday).Act.Id;

        Assert.Equal((new FindingId(2), new FindingId(1), default(FindingSeverity)), (act.Act.Finding, act.Act.CarriedFrom, act.Act.Severity));
        Assert.Equal([act], book.Book.HistoryOf(old)[3..]);
        Assert.Equal((RectificationState.CarriedOver, new FindingId(2), Friday), (book[old].State, book[old].CarriedInto, book[old].SettledAt));
        Assert.Equal((RectificationState.Reported, new FindingId(2), FindingSeverity.Key), (book[next].State, book[next].Finding, book[next].Severity));
        Assert.Equal(book[old], book.Redone()[old]);
        Assert.Equal(new RectificationCounts(2, 0, 1, 0, 0, 0, 1), book.On(new LocalDate(2025, 9, 5)).Counts);
    }

    [Fact]
    public void CarryOver_IntoAFindingThatDoesNotCarryItOn_IsRefused()
    {
        var book = new RectificationDesk();
        var id = book.Report(Monday);

        Assert.Equal(["data-missing"], Unmet(() => book.CarryOver(id, Finding(2), Verifier, Friday)));
        Assert.Equal(["carries-on"], Unmet(() => book.CarryOver(id, Finding(3) with { CarriedFrom = new(2) }, Verifier, Friday)));
        Assert.Equal(["data-missing"], Unmet(() => book.CarryOver(id, Finding(0) with { CarriedFrom = new(1) }, Verifier, Friday)));
        Assert.Equal(["another-finding"], Unmet(() => book.CarryOver(id, Finding(1) with { CarriedFrom = new(1) }, Verifier, Friday)));
        Assert.Single(book.Taken);
    }

    [Fact]
    public void FileCase_RunsForNinetyDays()
    {
        var book = new RectificationDesk();
        var id = book.Report(Monday, severity: FindingSeverity.Key);
        Assert.Null(book.Rules.FindCaseDeadline(book[id], WorkingCalendar.China));
        book.FileCase(id, "case-1", Officer, Monday);

        // 《行政处罚法》第六十条: 90 days from filing. 1 September is not counted: 29 days of September, 31 of October, 30 of November.
        Assert.Equal(new LocalDate(2025, 11, 30), book.Rules.FindCaseDeadline(book[id], WorkingCalendar.China)!.Value.LastDay);
        Assert.Equal("60", book.Rules.CaseLimit.Basis!.Article);

        book.ConcludeCase(id, Chief, Friday, "decision-1");
        Assert.Equal((RectificationState.CaseConcluded, "case-1", Friday), (book[id].State, book[id].Case, book[id].SettledAt));
    }

    [Fact]
    public void Step_BeforeTheStepBeforeIt_OnTheSameDay_IsRefused()
    {
        var book = new RectificationDesk();
        var id = book.Report(Monday);
        Assert.Equal(["not-before-last-step"], Unmet(() => book.Claim(id, Officer, Monday - Duration.FromHours(1))));
    }

    [Fact]
    public void AllowedSteps_SaysWhyAButtonIsGrey()
    {
        var book = new RectificationDesk();
        var id = book.Submitted(Monday);

        var forOwner = book.Book.AllowedSteps(id, Owner, Friday);
        Assert.Equal([RectificationStep.Return, RectificationStep.Close, RectificationStep.CarryOver, RectificationStep.FileCase, RectificationStep.LinkMeasure, RectificationStep.SettleDeadline], forOwner.Select(option => option.Step));
        Assert.Equal([true, false, true, true, true, false], forOwner.Select(option => option.IsAllowed));
        Assert.Equal("verifier-not-mender", forOwner[1].Unmet[0].Code);
        Assert.All(
            book.Book.AllowedSteps(id, Verifier, Friday),
            option => Assert.Equal(option.Step == RectificationStep.SettleDeadline ? ["deadline-provisional"] : [], option.Unmet.Select(unmet => unmet.Code)));
    }

    [Fact]
    public void Step_OfANumberThatWasNeverReported_SaysThatAReportBeginsIt()
    {
        var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => new RectificationDesk().Claim(new(7), Officer, Monday)).Refusals);
        Assert.Equal(("step-not-possible", "rectification 7 (not begun): the step 'claim' is not possible.", "report."), (refusal.Code, refusal.Text.English, refusal.Allowed.English));
    }

    [Fact]
    public void Rules_OfLessThanNothing_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RectificationRules { MostExtensions = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RectificationRules { NoticeDays = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RectificationRules { GraceWorkingDays = -1 });
        Assert.True(new RectificationRules().Basis.IsIllustrative);
    }

    private static IEnumerable<string> Unmet(Action step) => Assert.Throws<ActsRefusedException>(step).Refusals.Select(refusal => refusal.Code);
}
