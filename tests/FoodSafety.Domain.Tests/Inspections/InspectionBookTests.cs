using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
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
        var book = new InspectionDesk();
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
        var findings = book.Findings.Of(inspection.Id);
        Assert.Equal(findings, book.Findings.About(Shop));
        Assert.Equal(["1-1", "1-2"], findings.Select(finding => finding.Id.ToString()));
        Assert.Equal([FindingSeverity.Key, FindingSeverity.General], findings.Select(finding => finding.Severity));
        Assert.Equal([false, true], findings.Select(finding => finding.IsCorrectedOnTheSpot));
        var first = findings[0];
        Assert.Equal(new ChecklistItemId("own", "1", "staff-health"), first.Item);
        Assert.Equal((FindingSource.Inspection, inspection.Id, Day, By), (first.Source, first.Inspection, first.FoundOn, first.By));
        Assert.Equal("一人无健康证明", first.Description);
        Assert.Equal([photo], first.Evidence);
        Assert.Equal("冷藏库温度 12.5 ℃ (≤ 8)", Assert.Single(first.Measurements).ToString());
        book.AssertRedone();
    }

    [Fact]
    public void Finding_KeepsTheVersionOfItsList()
    {
        var book = new InspectionDesk();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);
        var newer = NewList("2", List.InForce.Until);
        book.Apply(By, Day, new ChecklistAdopted(newer));
        var task = new InspectionTask(InspectionKind.Routine, Shop, newer.Name, Day);
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day, task);
        Finding[] found = [.. book.Findings.All];
        Assert.Equal(["own@1/labels", "own@2/labels"], found.Select(finding => finding.Item.ToString()));
        Assert.True(found[0].Item.IsSameCode(found[1].Item));
    }

    [Fact]
    public void Finish_OfFollowUp_CarriesOverWhatIsUncorrected_Raised()
    {
        var book = new InspectionDesk();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "cleaning", "labels"), Day);
        FindingId[] open = [.. book.Findings.All.Select(finding => finding.Id)];
        var answers = new[] { ItemAnswer.Met("cleaning"), ItemAnswer.NotMet("labels", "仍未更换", ItemEffect.Minor) };
        var followUp = book.Finished(
            new InspectionResult(InspectionOutcome.WrittenDeadline, answers) { Signature = Signature }, Day.PlusDays(10), Task(followsUp: open));

        // Only what is followed up needs an answer, and so it is no full inspection.
        Assert.False(followUp.IsFull);
        var carried = Assert.Single(book.Findings.Of(followUp.Id));
        Assert.Equal(open[1], carried.CarriedFrom);
        Assert.Equal((FindingSeverity.General, FindingSeverity.Key), (book.Findings[open[1]].Severity, carried.Severity));
        Assert.Null(book.Findings.FindPrevious(carried.Id, Period.FromYears(1)));
        book.AssertRedone();
    }

    [Fact]
    public void CarryOver_OfComplaint_IsRaisedByHand()
    {
        var book = new InspectionDesk();
        var complaint = book.Record(new FindingRecorded(new(70), Shop, FindingSource.Complaint, FindingSeverity.General, "顾客反映异物"), "hotline", Day);
        Assert.Equal((new FindingId(70), Day, "hotline", null), (complaint.Id, complaint.FoundOn, complaint.By, complaint.Inspection));
        var followUp = book.Finished(AllMet(), Day.PlusDays(3), Task(followsUp: complaint.Id));
        Assert.Equal(new FindingId(followUp.Id.Number, 4), book.Findings.NextAt(followUp.Id));
        var carried = book.Record(FindingRecorded.CarryingOver(book.Findings.NextAt(followUp.Id), complaint, "仍有异物", InspectionRules.BuiltIn), By, Day.PlusDays(3));
        Assert.Equal(new FindingId(followUp.Id.Number, 5), book.Findings.NextAt(followUp.Id));
        Assert.Equal((FindingSeverity.Key, complaint.Id, followUp.Id), (carried.Severity, carried.CarriedFrom, carried.Inspection));
        Assert.Equal([carried], book.Findings.Of(followUp.Id));
        // Neither the complaint nor the inspection was there yet.
        Assert.Equal(["found-before", "found-later"], CodesOf(() => book.Record(FindingRecorded.CarryingOver(book.Findings.NextAt(followUp.Id), complaint, "仍有异物", InspectionRules.BuiltIn), By, Day.PlusDays(-1))));
        Assert.Equal(["found-before"], CodesOf(() => book.Record(FindingRecorded.CarryingOver(book.Findings.NextAt(followUp.Id), complaint, "仍有异物", InspectionRules.BuiltIn), By, Day.PlusDays(2))));
        book.AssertRedone();
    }

    [Fact]
    public void Record_ThatRefersToWhatIsNotThere_IsRefused()
    {
        var book = new InspectionDesk();
        var inspection = book.Finished(AllMet(), Day).Id;
        var own = new FindingRecorded(new(70), Other, FindingSource.SelfCheck, FindingSeverity.General, "过期");
        var at = new FindingId(inspection.Number, 4);
        Assert.Equal(["source-and-id"], Codes(own with { Finding = at }));
        Assert.Equal(["source-and-id"], Codes(own with { Source = FindingSource.Inspection }));
        Assert.Equal(["unknown-inspection"], Codes(own with { Source = FindingSource.Inspection, Finding = at }));
        Assert.Equal(["unknown-inspection"], Codes(own with { Source = FindingSource.Inspection, Finding = new(99, 4) }));
        Assert.Equal(["place-of-an-item"], Codes(own with { Source = FindingSource.Inspection, Finding = new(inspection.Number, 3), Subject = Shop }));
        Assert.Equal(["unknown-finding"], Codes(own with { CarriedFrom = new FindingId(1) }));
        Assert.Equal(["unknown-business"], Codes(own with { Subject = InspectionSubject.OfBusiness(new BusinessId("nobody")) }));
        Assert.Equal(["unknown-cadre"], Codes(own with { Subject = InspectionSubject.OfCadre(new CadreId("nobody")) }));
        Assert.Equal(["unknown-area"], Codes(own with { Subject = InspectionSubject.OfArea(AreaCode.Parse("110101")) }));
        Assert.ThrowsAny<ArgumentException>(() => own with { Subject = default });
        Assert.ThrowsAny<ArgumentException>(() => own with { Description = " " });
        Assert.Throws<ArgumentOutOfRangeException>(() => own with { Source = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => own with { Finding = default });
        Assert.Empty(book.Findings.All);
        Assert.Equal(new FindingId(70), book.Record(own, "B-2", Day).Id);
        Assert.Equal(["id-taken"], Codes(own));

        string[] Codes(FindingRecorded finding) => CodesOf(() => book.Record(finding, "B-2", Day));
    }

    [Fact]
    public void CorrectSubstantively_PutsANewRecordInPlaceOfTheOld()
    {
        var book = new InspectionDesk();
        var wrong = book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "cleaning", "labels"), Day);
        book.Publish(wrong.Id, By, Day.PlusDays(1));
        var right = book.CorrectSubstantively(wrong.Id, Unmet(InspectionOutcome.WrittenDeadline, "labels"), "误记卫生项", By, Day.PlusDays(2));

        wrong = book.Book[wrong.Id];
        Assert.Equal((InspectionState.Replaced, right.Id), (wrong.State, wrong.ReplacedBy));
        Assert.Equal((InspectionState.Finished, wrong.Id), (right.State, right.Replaces));
        Assert.Equal((wrong.Task, wrong.Team, wrong.BegunOn), (right.Task, right.Team, right.BegunOn));
        Assert.Equal(Day.PlusDays(2), right.FinishedOn);
        Assert.False(wrong.IsDone);
        // The old findings are kept and do not stand; the new one says which of them it is.
        Assert.Equal([new FindingId(2, 3)], book.Findings.Standing.Select(finding => finding.Id));
        Assert.Equal(new FindingId(1, 3), book.Findings[new FindingId(2, 3)].Replaces);
        Assert.Equal([wrong, right], book.Book.InspectionsOf(Shop.Business));
        Assert.Equal("误记卫生项", Assert.IsType<InspectionReplaced>(book.Book.HistoryOf(wrong.Id)[^1].Act).Reason);
        Assert.Empty(book.Findings.FindRepeats(Period.FromYears(1)));
        book.AssertRedone();
    }

    [Fact]
    public void CorrectClerically_KeepsTheRecord()
    {
        var book = new InspectionDesk();
        var inspection = book.Finished(AllMet(), Day);
        var corrected = book.CorrectClerically(inspection.Id, "店名错字", "li", Day.PlusDays(1));
        Assert.Equal(inspection with { ClericalCorrections = 1 }, corrected);
        var note = book.Book.HistoryOf(inspection.Id)[^1];
        Assert.Equal(("店名错字", "li", Day.PlusDays(1)), (Assert.IsType<InspectionCorrected>(note.Act).Note, note.By, note.On));
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
        var book = new InspectionDesk();
        var inspection = book.Finished(AllMet(), Date(formed));
        var deadline = inspection.FindPublicationDeadline(WorkingCalendar.China)!.Value;
        Assert.Equal(Date(last), deadline.LastDay);
        Assert.True(deadline.EndsWithDay);
        Assert.False(deadline.IsOverdue(Date(last)));
        Assert.True(deadline.IsOverdue(Date(last).PlusDays(1)));
        Assert.Equal([new PublicationDue(inspection, deadline)], book.Book.FindUnpublished(WorkingCalendar.China));

        book.Publish(inspection.Id, By, Date(last).PlusDays(1));
        Assert.Empty(book.Book.FindUnpublished(WorkingCalendar.China));
        Assert.False(deadline.IsMet(book.Book[inspection.Id].PublishedOn!.Value));
    }

    [Fact]
    public void PublicationDeadline_OfWhatIsNotPublished_IsNone()
    {
        var book = new InspectionDesk();
        Assert.Null(book.Plan(Task(), By, Day).FindPublicationDeadline(WorkingCalendar.China));
        Assert.Null(book.Finished(AllMet(), Day, Task(InspectionKind.CadreVisit)).FindPublicationDeadline(WorkingCalendar.China));
        Assert.Empty(book.Book.FindUnpublished(WorkingCalendar.China));
        Assert.Equal("39", book.Finished(AllMet(), Day).PublicationLimit!.Basis?.Article);
    }

    [Fact]
    public void Act_BeforeTheLastOfTheInspection_IsRefused_ButNotOfAnother()
    {
        var book = new InspectionDesk();
        var id = book.Plan(Task(), By, Day).Id;
        book.Plan(Task(), By, Day.PlusDays(-30));
        Assert.Equal(["behind-the-last"], CodesOf(() => book.Begin(id, Two, By, Day.PlusDays(-1))));
        Assert.Equal(InspectionState.Planned, book.Book[id].State);
        book.Begin(id, Two, By, Day);
    }

    [Fact]
    public void Finish_WithAnswersThatAreNotOfTheList_IsRefused()
    {
        var book = new InspectionDesk();
        var id = book.Plan(Task(), By, Day).Id;
        book.Begin(id, Two, By, Day);
        var stranger = Assert.Throws<ActsRefusedException>(() => book.Finish(id, new InspectionResult(InspectionOutcome.Pass, ItemAnswer.Met("parking")), By, Day));
        Assert.Equal("unknown-item", Assert.Single(stranger.Refusals).Code);
        Assert.Contains("'own@1' has no item 'parking'; allowed: staff-health, cleaning, labels.", stranger.Message, StringComparison.Ordinal);
        var twice = new InspectionResult(InspectionOutcome.Pass, ItemAnswer.Met("labels"), ItemAnswer.Met("labels"));
        Assert.Equal(["answered-twice"], CodesOf(() => book.Finish(id, twice, By, Day)));
        Assert.Equal(["unknown-item"], book.Book.AllowedSteps(id, Day, result: new(InspectionOutcome.Pass, ItemAnswer.Met("parking")))[0].Unmet.Select(guard => guard.Code));
        Assert.Equal(InspectionState.UnderWay, book.Book[id].State);
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
        var book = new InspectionDesk();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);
        Assert.Equal(["unknown-finding"], CodesOf(() => book.Plan(Task(followsUp: new FindingId(1, 2)), By, Day)));
        Assert.Equal(["other-subject"], CodesOf(() => book.Plan(Task(subject: Other, followsUp: new FindingId(1, 3)), By, Day)));
        Assert.Single(book.Plan(Task(followsUp: new FindingId(1, 3)), By, Day).Task.FollowsUp);
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
        var book = new InspectionDesk();
        Assert.Null(book.Book.Find(default));
        Assert.Null(book.Findings.Find(new FindingId(1)));
        Assert.Empty(book.Book.InspectionsOf(new BusinessId("nobody")));
        Assert.Empty(book.Book.InspectionsOf(default(BusinessId)));
        Assert.Contains("There is no inspection 1.", Assert.Throws<ArgumentOutOfRangeException>(() => book.Book[new InspectionId(1)]).Message, StringComparison.Ordinal);
        Assert.Contains("There is no finding 1-3.", Assert.Throws<ArgumentOutOfRangeException>(() => book.Findings[new FindingId(1, 3)]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Redo_OfWhatIsRequiredNowAndWasNotThen_LetsItStand_AndAsksItOfTheNext()
    {
        var alone = new InspectionTeam(InspectionForm.OnSite, Li);
        var book = new InspectionDesk();
        var id = book.Plan(Task(), By, Day).Id;
        var last = book.Entries[^1];
        var again = Domain.District.Open(book.District.Settings, [.. book.Entries, last with { Number = last.Number + 1, Acts = [new InspectionBegun(id, alone)] }]);
        Assert.Equal(InspectionState.UnderWay, again.Inspections[id].State);

        var next = book.Plan(Task(), By, Day).Id;
        Assert.Equal(["inspectors"], CodesOf(() => book.Begin(next, alone, By, Day)));
    }

    [Fact]
    public void Plan_WithAnIdThatWasUsed_OfAnUnknownBusiness_OrByAListThatNobodyAdopted_IsRefused()
    {
        var book = new InspectionDesk();
        var id = book.Plan(Task(), By, Day).Id;
        Assert.Equal(["id-taken"], Codes(new InspectionPlanned(id, Task())));
        Assert.Equal(["unknown-business"], Codes(new InspectionPlanned(new(2), Task(subject: InspectionSubject.OfBusiness(new BusinessId("nobody"))))));
        Assert.Equal(["unknown-checklist"], Codes(new InspectionPlanned(new(2), new(InspectionKind.Routine, Shop, new ChecklistName("own", "9"), Day))));
        Assert.Equal(["not-by-itself"], Codes(new ReplacementRecorded(new(2), id, Task(), Two, Day, AllMet())));
        Assert.Equal(["step-not-possible"], Codes(new InspectionBegun(new(2), Two)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InspectionPublished(default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InspectionPublished(new(1L << 53)));

        string[] Codes(Act act) => CodesOf(() => book.Apply(By, Day, act));
    }

    [Fact]
    public void Plan_WithTheIdOfOneThatWasVoided_OfAnotherSubject_IsOfThatSubjectAlone()
    {
        var book = new InspectionDesk();
        var id = book.Plan(Task(), By, Day).Id;
        book.Apply(By, Day, new ActVoided(new("inspection", "1"), book.Book.HistoryOf(id)[0].Moment.Place, "typed at the wrong shop"));
        Assert.Null(book.Book.Find(id));

        book.Apply(By, Day, new InspectionPlanned(id, Task(subject: Other)));

        Assert.Empty(book.Book.InspectionsOf(Shop));
        Assert.Equal([id], book.Book.InspectionsOf(Other).Select(inspection => inspection.Id));
    }

    [Fact]
    public void Replace_ByAnIdThatWasUsed_IsRefused()
    {
        var book = new InspectionDesk();
        var (first, second) = (book.Finished(AllMet(), Day).Id, book.Finished(AllMet(), Day).Id);
        Assert.Equal(["id-taken"], CodesOf(() => book.Apply(By, Day, new InspectionReplaced(first, second, AllMet(), "wrong"))));
        Assert.Equal(["behind-the-last"], CodesOf(() => book.CorrectSubstantively(first, AllMet(), "wrong", By, Day.PlusDays(-1))));
        Assert.Equal(["unknown-inspection"], CodesOf(() => book.Apply(By, Day, new InspectionReplaced(new(99), new(100), AllMet(), "wrong"))));
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    [Fact]
    public void DoneInspections_AreThoseFinishedOfKnownBusinesses()
    {
        var register = new BusinessRegister(AreaTree.Build([new("510115", "温江区")]));
        register.Add(new Business(new BusinessId("B-0"), "甲", AreaCode.Parse("510115"), BusinessType.Restaurant));
        register.Add(new Business(new BusinessId("B-1"), "乙", AreaCode.Parse("510115"), BusinessType.Restaurant));
        var book = new InspectionDesk();
        book.Finished(AllMet(), Day, Task(InspectionKind.CadreVisit, Shop));
        book.Finished(AllMet(), Day, Task(InspectionKind.Routine, Shop));
        book.Finished(AllMet(), Day, Task(InspectionKind.Routine, Other));
        book.Finished(AllMet(), Day, Task(InspectionKind.Oversight, Town));
        book.Plan(Task(InspectionKind.CadreVisit), By, Day);

        Assert.Equal(
            [new DoneInspection(Shop.Business, InspectionKind.CadreVisit, Day, new CadreId("C-1"), IsFull: true), new DoneInspection(Shop.Business, InspectionKind.Routine, Day, IsFull: true)],
            DoneInspection.Of(book.Book.All, register));
        Assert.Equal([0, 2], book.Book.CountDone(register, new DateInterval(Day, Day)));
        Assert.Equal([0, 1], book.Book.CountDone(register, new DateInterval(Day, Day), InspectionKind.Routine));
        Assert.Equal([0, 0], book.Book.CountDone(register, new DateInterval(Day.PlusDays(1), Day.PlusDays(9))));
    }
}
