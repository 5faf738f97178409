using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Inspections.InspectionWorld;

namespace FoodSafety.Domain.Tests.Inspections;

public class InspectionBookTests
{
    [Fact]
    public void Finish_WithUnmetItems_EntersTheirFindings()
    {
        var book = new InspectionBook();
        var photo = new EvidenceReference(EvidenceKind.Photo, "p-1");
        var cold = new Measurement("冷藏库温度", 12.5m, MeasurementUnit.DegreeCelsius, atMost: 8);
        var result = new InspectionResult(
            InspectionOutcome.WrittenDeadline,
            ItemAnswer.NotMet("staff-health", "一人无健康证明", ItemEffect.Minor) with { Evidence = [photo], Measurements = [cold] },
            ItemAnswer.NotApplicable("labels"),
            ItemAnswer.NotMet("cleaning", "地面有积水", ItemEffect.Minor) with { IsCorrectedOnTheSpot = true }) { Signature = Signature };
        var inspection = book.Finished(result, Day);

        Assert.True(inspection.IsFull);
        Assert.Equal(InspectionOutcome.WrittenDeadline, inspection.Outcome);
        var findings = book.FindingsOf(inspection.Id);
        Assert.Equal(findings, book.FindingsAbout(Shop));
        Assert.Equal([1, 2], findings.Select(finding => finding.Id.Number));
        Assert.Equal([FindingSeverity.Key, FindingSeverity.General], findings.Select(finding => finding.Severity));
        Assert.Equal([false, true], findings.Select(finding => finding.IsCorrectedOnTheSpot));
        var first = findings[0];
        Assert.Equal(new ChecklistItemId("own", "1", "staff-health"), first.Item);
        Assert.Equal((FindingSource.Inspection, inspection.Id, Day, By), (first.Source, first.Inspection, first.FoundOn, first.By));
        Assert.Equal("一人无健康证明", first.Description);
        Assert.Equal([photo], first.Evidence);
        Assert.Equal("冷藏库温度 12.5 ℃ (≤ 8)", Assert.Single(first.Measurements).ToString());
        book.AssertReplays();
    }

