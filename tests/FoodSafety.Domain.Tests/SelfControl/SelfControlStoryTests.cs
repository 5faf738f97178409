using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

/// <summary>Posts, records and staffing as an office lives with them: what comes late, what was wrong, what follows.</summary>
public class SelfControlStoryTests
{
    private const string Village = "510115001001";
    private static readonly BusinessId Shop = new("shop");
    private static readonly BusinessId Canteen = new("canteen");
    private static readonly StaffId Li = new("li");
    private static readonly StaffId Wang = new("wang");

    private readonly Domain.District _district;

    public SelfControlStoryTests()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.Add(Shop.Value, Village, Tier.D);
        world.Add(Canteen.Value, Village, Tier.D);
        _district = world.Found([PlanWorld.NewPost("d", "510115"), PlanWorld.NewPost("t", "510115001"), PlanWorld.NewPost("v", Village)], Day(1));
        Do(1, new StaffingLaidDown(StaffingRules.ByTier), new RecordsBegun(Day(1)));
        Do(1, Made(1, Li, SafetyPost.Officer, 1), Made(2, Wang, SafetyPost.Officer, 1));
    }

    [Fact]
    public void Illness_OfYesterdayToldToday_TheOtherMakesTheRecordAndThatOfTheIllIsRefused()
    {
        Do(10, new DayBegan());
        Late(9, 10, new WentOffDuty(new(1), new Term(Day(9), Day(12)), "ill"));

        Assert.Equal(["not-a-maker"], CodesOf(9, 10, new RecordMade(Shop, SelfControlKind.DailyControl, Li)));
        Late(9, 10, new RecordMade(Shop, SelfControlKind.DailyControl, Wang));
        Late(8, 10, new RecordMade(Shop, SelfControlKind.DailyControl, Li));
        Assert.Equal([Day(8), Day(9)], _district.SelfControl.Records.Select(record => record.Date));
        Assert.Equal([new AppointmentId(2)], _district.AsOf(Day(9)).OnDuty.Select(held => held.Id));
        Assert.Equal(2, _district.AsOf(Day(9)).Appointments.Length);

        // Who came back on the 11th did so on that day, whenever it is told; and not before he fell ill.
        Late(11, 14, new CameBackOnDuty(new(1)));
        Assert.Equal(["behind-the-last"], CodesOf(10, 14, new AppointmentEnded(new(1), "left")));
        Assert.Equal(2, _district.AsOf(Day(11)).OnDuty.Length);
    }

    [Fact]
    public void Appointment_EndedLater_IsWithoutThatEndOnTheDaysBefore()
    {
        Do(5, new WentOffDuty(new(1), new Term(Day(8), Day(20)), "leave"));
        Do(12, new CameBackOnDuty(new(1)));
        Do(20, new AppointmentEnded(new(1), "left"));

        foreach (var district in new[] { _district, District.Open(_district.Settings, _district.Pending) })
        {
            Assert.Equal(
                [(new Term(Day(1)), 0, true), (new Term(Day(1)), 1, true), (new Term(Day(1)), 1, false), (new Term(Day(1)), 1, true)],
                new[] { 4, 5, 11, 19 }.Select(day => district.AsOf(Day(day))).Select(seen => (seen.Appointments[0].Term, seen.Appointments[0].OffDuty.Length, seen.OnDuty.Length == 2)));
            Assert.Equal([new Term(Day(8), Day(20)), new Term(Day(8), Day(12))], new[] { 11, 12 }.Select(day => district.AsOf(Day(day)).Appointments[0].OffDuty[0].Term));
            Assert.Equal([new AppointmentId(2)], district.AsOf(Day(20)).Appointments.Select(held => held.Id));
            Assert.Equal(Day(20), district.Staff[new(1)].Term.Until);
        }
    }

    [Fact]
    public void Appointment_TypedAtTheWrongShop_IsVoidedAfterWhatRestsOnIt()
    {
        Do(5, new AppointmentMade(new Appointment(new(3), new("zhao"), Canteen, SafetyPost.Officer, new Term(Day(5)))));
        Do(6, new WentOffDuty(new(3), new Term(Day(6), Day(8)), "leave"));
        var places = _district.Staff.HistoryOf(new(3)).Select(done => done.Moment.Place).ToArray();
        var about = new Thing("appointment", "3");

        Assert.Equal(["others-rest-on-it"], CodesOf(7, 7, new ActVoided(about, places[0], "wrong shop")));
        Do(7, new ActVoided(about, places[1], "wrong shop"), new ActVoided(about, places[0], "wrong shop"), new AppointmentMade(new Appointment(new(3), new("zhao"), Shop, SafetyPost.Officer, new Term(Day(7)))));

        Assert.Empty(_district.Staff.OnDutyAt(Canteen, Day(5)));
        Assert.Equal(Shop, _district.Staff[new(3)].Business);
        Assert.Equal([Shop], _district.Staff.AppointmentsOf(new("zhao")).Select(held => held.Business));
        Assert.Equal([false, false, true], _district.Staff.HistoryOf(new(3)).Select(done => done.Counts));
        Assert.Equal([Shop, Shop], _district.AsOf(Day(5)).OnDuty.Select(held => held.Business));
    }

    [Fact]
    public void Training_RecordedAtTheWrongPerson_IsVoided_AndHoursOfTheYearAreCountedAgain()
    {
        Do(3, new PersonTrained(Li, 40, "law"));
        Late(2, 3, new PersonTrained(Wang, 12, "law"));
        var wrong = _district.Qualifications.HistoryOf(Li).Single().Moment.Place;

        Do(4, new ActVoided(new("staff-qualification", "li"), wrong, "it was Wang"), new PersonTrained(Wang, 40, "law"));

        Assert.Equal([(Li, 40m)], _district.Staff.TrainingShortfalls(Day(30)).Select(lack => (lack.Person, lack.Missing)));
        Assert.Equal(52, _district.Qualifications.TrainingHoursOf(Wang, 2026));
    }

    [Fact]
    public void Closed_OnThe1stAndTypedOnThe20th_OwesNothingSince_AndARecordOfThe10thArrivingOnThe22ndIsTaken()
    {
        Do(20, new DayBegan());
        Late(1, 20, new OperationMarked(Shop, new Term(Day(1)), IsOperating: false));
        Late(10, 22, new RecordMade(Shop, SelfControlKind.DailyControl, Li));

        var days = new DateInterval(Day(1), Day(22));
        var gaps = _district.SelfControl.Gaps(SelfControlDuties.Daily, days, _district.Settings.Calendar);
        Assert.Equal(new RecordCoverage(0, 0), gaps[0]);
        Assert.Equal(new RecordCoverage(22, 0), gaps[1]);
        Assert.Equal(Day(10), _district.SelfControl.Find(Shop, SelfControlKind.DailyControl, Day(10))!.Value.Date);
    }

    [Fact]
    public void RecordsOfAnHour_AreOneAct_ThoseOfTheNextHourNameWhoIsNew_AndPreviewLeavesNothing()
    {
        var all = new RecordsKept(SelfControlKind.DailyControl, BusinessSet.AllBut());

        _district.Preview(StampOf(2, 2), all);
        Assert.Empty(_district.SelfControl.Records);
        Assert.Equal([new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(Canteen))], Do(2, new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(Canteen))).Entry!.Acts);
        Assert.Equal([new RecordsKept(SelfControlKind.DailyControl, new([], isAllBut: true, first: 1))], Do(2, all).Entry!.Acts);
        Assert.Equal(["already-made"], CodesOf(2, 2, all));
        Assert.Equal([Shop, Canteen], _district.SelfControl.Records.Select(record => record.Business));
    }

    [Fact]
    public void OverrideToA_From5To20September_NeedsADirectorJustThen()
    {
        var set = Do(5, new GradeAssigned<Tier>(new(1), AssignmentKind.Override, Shop, Tier.A, Day(20), "as decided"));
        Assert.Equal([(Shop, true)], set.Duties.Select(duty => (duty.Business, duty.Begins)));
        Assert.Equal(FollowUpKind.AppointDirector, set.FollowUps.Single(due => due.Kind == FollowUpKind.AppointDirector).Kind);

        // A director is appointed and there is nothing left to do; when the tier turns back nobody is needed any more.
        Do(8, new AppointmentMade(new Appointment(new(3), new("zhao"), Shop, SafetyPost.Director, new Term(Day(8))) { IsManagement = true }));
        Assert.DoesNotContain(_district.FollowUps.Open, due => due.Kind == FollowUpKind.AppointDirector);
        var turned = Do(25, new DayBegan());

        Assert.Equal([(Shop, false)], turned.Duties.Select(duty => (duty.Business, duty.Begins)));
        Assert.Equal([4, 20, 25], ((int[])[4, 10, 19, 20, 25]).Where(day => !NeedsDirector(day)));
        Assert.Equal([5, 6, 7], Enumerable.Range(1, 25).Where(day => _district.AsOf(Day(day)).Unfilled.Any(post => post.Required == RequiredPost.Director)));
        Assert.Equal(
            [RequiredPost.Officer],
            _district.Staffing.FindOn(Day(25))!.RequirementsOf(_district.Businesses.Register[Shop], Day(25), _district.Tiers.DecisionOn(Shop, Day(25)).Grade).Select(post => post.Required));

        bool NeedsDirector(int day) => _district.AsOf(Day(day)).Staffing!.FindRule(RequiredPost.Director, 0) is not null;
    }

    [Fact]
    public void OtherRules_LaidDownOnThe10th_CountFromThere_AndThatADayTurnsThemIsForeseen()
    {
        var practice = new StaffingRule("all", RequiredPost.Director, Domain.Facts.Condition.Always, new Term(Day(15)), ("每家", "every one"), Citation.Illustrative(("测试", "a test")));
        Do(10, new StaffingLaidDown(new StaffingTimeline(practice)));
        Assert.Equal([StaffingRules.ByTier, new StaffingTimeline(practice)], _district.Staffing.History.Select(laid => laid.Act.Rules));

        Assert.Null(_district.AsOf(Day(1).PlusDays(-1)).Staffing);
        Assert.Equal(["every-business-officer"], _district.AsOf(Day(9)).Staffing!.Rules.Where(rule => rule.Required == RequiredPost.Officer).Select(rule => rule.Id));
        Assert.Equal([0, 0, 2], ((int[])[9, 14, 15]).Select(day => _district.AsOf(Day(day)).Staffing!.Count(RequiredPost.Director)));
        Assert.Equal([(Day(15), "all")], _district.DueUpTo(Day(30)).SelectMany(turn => turn.Rules.Select(rule => (turn.Day, rule))));
        Assert.Equal(2, Do(15, new DayBegan()).Duties.Length);
        Assert.Equal(2, _district.DirectorDuties.Count);

        var again = Domain.District.Open(_district.Settings, _district.Pending);
        Assert.Equal(2, again.DirectorDuties.Count);
        Assert.Null(again.Preview(StampOf(15, 15), new DayBegan()).Entry);
        Assert.Throws<ArgumentException>(() => new StaffingLaidDown(new StaffingTimeline(practice, practice)));
    }

    private static LocalDate Day(int day) => new(2026, 9, day);

    private static Stamp StampOf(int on, int recorded) => new("office", Day(on), ChinaTime.Zone.AtStartOfDay(Day(recorded)).ToInstant() + Duration.FromHours(8));

    private static AppointmentMade Made(int id, StaffId person, SafetyPost post, int from) => new(new Appointment(new(id), person, Shop, post, new Term(Day(from))));

    private Consequences Do(int day, params Act[] acts) => _district.Apply(StampOf(day, day), acts);

    private void Late(int on, int recorded, params Act[] acts) => _district.Apply(StampOf(on, recorded), acts);

    private string[] CodesOf(int on, int recorded, params Act[] acts) =>
        [.. Assert.Throws<ActsRefusedException>(() => _district.Apply(StampOf(on, recorded), acts)).Refusals.Select(refusal => refusal.Code)];
}
