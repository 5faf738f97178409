using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Inspections.InspectionWorld;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>Stories of an office, told in acts.</summary>
public class InspectionStoryTests
{
    private static readonly InspectionId Visit = new(20240000001), Next = new(20240000002);
    private readonly Domain.District _district = new(new DistrictSettings(WorkingCalendar.China));

    public InspectionStoryTests() => Apply(
        1, 1,
        AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed),
        new BusinessesOpened([.. new[] { "B-1", "B-2" }.Select(id => new Business(new BusinessId(id), id, AreaCode.Parse("510115001001"), BusinessType.Restaurant))]),
        new CadreJoined(new CadreId("C-1")),
        new ChecklistAdopted(List));

    [Fact]
    public void AVisitPlannedAndBegunWhoseFinishIsRefused_LeavesNothingOfIt()
    {
        var before = DistrictShown.Show(_district);

        Assert.Equal(["everything-answered"], CodesOf(() => Apply(5, 5, [.. Plan(Visit, Shop), new InspectionFinished(Visit, new InspectionResult(InspectionOutcome.Pass, ItemAnswer.Met("labels")) { Signature = Signature })])));

        Assert.Equal(before, DistrictShown.Show(_district));
        Assert.Null(_district.Inspections.Find(Visit));
        Assert.Empty(_district.Inspections.HistoryOf(Visit));
        Assert.Empty(_district.Inspections.InspectionsOf(Shop));
        Apply(5, 5, [.. Plan(Visit, Shop), new InspectionFinished(Visit, AllMet())]);
        Assert.Equal(InspectionState.Finished, _district.Inspections[Visit].State);
    }

    [Fact]
    public void YesterdaysVisitFromATabletAfterTodaysActs_CountsFromYesterday()
    {
        Apply(11, 11, [.. Plan(Next, Other), new InspectionFinished(Next, AllMet())]);
        var known = _district.AsOf(On(10));

        Apply(10, 11, [.. Plan(Visit, Shop), new InspectionFinished(Visit, Unmet(InspectionOutcome.WrittenDeadline, "labels"))]);

        Assert.Empty(known.Inspections);
        var then = _district.AsOf(On(10));
        Assert.Equal((Visit, InspectionState.Finished, On(10)), (then.Inspections.Single().Id, then.Inspections.Single().State, then.Inspections.Single().FinishedOn));
        Assert.Equal(["20240000001-3"], then.Findings.Select(finding => finding.Id.ToString()));
        Assert.Equal([Next, Visit], _district.Inspections.All.Select(inspection => inspection.Id));
        Assert.Empty(_district.AsOf(On(9)).Inspections);
    }

    [Fact]
    public void AVisitOfThe10thThatArrivesOnThe22nd_AfterTheClosureOfThe1stWasTypedOnThe20th_IsTakenAndListed()
    {
        Apply(1, 20, new FactsStated(Shop.Business, new(BusinessFacts.Status.Of(OperatingStatus.Closed))));

        Apply(10, 22, [.. Plan(Visit, Shop), new InspectionFinished(Visit, AllMet())]);
        Apply(10, 22, [.. Plan(Next, Other), new InspectionFinished(Next, AllMet())]);

        Assert.Equal([Visit], _district.Inspections.FindAtClosedBusinesses().Select(inspection => inspection.Id));
        Assert.Equal(On(10), _district.AsOf(On(10)).Inspections[0].FinishedOn);
        // Open again since the 5th: nothing contradicts the visit.
        Apply(5, 23, new FactsStated(Shop.Business, new(BusinessFacts.Status.Of(OperatingStatus.Operating))));
        Assert.Empty(_district.Inspections.FindAtClosedBusinesses());
    }

    [Fact]
    public void AVisitAtABusinessThatWasClosedByATypingSlip_IsNotListedOnceTheSlipIsCorrected()
    {
        Apply(1, 20, new FactsStated(Shop.Business, new(BusinessFacts.Status.Of(OperatingStatus.Closed))));
        Apply(10, 22, [.. Plan(Visit, Shop), new InspectionFinished(Visit, AllMet())]);
        Assert.Equal([Visit], _district.Inspections.FindAtClosedBusinesses().Select(inspection => inspection.Id));

        var slip = _district.Businesses.HistoryOf(Shop.Business)[^1].Place;
        Apply(1, 23, new FactsCorrected(Shop.Business, new(BusinessFacts.Status.Of(OperatingStatus.Suspended)), slip, "the wrong box"));

        Assert.Empty(_district.Inspections.FindAtClosedBusinesses());
    }

    [Fact]
    public void AStepBehindTheLastOfItsVisit_IsRefusedWithTheDayThatIsTaken()
    {
        Apply(10, 10, [.. Plan(Visit, Shop)]);
        var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => Apply(9, 11, new InspectionFinished(Visit, AllMet()))).Refusals);
        Assert.Equal(("behind-the-last", "2024-09-10 and later."), (refusal.Code, refusal.Allowed.English));
    }

    [Fact]
    public void AVisitTypedAtTheWrongShop_IsVoided_OnceWhatRestsOnItIs()
    {
        Apply(10, 10, [.. Plan(Visit, Other), new InspectionFinished(Visit, Unmet(InspectionOutcome.WrittenDeadline, "labels"))]);
        var found = new FindingId(Visit.Number, 3);
        Apply(12, 12, [new InspectionPlanned(Next, Task(subject: Other, followsUp: found))]);
        Apply(13, 13, new FindingRecorded(new(20240000009), Other, FindingSource.Complaint, FindingSeverity.General, "仍未更换") { CarriedFrom = found });
        var published = _district.AsOf(On(11));

        // In the visit itself: the finish rests on the beginning, and so on.
        var (plan, begin, finish) = (Void(Visit, 0), Void(Visit, 1), Void(Visit, 2));
        Assert.Equal(["others-rest-on-it"], CodesOf(() => Apply(14, 14, plan)));
        // Beside it: the follow-up and the complaint go back to what it found.
        var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => Apply(14, 14, finish, begin, plan)).Refusals, refusal => refusal.Place == 0);
        Assert.Equal(("others-rest-on-it", "3.0, 4.0"), (refusal.Code, string.Join(", ", refusal.Values.Select(value => value.Value))));

        Apply(14, 14, VoidFinding(new(20240000009)), Void(Next, 0), finish, begin, plan);
        Assert.Null(_district.Inspections.Find(Visit));
        Assert.Empty(_district.Inspections.InspectionsOf(Other));
        Assert.Empty(_district.Findings.All);
        Assert.Equal([false, false, false], _district.Inspections.HistoryOf(Visit).Select(done => done.Counts));
        // As known now there never was one on that day; what was looked at before keeps it.
        Assert.Empty(_district.AsOf(On(11)).Inspections);
        Assert.Equal(found, Assert.Single(published.Findings).Id);
    }

    [Fact]
    public void AVisitTypedAtTheWrongShopWithAnOrderOnIt_IsVoidedTogetherWithTheOrder()
    {
        Apply(10, 10, [.. Plan(Visit, Other), new InspectionFinished(Visit, Unmet(InspectionOutcome.WrittenDeadline, "labels"))]);
        var (problem, found) = (new RectificationId(20240000007), _district.Findings[new FindingId(Visit.Number, 3)]);
        Apply(11, 11, RectificationAct.Report(problem, found, Other.Business), RectificationAct.Claim(problem), RectificationAct.Order(problem, TimeLimit.Days(5), "order-1"));
        ActVoided[] visit = [Void(Visit, 2), Void(Visit, 1), Void(Visit, 0)];
        var report = _district.Rectifications.HistoryOf(problem);
        var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => Apply(14, 14, visit)).Refusals, refusal => refusal.Place == 0);
        Assert.Equal(("others-rest-on-it", $"{report[0].Moment.Place}"), (refusal.Code, Assert.Single(refusal.Values).Value));

        Apply(14, 14, [.. report.Reverse().Select(done => new ActVoided(new("rectification", $"{problem}"), done.Moment.Place, "typed at the wrong shop")), .. visit]);
        Assert.Null(_district.Inspections.Find(Visit));
        Assert.Null(_district.Rectifications.Find(problem));
        Assert.Empty(_district.AsOf(On(12)).Findings);
        Assert.Equal(0, _district.AsOf(On(12)).Rectifications.Count);
        Assert.Empty(_district.Rectifications.OpenOf(Other.Business));
    }

    [Fact]
    public void AFollowUpThatDidNotTakePlace_IsVoided_AndTheVisitBeforeItStands()
    {
        Apply(10, 10, [.. Plan(Visit, Shop), new InspectionFinished(Visit, Unmet(InspectionOutcome.WrittenDeadline, "labels"))]);
        Apply(12, 12, [new InspectionPlanned(Next, Task(followsUp: new FindingId(Visit.Number, 3)))]);

        Apply(13, 13, Void(Next, 0));

        Assert.Equal([Visit], _district.Inspections.InspectionsOf(Shop).Select(inspection => inspection.Id));
        Apply(13, 13, Void(Visit, 2));
        Assert.Equal(InspectionState.UnderWay, _district.Inspections[Visit].State);
        Assert.Empty(_district.Findings.All);
    }

    [Fact]
    public void ARecordThatWasReplacedByMistake_StandsAgainOnceTheOtherIsVoided()
    {
        Apply(10, 10, [.. Plan(Visit, Shop), new InspectionFinished(Visit, Unmet(InspectionOutcome.WrittenDeadline, "labels"))]);
        Apply(12, 12, new InspectionReplaced(Visit, Next, AllMet(), "wrong item"));
        Assert.Equal([new DateInterval(On(10), On(11))], [.. Runs(day => _district.AsOf(day).Findings.Length > 0)]);
        Assert.Equal((InspectionState.Replaced, InspectionState.Finished), (_district.Inspections[Visit].State, _district.Inspections[Next].State));

        Assert.Equal(["others-rest-on-it"], CodesOf(() => Apply(13, 13, Void(Visit, 3))));
        Apply(13, 13, Void(Next, 0), Void(Visit, 3));

        Assert.Equal((InspectionState.Finished, null), (_district.Inspections[Visit].State, _district.Inspections[Visit].ReplacedBy));
        Assert.Null(_district.Inspections.Find(Next));
        Assert.Single(_district.Findings.Standing);

        IEnumerable<DateInterval> Runs(Func<LocalDate, bool> holds)
        {
            var days = Enumerable.Range(8, 8).Select(On).Where(holds).ToList();
            return days.Count == 0 ? [] : [new DateInterval(days[0], days[^1])];
        }
    }

    [Fact]
    public void AVoidedBeginning_WithOnlyANoteBehindIt_IsRefusedAsLongAsTheFinishStands()
    {
        Apply(10, 10, [.. Plan(Visit, Shop), new InspectionFinished(Visit, AllMet()), new InspectionCorrected(Visit, "店名错字")]);
        Apply(11, 11, Void(Visit, 3));
        Assert.Equal(0, _district.Inspections[Visit].ClericalCorrections);
        Assert.Equal(["others-rest-on-it"], CodesOf(() => Apply(11, 11, Void(Visit, 1))));
    }

    [Fact]
    public void AListAdoptedLater_CanBeUsedInWhatIsToldLate_AndNotBefore()
    {
        var newer = NewList("2", List.InForce.Until);
        var task = new InspectionTask(InspectionKind.Routine, Shop, newer.Name, On(3));
        Assert.Equal(["unknown-checklist"], CodesOf(() => Apply(3, 3, new InspectionPlanned(Visit, task))));
        Apply(5, 5, new ChecklistAdopted(newer));
        Apply(3, 6, new InspectionPlanned(Visit, task));

        Assert.Same(newer, _district.Inspections[Visit].Checklist);
        Assert.Equal([1, 2], new[] { 4, 5 }.Select(day => _district.Checklists.On(On(day)).Timeline("own").Versions.Length));
        Assert.Equal(["version-taken"], CodesOf(() => Apply(6, 6, new ChecklistAdopted(NewList("2", List.InForce.Until)))));
        Assert.Equal(["overlaps"], CodesOf(() => Apply(6, 6, new ChecklistAdopted(NewList("3", new LocalDate(2030, 1, 1))))));
        var over = new Checklist("more", "1", ("增补", "more"), new Term(On(1)), List.SeverityBasis, [Item("extra", FindingSeverity.General)], NewList("9", new LocalDate(2050, 1, 1)));
        Assert.Equal(["unknown-checklist"], CodesOf(() => Apply(6, 6, new ChecklistAdopted(over))));
    }

    [Fact]
    public void BuiltInLists_AreAdoptedInTheirOrder()
    {
        Apply(2, 2, [.. Checklists.BuiltIn.Timelines.SelectMany(timeline => timeline.Versions).Select(list => new ChecklistAdopted(list))]);
        Assert.Equal("cadre-tasks@2022.1", _district.Checklists.Lists.For(InspectionKind.CadreVisit, BusinessType.Restaurant, On(2)).Name.ToString());
        Assert.Equal(new ChecklistAdopted(NewList("1")), new ChecklistAdopted(NewList("1")));
        Assert.NotEqual(new ChecklistAdopted(NewList("1")), new ChecklistAdopted(List));
    }

    private static IEnumerable<Act> Plan(InspectionId id, InspectionSubject subject) => [new InspectionPlanned(id, Task(subject: subject)), new InspectionBegun(id, Two)];

    private ActVoided Void(InspectionId id, int act) => new(new("inspection", $"{id}"), _district.Inspections.HistoryOf(id)[act].Moment.Place, "typed at the wrong shop");

    private ActVoided VoidFinding(FindingId id) => new(new("finding", $"{id}"), _district.Findings.HistoryOf(id)[0].Moment.Place, "typed at the wrong shop");

    private static LocalDate On(int day) => new(2024, 9, day);

    private void Apply(int day, int recorded, params Act[] acts) =>
        _district.Apply(new Stamp(By, On(day), ChinaTime.Zone.AtStartOfDay(On(recorded)).ToInstant() + Duration.FromHours(9)), acts);
}