    [Fact]
    public void Finding_KeepsTheVersionOfItsList()
    {
        var book = new InspectionBook();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);
        var newer = NewList("2");
        var task = new InspectionTask(InspectionKind.Routine, Shop, newer, Day);
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day, task);
        Assert.Equal(["own@1/labels", "own@2/labels"], book.Findings.Select(finding => finding.Item.ToString()));
        Assert.True(book.Findings[0].Item.IsSameItem(book.Findings[1].Item));
    }

    [Fact]
    public void Finish_OfFollowUp_CarriesOverWhatIsUncorrected_Raised()
    {
        var book = new InspectionBook();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "cleaning", "labels"), Day);
        FindingId[] open = [.. book.Findings.Select(finding => finding.Id)];
        var answers = new[] { ItemAnswer.Met("cleaning"), ItemAnswer.NotMet("labels", "仍未更换", ItemEffect.Minor) };
        var followUp = book.Finished(
            new InspectionResult(InspectionOutcome.WrittenDeadline, answers) { Signature = Signature }, Day.PlusDays(10), Task(followsUp: open));

        // Only what is followed up needs an answer, and so it is no full inspection.
        Assert.False(followUp.IsFull);
        var carried = Assert.Single(book.FindingsOf(followUp.Id));
        Assert.Equal(open[1], carried.CarriedFrom);
        Assert.Equal((FindingSeverity.General, FindingSeverity.Key), (book.Finding(open[1]).Severity, carried.Severity));
        Assert.Null(book.FindPrevious(carried.Id, Period.FromYears(1)));
        book.AssertReplays();
    }

    [Fact]
    public void CarryOver_OfComplaint_IsRaisedByHand()
    {
        var book = new InspectionBook();
        var complaint = book.Record(new Finding
        {
            Subject = Shop,
            Source = FindingSource.Complaint,
            Severity = FindingSeverity.General,
            Description = "顾客反映异物",
            FoundOn = Day,
            By = "hotline",
        });
        Assert.Equal(new FindingId(1), complaint.Id);
        var followUp = book.Finished(AllMet(), Day.PlusDays(3), Task(followsUp: complaint.Id));
        var carried = book.CarryOver(complaint.Id, followUp.Id, "仍有异物", By, Day.PlusDays(3));
        Assert.Equal((FindingSeverity.Key, complaint.Id, followUp.Id), (carried.Severity, carried.CarriedFrom, carried.Inspection));
        Assert.Equal([carried], book.FindingsOf(followUp.Id));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.CarryOver(complaint.Id, followUp.Id, "仍有异物", By, Day.PlusDays(-1)));
        book.AssertReplays();
    }

    [Fact]
    public void Record_ThatRefersToWhatIsNotThere_IsRefused()
    {
        var book = new InspectionBook();
        var inspection = book.Finished(AllMet(), Day).Id;
        var own = new Finding { Subject = Other, Source = FindingSource.SelfCheck, Severity = FindingSeverity.General, Description = "过期", FoundOn = Day, By = "B-2" };
        Assert.ThrowsAny<ArgumentException>(() => book.Record(own with { Subject = default }));
        Assert.ThrowsAny<ArgumentException>(() => book.Record(own with { Inspection = inspection }));
        Assert.ThrowsAny<ArgumentException>(() => book.Record(own with { Source = FindingSource.Inspection }));
        Assert.ThrowsAny<ArgumentException>(() => book.Record(own with { Source = FindingSource.Inspection, Inspection = inspection }));
        Assert.ThrowsAny<ArgumentException>(() => book.Record(own with { CarriedFrom = new FindingId(1) }));
        Assert.ThrowsAny<ArgumentException>(() => book.Record(own with { Description = " " }));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.Record(own with { Source = 0 }));
        Assert.Empty(book.Findings);
        Assert.Equal(new FindingId(1), book.Record(own).Id);
    }

    [Fact]
    public void CorrectSubstantively_PutsANewRecordInPlaceOfTheOld()
    {
        var book = new InspectionBook();
        var wrong = book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "cleaning", "labels"), Day);
        book.Publish(wrong.Id, By, Day.PlusDays(1));
        var right = book.CorrectSubstantively(wrong.Id, Unmet(InspectionOutcome.WrittenDeadline, "labels"), "误记卫生项", By, Day.PlusDays(2));

        wrong = book.Inspection(wrong.Id);
        Assert.Equal((InspectionState.Replaced, right.Id), (wrong.State, wrong.ReplacedBy));
        Assert.Equal((InspectionState.Finished, wrong.Id), (right.State, right.Replaces));
        Assert.Equal((wrong.Task, wrong.Team, wrong.BegunOn), (right.Task, right.Team, right.BegunOn));
        Assert.Equal(Day.PlusDays(2), right.FinishedOn);
        Assert.False(wrong.IsDone);
        // The old findings are kept and do not stand; the new one says which of them it is.
        Assert.Equal([new FindingId(3)], book.StandingFindings.Select(finding => finding.Id));
        Assert.Equal(new FindingId(2), book.Finding(new FindingId(3)).Replaces);
        Assert.Equal([wrong, right], book.InspectionsOf(Shop.Business));
        Assert.Empty(book.FindRepeats(Period.FromYears(1)));
        book.AssertReplays();
    }

    [Fact]
    public void CorrectClerically_KeepsTheRecord()
    {
        var book = new InspectionBook();
        var inspection = book.Finished(AllMet(), Day);
        var corrected = book.CorrectClerically(inspection.Id, "店名错字", "li", Day.PlusDays(1));
        Assert.Equal(inspection with { ClericalCorrections = 1, LastDay = Day.PlusDays(1) }, corrected);
        var note = Assert.IsType<InspectionCorrected>(book.Events[^1]);
        Assert.Equal(("店名错字", "li", Day.PlusDays(1)), (note.Note, note.By, note.On));
    }

    // Worked out by hand. 2024: 24, 25, 26, 27 September (4), Sunday the 29th worked (5), 30 (6); closed 1 to 7 October;
    // 8 to 11 (10), Saturday the 12th worked (11), 14 to 18 (16), 21, 22, 23, 24 (20).
    // 2025, National Day with Mid-Autumn: Sunday 28 September worked (1), 29, 30 (3); closed 1 to 8 October; 9, 10 (5),
    // Saturday the 11th worked (6), 13 to 17 (11), 20 to 24 (16), 27, 28, 29, 30 (20).
    // 2025, Spring Festival: 21 to 24 January (4), Sunday the 26th worked (5), 27 (6); closed 28 January to 4 February;
    // 5, 6, 7 (9), Saturday the 8th worked (10), 10 to 14 (15), 17 to 21 (20).
    // 2026, Spring Festival: 9 to 13 February (5), Saturday the 14th worked (6); closed 15 to 23; 24 to 27 (10),
    // Saturday the 28th worked (11), 2 to 6 March (16), 9, 10, 11, 12 (20).
    // Without a holiday: Monday 1 June 2026, then four weeks of five days, less 19 June, closed for Dragon Boat: the 20th
    // working day is Tuesday the 30th instead of Monday the 29th.
    [Theory]
    [InlineData("2024-09-23", "2024-10-24")]
    [InlineData("2025-09-26", "2025-10-30")]
    [InlineData("2025-01-20", "2025-02-21")]
    [InlineData("2026-02-06", "2026-03-12")]
    [InlineData("2026-06-01", "2026-06-30")]
    public void PublicationDeadline_OverHolidays_IsTheTwentiethWorkingDay(string formed, string last)
    {
        var book = new InspectionBook();
        var inspection = book.Finished(AllMet(), Date(formed));
        var deadline = inspection.FindPublicationDeadline(WorkingCalendar.China)!.Value;
        Assert.Equal(Date(last), deadline.LastDay);
        Assert.True(deadline.EndsWithDay);
        Assert.False(deadline.IsOverdue(Date(last)));
        Assert.True(deadline.IsOverdue(Date(last).PlusDays(1)));
        Assert.Equal([new PublicationDue(inspection, deadline)], book.FindUnpublished(WorkingCalendar.China));

        book.Publish(inspection.Id, By, Date(last).PlusDays(1));
        Assert.Empty(book.FindUnpublished(WorkingCalendar.China));
        Assert.False(deadline.IsMet(book.Inspection(inspection.Id).PublishedOn!.Value));
    }

    [Fact]
    public void PublicationDeadline_OfWhatIsNotPublished_IsNone()
    {
        var book = new InspectionBook();
        Assert.Null(book.Plan(Task(), By, Day).FindPublicationDeadline(WorkingCalendar.China));
        Assert.Null(book.Finished(AllMet(), Day, Task(InspectionKind.CadreVisit)).FindPublicationDeadline(WorkingCalendar.China));
        Assert.Empty(book.FindUnpublished(WorkingCalendar.China));
        Assert.Equal("39", Inspection.PublicationLimit.Basis?.Article);
    }

    [Fact]
    public void Act_BeforeTheLastOfTheInspection_IsRefused_ButNotOfAnother()
    {
        var book = new InspectionBook();
        var id = book.Plan(Task(), By, Day).Id;
        book.Plan(Task(), By, Day.PlusDays(-30));
        var refused = Assert.Throws<LedgerDayException>(() => book.Begin(id, Two, By, Day.PlusDays(-1)));
        Assert.Equal((Day.PlusDays(-1), Day), (refused.Day, refused.Earliest));
        Assert.Equal(InspectionState.Planned, book.Inspection(id).State);
        book.Begin(id, Two, By, Day);
    }

    [Fact]
    public void Finish_WithAnswersThatAreNotOfTheList_IsRefused()
    {
        var book = new InspectionBook();
        var id = book.Plan(Task(), By, Day).Id;
        book.Begin(id, Two, By, Day);
        var stranger = Assert.Throws<ArgumentException>(() => book.Finish(id, new InspectionResult(InspectionOutcome.Pass, ItemAnswer.Met("parking")), By, Day));
        Assert.StartsWith("'own@1' has no item 'parking'. Allowed: staff-health, cleaning, labels.", stranger.Message, StringComparison.Ordinal);
        var twice = new InspectionResult(InspectionOutcome.Pass, ItemAnswer.Met("labels"), ItemAnswer.Met("labels"));
        Assert.Contains("'labels' is answered twice", Assert.Throws<ArgumentException>(() => book.Finish(id, twice, By, Day)).Message, StringComparison.Ordinal);
        Assert.Equal(InspectionState.UnderWay, book.Inspection(id).State);
    }

    [Fact]
    public void Task_ForASubjectOfAnotherKind_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Task(InspectionKind.Oversight, Shop));
        Assert.Throws<ArgumentException>(() => Task(InspectionKind.Routine, Town));
        Assert.Throws<ArgumentException>(() => Task(InspectionKind.CadreVisit, InspectionSubject.OfCadre(new CadreId("C-1"))));
        Assert.Throws<ArgumentException>(() => Task(InspectionKind.Routine, default(InspectionSubject)));
        Assert.Throws<ArgumentException>(() => Task(InspectionKind.Oversight, default(InspectionSubject)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Task(0));
    }

    [Fact]
    public void Plan_OfFollowUp_KnowsItsFindings()
    {
        var book = new InspectionBook();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);
        Assert.Throws<ArgumentException>(() => book.Plan(Task(followsUp: new FindingId(2)), By, Day));
        Assert.Throws<ArgumentException>(() => book.Plan(Task(subject: Other, followsUp: new FindingId(1)), By, Day));
        Assert.Single(book.Plan(Task(followsUp: new FindingId(1)), By, Day).Task.FollowsUp);
    }

    [Fact]
    public void Subject_OfEachKind_IsItself()
    {
        Assert.Equal(InspectionSubjectKind.Business, Shop.Kind);
        Assert.Equal(("企业 B-1", "business B-1"), (Shop.Text.Chinese, Shop.Text.English));
        Assert.Equal("area 510115001000", Town.Text.English);
        Assert.NotEqual(InspectionSubject.OfCadre(new CadreId("B-1")), Shop);
        Assert.True(default(InspectionSubject).IsNone);
        Assert.Throws<ArgumentException>(() => InspectionSubject.OfBusiness(default));
        Assert.Throws<ArgumentException>(() => InspectionSubject.OfCadre(default));
        Assert.Throws<ArgumentException>(() => InspectionSubject.OfArea(default(AreaCode)));
    }

    [Fact]
    public void Lookup_OfWhatIsNotThere_FindsNull_OrThrows()
    {
        var book = new InspectionBook();
        Assert.Null(book.FindInspection(default));
        Assert.Null(book.FindFinding(new FindingId(1)));
        Assert.Empty(book.InspectionsOf(new BusinessId("nobody")));
        Assert.Empty(book.InspectionsOf(default(BusinessId)));
        Assert.Contains("Allowed: none yet.", Assert.Throws<ArgumentOutOfRangeException>(() => book.Inspection(new InspectionId(1))).Message, StringComparison.Ordinal);
        book.Plan(Task(), By, Day);
        Assert.Contains("Allowed: 1..1.", Assert.Throws<ArgumentOutOfRangeException>(() => book.Inspection(new InspectionId(2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_OfWhatIsRequiredNowAndWasNotThen_LetsItStand_AndAsksItOfTheNext()
    {
        var alone = new InspectionTeam(InspectionForm.OnSite, Li);
        var book = InspectionBook.Replay([new InspectionPlanned(new(1), Task(), By, Day), new InspectionBegun(new(1), alone, By, Day)]);
        Assert.Equal(InspectionState.UnderWay, book.Inspection(new(1)).State);

        var next = book.Plan(Task(), By, Day).Id;
        Assert.Equal("two-inspectors", Assert.Throws<StepRefusedException<InspectionState, InspectionStep>>(() => book.Begin(next, alone, By, Day)).Unmet[0].Code);
    }

    [Fact]
    public void Replay_OfEventsWithAGap_IsRefused()
    {
        var book = new InspectionBook();
        book.Plan(Task(), By, Day);
        book.Plan(Task(), By, Day);
        var wrong = Assert.Throws<ArgumentException>(() => InspectionBook.Replay(book.Events.Skip(1)));
        Assert.Contains("Event 1 (InspectionPlanned) does not follow", wrong.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => InspectionBook.Replay([null!]));
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    [Fact]
    public void DoneInspections_AreThoseFinishedOfKnownBusinesses()
    {
        var register = new BusinessRegister(AreaTree.Build([new("510115", "温江区")]));
        register.Add(new Business(new BusinessId("B-0"), "甲", AreaCode.Parse("510115"), BusinessType.Restaurant));
        register.Add(new Business(new BusinessId("B-1"), "乙", AreaCode.Parse("510115"), BusinessType.Restaurant));
        var book = new InspectionBook();
        Finish(InspectionKind.CadreVisit, Shop);
        Finish(InspectionKind.Routine, Shop);
        Finish(InspectionKind.Routine, Other);
        Finish(InspectionKind.Oversight, Town);
        book.Plan(Task(InspectionKind.CadreVisit), By, Day);

        Assert.Equal(
            [new DoneInspection(1, InspectionKind.CadreVisit, Day, new CadreId("C-1"), IsFull: true), new DoneInspection(1, InspectionKind.Routine, Day, IsFull: true)],
            DoneInspection.Of(book, register));

        void Finish(InspectionKind kind, InspectionSubject subject)
        {
            var id = book.Plan(Task(kind, subject), By, Day).Id;
            book.Begin(id, TeamOf(kind), By, Day);
            book.Finish(id, AllMet(), By, Day);
        }
    }
}
