using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Snapshots;
using FoodSafety.Domain.Tests.Assessment;
using FoodSafety.Domain.Tests.Coordination;
using FoodSafety.Domain.Tests.Emergencies;
using FoodSafety.Domain.Tests.Inspections;
using FoodSafety.Domain.Tests.Rectifications;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Tests.Time;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Snapshots;

/// <summary>Four businesses with a cadre on each level, and on demand something in every book: every kind of act, every step.</summary>
internal static class RichDistrict
{
    public const string Office = "office";

    public static readonly LocalDate Day = PlanWorld.Day;

    public static readonly SnapshotFile File = new(WorkingCalendar.China, BusinessFacts.Schema.With(PlanWorld.StatedTier));

    private static readonly BusinessId One = new("one");

    private static readonly BusinessId Two = new("two");

    private static readonly StaffId Officer = new("officer");

    private static readonly StaffId Director = new("director");

    /// <summary>Businesses, one of them closed, cadres, chains, commitments and delegations.</summary>
    public static Domain.Reporting.District Small() => New();

    /// <summary>All that a district can keep.</summary>
    public static Domain.Reporting.District Whole()
    {
        var small = New();
        var staff = Staff();
        return new Domain.Reporting.District(small.Grades, small.Plan, WorkingCalendar.China)
        {
            History = small.History,
            Commitments = small.Commitments,
            Delegations = small.Delegations,
            Staff = staff,
            SelfControl = Log(small.Register, staff),
            Stops = Stops(staff),
            Rectifications = Rectifications(),
            Referrals = [.. ReferralLifecycle.Table.Transitions.Select(way => way.From is { } from
                ? ReferralSamples.In(from).Take(ReferralSamples.Event(way.Step, from, ReferralSamples.Start + Duration.FromHours(1), to: "police-2"))
                : ReferralSamples.In(way.To))],
            Recalls = Recalls(),
            Warnings = Warnings(),
            Incidents = Incidents(),
            Coordination = Coordination(),
            Grids = GridPlan.Build(small.Areas, [new Grid("west", ("西片", "west"), "keeper", AreaCode.Parse("510115001"), AreaCode.Parse("510116"))]),
            Stations = StationLinks.Build(small.Areas, AreaCode.Parse("510115"), [new StationLink("station-1", AreaCode.Parse("510115002"))]),
            Campaigns = [Campaign("letters"), new OutreachCampaign("cards", ("明白卡", "cards"), [OutreachMaterial.Card], Office, Day)],
            Assessments = Assessments(),
        };
    }

    private static Domain.Reporting.District New()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        const string village = "510115001001";
        world.Register.Add(PlanWorld.NewBusiness("one", AreaCode.Parse(village), Tier.B) with
        {
            CreditCode = UnifiedSocialCreditCode.Parse("91350100M000100Y43"),
            Profile = new() { Employees = 5, AnnualRevenue = 1_234.56m, SellsOnline = true },
        });
        world.Add("two", village, Tier.C);
        world.Add("three", village, Tier.D);
        world.Close(world.Add("four", village, Tier.D));
        world.Grade();
        var roster = CadreRoster.Build(
            world.Areas,
            [new(new("d"), "name of d"), new(new("t"), "name of t") { Expertise = Expertise.Of(BusinessSector.Catering) }, new(new("v"), "name of v")],
            [PlanWorld.NewPost("d", "510115"), PlanWorld.NewPost("t", "510115001", capacity: 9), PlanWorld.NewPost("v", village, term: new Term(Day, Day.PlusDays(900)))]);
        var plan = world.Plan(roster);
        var history = new ResponsibilityHistory();
        history.Append(plan, Office);
        var commitments = new CommitmentBook();
        commitments.Sign(new CadreId("d"), [One], "city", Office, Day.PlusDays(3));
        commitments.Sign(new CadreId("t"), [One, Two], "district", Office, Day.PlusDays(4));
        commitments.Renew(new CadreId("d"), [One, Two], "city", Office, Day.PlusDays(5));
        commitments.End(new CadreId("t"), "moved away", Office, Day.PlusDays(6));
        var delegations = new DelegationBook();
        delegations.Delegate(new CadreId("d"), new CadreId("t"), new Term(Day, Day.PlusDays(10)), "training", Office, Day);
        delegations.Revoke(new DelegationId(1), "back early", Office, Day.PlusDays(2));
        return new Domain.Reporting.District(world.Book, plan, WorkingCalendar.China) { History = history, Commitments = commitments, Delegations = delegations };
    }

    private static StaffBook Staff()
    {
        var book = new StaffBook();
        var term = new Term(Day, Day.PlusDays(400));
        var officer = book.Appoint(new Appointment(Officer, One, SafetyPost.Officer, term) { IsPartTime = true }, Office, Day).Appointment.Id;
        book.Appoint(new Appointment(Director, One, SafetyPost.Director, new Term(Day)) { IsManagement = true }, Office, Day);
        book.Appoint(new Appointment(Officer, Two, SafetyPost.Officer, term) { Employer = PostEmployer.ContractingUnit }, Office, Day);
        book.Train(Officer, 7.50m, "食品安全法", Office, Day.PlusDays(1));
        book.Assess(new AssessmentResult(Director, AssessmentStandard.Guide2024, 100, 95), "bureau", Day.PlusDays(1));
        book.GoOffDuty(new OffDuty(officer, new Term(Day.PlusDays(4), Day.PlusDays(9)), "ill"), Office, Day.PlusDays(3));
        book.ComeBack(officer, Office, Day.PlusDays(6));
        book.Bar(new PostBar(new StaffId("crook"), PostBarGround.FoodSafetyCrime, new LocalDate(2020, 1, 1)), "court", Day.PlusDays(7));

        // Whoever proposed to stop before is no director of that day any more; what was proposed stands.
        book.End(new AppointmentId(2), "left", Office, Day.PlusDays(8));
        return book;
    }

    private static SelfControlLog Log(BusinessRegister register, StaffBook staff)
    {
        var log = new SelfControlLog(register, Day.PlusDays(-31));
        log.Mark(new OperationMark(Two, new Term(Day, Day.PlusDays(3)), IsOperating: false, "owner", Day));
        log.Add(new SelfControlRecord(One, SelfControlKind.DailyControl, Day, Officer), staff);
        log.Add(new SelfControlRecord(One, SelfControlKind.DailyControl, Day.PlusDays(2), Officer, RisksFound: 3), staff);
        log.Add(new SelfControlRecord(One, SelfControlKind.WeeklyCheck, Day.PlusDays(3), Director), staff);
        log.AddZeroRisk(SelfControlKind.MonthlyMeeting, Day.PlusDays(4), 1, 2);
        return log;
    }

    private static StopBook Stops(StaffBook staff)
    {
        // The same staff a day before the director left.
        var book = new StopBook(StaffBook.Replay(staff.Events.SkipLast(1)));
        var on = Day.PlusDays(8);
        book.Propose(One, Director, "cold chain broken", on);
        book.Stop(new StopId(1), "bureau", "owner", on);
        book.Propose(One, Officer, "mice", on.PlusDays(1));
        book.Decline(new StopId(2), "no trace found", "owner", on.PlusDays(1));
        book.Lift(new StopId(1), "repaired", "owner", on.PlusDays(2));
        return StopBook.Replay(staff, book.Events);
    }

    /// <summary>A random walk, for every step in many orders, and what it does not say.</summary>
    private static RectificationBook Rectifications()
    {
        // Of the days before 2025 was announced, so that deadlines are provisional.
        var before = Calendars.AnnouncedTo(2024);
        var rules = new RectificationRules
        {
            Calendar = before,
            MostExtensions = 2,
            VerifierIsNotReporter = true,
            KeyItemsOnTheSpot = true,
            LookBack = null,
            NoticeDays = 4,
            GraceWorkingDays = 5,
            CaseLimit = TimeLimit.WorkingDays(60, AssessmentWorld.Basis) with { MovesToWorkingDay = true },
            Basis = AssessmentWorld.Basis,
        };
        var book = RectificationBook.Replay(new RandomWalk(seed: 7, steps: 80, mostRectifications: 8, rows: 4).Taken, rules);
        var at = Problems.At(2025, 1, 6);
        var id = book.Ordered(TimeLimit.WorkingDays(5, AssessmentWorld.Basis), at, row: 1);
        book.Link(id, new LinkedMeasure(MeasureKind.FormalTalk, "talk-1"), Problems.Officer, at);
        book.Extend(id, TimeLimit.WorkingDays(9), Problems.Owner, "parts are late", Problems.Officer, at);
        book.Submit(id, "report-1", Problems.Owner, at, Problems.Photo);
        book.Return(id, "the photo is blurred", Problems.Verifier, at, TimeLimit.Hours(50));
        book.Submit(id, "report-2", Problems.Owner, at + Duration.FromMilliseconds(1), Problems.Photo);
        book.Close(id, Problems.Verifier, at + Duration.FromHours(1), Problems.Photo);
        book.Reopen(id, "there again", Problems.Chief, at + Duration.FromHours(2));
        book.CorrectOnTheSpot(id, Problems.Owner, Problems.Officer, at + Duration.FromHours(3), Problems.Photo);
        var crime = book.Report(at + Duration.FromHours(4), row: 2);
        book.FileCase(crime, "case-1", Problems.Officer, at + Duration.FromHours(4));
        book.ConcludeCase(crime, Problems.Officer, at + Duration.FromHours(5), "decision-1");
        book.Dismiss(book.Report(at + Duration.FromHours(5)), "no such shop", Problems.Officer, at + Duration.FromHours(6));
        var settled = book.Ordered(TimeLimit.WorkingDays(5), at + Duration.FromHours(6), row: 1);
        book.Extend(settled, TimeLimit.Days(3), Problems.Owner, "parts are late", Problems.Officer, at + Duration.FromHours(6));
        book.UseCalendar(WorkingCalendar.China, Office, at + Duration.FromHours(7));

        // And one that stays so, for it was told by its date.
        var open = book.Report(at + Duration.FromHours(7), row: 1);
        book.Claim(open, Problems.Officer, at + Duration.FromHours(7));
        book.Record(new(open, RectificationStep.Order, Problems.Officer, at + Duration.FromHours(7))
        {
            Deadline = TimeLimit.WorkingDays(9, AssessmentWorld.Basis).After(at, before),
        });
        return book;
    }

    private static ImmutableArray<Recall> Recalls()
    {
        var recall = RecallSamples.In(RecallState.Ordered);
        foreach (var (step, amount) in ((RecallStep, decimal)[])
            [(RecallStep.Start, 0), (RecallStep.Publish, 0), (RecallStep.Progress, 0), (RecallStep.Extend, 0), (RecallStep.Recover, 30.50m), (RecallStep.Dispose, 10), (RecallStep.Report, 0), (RecallStep.SendBack, 0),
             (RecallStep.Dispose, 20.50m), (RecallStep.Report, 0), (RecallStep.Assess, 0)])
        {
            recall = recall.Take(RecallSamples.Event(step, RecallSamples.Start, amount));
        }

        return [recall, RecallSamples.In(RecallState.Known, RecallClass.III)];
    }

    private static WarningBook Warnings()
    {
        var book = new WarningBook();
        book.Assess(WarningSamples.Mushrooms(WarningSamples.Wenjiang) with { Businesses = [One] }, WarningSamples.Orange, Office, WarningSamples.Start);
        foreach (var step in (WarningStep[])[WarningStep.Reassess, WarningStep.Publish, WarningStep.Raise, WarningStep.Lower, WarningStep.Lift])
        {
            WarningSamples.Take(book, step, WarningSamples.Start);
        }

        var everywhere = book.Assess(WarningSamples.Mushrooms(default), WarningSamples.Blue, Office, WarningSamples.Start).Id;
        book.Publish(everywhere, WarningIssuer.National, Office, WarningSamples.Start + Duration.FromNanoseconds(1));
        book.Drop(book.Assess(WarningSamples.Mushrooms(WarningSamples.Wenjiang), WarningSamples.Red, Office, WarningSamples.Start).Id, "no need", Office, WarningSamples.Start);
        return book;
    }

    private static IncidentBook Incidents()
    {
        var book = new IncidentBook();
        book.Register(IncidentSamples.School with { Businesses = [Two] }, IncidentSamples.Few, Office, IncidentSamples.Start);
        foreach (var step in Enum.GetValues<IncidentStep>().Where(step => step is not (IncidentStep.Register or IncidentStep.Dismiss)))
        {
            IncidentSamples.Take(book, step, IncidentSamples.Start + IncidentSamples.Hour);
        }

        var none = new FactRecord(IncidentFacts.Harmed.Of(0), IncidentFacts.BeyondProvince.Of(false), IncidentFacts.DecidedByCity.Of(true));
        book.Dismiss(book.Register(IncidentSamples.School, none, Office, IncidentSamples.Start).Id, "false alarm", Office, IncidentSamples.Start);
        return book;
    }

    private static CoordinationBook Coordination()
    {
        var book = CoordinationWorld.Adopted(CoordinationWorld.Complete().Build());
        var day = CoordinationWorld.Day(9, 15);
        book.Done("joint-meeting", day, "minutes 1", Office, day);
        book.Done("bureau-dispatch", day, "", Office, day);
        book.Reach("line-1", "end", "reached", Office, day.PlusDays(1));
        book.Adopt(
            CoordinationWorld.Complete().Routines(CoordinationWorld.Routine("five-bodies", Cadence.HalfYear, new Term(day, day.PlusDays(99)))).Build(),
            "five bodies", Office, day.PlusDays(2));
        return book;
    }

    private static OutreachCampaign Campaign(string code)
    {
        var campaign = new OutreachCampaign(code, ("一封信", "letters"), [OutreachMaterial.Letter, OutreachMaterial.Card], Office, Day);
        campaign.Target([0, 1, 2], Office, Day);
        campaign.Deliver(OutreachMaterial.Letter, [2, 0, 3], "", "v", Day.PlusDays(1));
        campaign.Deliver(OutreachMaterial.Card, [0], "photo 7", "v", Day.PlusDays(2));
        return campaign;
    }

    private static AssessmentBook Assessments()
    {
        var book = new AssessmentBook();
        var day = AssessmentWorld.Day;
        book.Give(AssessmentWorld.Sheet, "practice", AssessmentWorld.Liucheng, AssessmentWorld.Visit17, day, Office, day);
        var wrong = book.Give(AssessmentWorld.Sheet, "empty", AssessmentWorld.Gongping, AssessmentWorld.Visit17, day, Office, day.PlusDays(1), points: 1.50m);
        book.Withdraw(wrong.Number, "mistaken", Office, day.PlusDays(2));
        return book;
    }
}
