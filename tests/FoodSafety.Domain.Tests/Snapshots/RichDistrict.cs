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
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Assessment;
using FoodSafety.Domain.Tests.Coordination;
using FoodSafety.Domain.Tests.Emergencies;
using FoodSafety.Domain.Tests.Inspections;
using FoodSafety.Domain.Tests.Rectifications;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Snapshots;

/// <summary>Four businesses with a cadre on each level, and on demand something in every book: every kind of act, every step.</summary>
internal static class RichDistrict
{
    public const string Office = "office";

    public static readonly LocalDate Day = PlanWorld.Day;

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
        return new Domain.Reporting.District(small.Root)
        {
            Delegations = small.Delegations,
            Staff = staff,
            SelfControl = Log(small.Register, staff),
            Stops = Stops(staff),
            Inspections = Inspections(),
            Round = Round(small.Plan),
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
        var root = world.Found([PlanWorld.NewPost("d", "510115"), PlanWorld.NewPost("t", "510115001", capacity: 9), PlanWorld.NewPost("v", village, term: new Term(Day, Day.PlusDays(900)))]);
        PlanWorld.Do(root, Day.PlusDays(3), new CommitmentSigned(new(1), new("d"), [One], "city"));
        PlanWorld.Do(root, Day.PlusDays(4), new CommitmentSigned(new(2), new("t"), [One, Two], "district"));
        PlanWorld.Do(root, Day.PlusDays(5), new CommitmentSigned(new(3), new("d"), [One, Two], "city"));
        PlanWorld.Do(root, Day.PlusDays(6), new CommitmentEnded(new("t"), "moved away"));
        var delegations = new DelegationBook();
        delegations.Delegate(new CadreId("d"), new CadreId("t"), new Term(Day, Day.PlusDays(10)), "training", Office, Day);
        delegations.Revoke(new DelegationId(1), "back early", Office, Day.PlusDays(2));
        return new Domain.Reporting.District(root) { Delegations = delegations };
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

    private static InspectionBook Inspections()
    {
        const string by = InspectionWorld.By;
        var (book, day) = (new InspectionBook(), InspectionWorld.Day);
        var photo = new EvidenceReference(EvidenceKind.Photo, "p-1", Instant.FromUtc(2026, 3, 2, 1, 30), "后厨");
        var cold = new Measurement("冷藏库温度", 12.50m, MeasurementUnit.DegreeCelsius, atLeast: 0, atMost: 8);
        var bad = new InspectionResult(
            InspectionOutcome.WrittenDeadline,
            ItemAnswer.NotMet("staff-health", "一人无健康证明", ItemEffect.Minor) with { Evidence = [photo], Measurements = [cold] },
            ItemAnswer.NotApplicable("labels"),
            ItemAnswer.NotMet("cleaning", "地面有积水", ItemEffect.Minor) with { IsCorrectedOnTheSpot = true })
        {
            Signature = ResultSignature.Refused("absent", "neighbour"),
            Remark = "夜间",
        };
        var first = book.Finished(bad, day).Id;
        book.CorrectClerically(first, "typo", by, day.PlusDays(1));
        book.Publish(first, by, day.PlusDays(1));
        book.CorrectSubstantively(first, InspectionWorld.Unmet(InspectionOutcome.WrittenDeadline, "labels"), "wrong item", by, day.PlusDays(2));
        var kept = book.Findings[^1].Id;
        var followUp = book.Plan(InspectionWorld.Task(followsUp: kept), by, day.PlusDays(3)).Id;
        book.Cancel(followUp, "closed that day", by, day.PlusDays(4));
        var visit = new InspectionTask(
            InspectionKind.CadreVisit, InspectionWorld.Shop, new Checklist(
                "own-visit", "1", ("督导清单", "Visit list"), new Term(new LocalDate(2022, 1, 1)), AssessmentWorld.Basis,
                [InspectionWorld.Item("greeting", FindingSeverity.General)], InspectionWorld.List), day)
        {
            IsHighRisk = true,
            BodyLevel = AreaLevel.Town,
            Lead = "zhao",
        };
        var begun = book.Plan(visit, by, day.PlusDays(4)).Id;
        book.Begin(begun, new InspectionTeam(InspectionForm.OnSite, new Inspector("zhao", "川-9", new CadreId("v")) { Interests = [Two] }), by, day.PlusDays(5));
        book.Record(new Finding
        {
            Subject = InspectionSubject.OfCadre(new CadreId("t")),
            Source = FindingSource.Complaint,
            Severity = FindingSeverity.Key,
            Description = "never seen",
            FoundOn = day,
            By = "citizen",
            Evidence = [photo],
        });
        book.Plan(InspectionWorld.Task(InspectionKind.Oversight), by, day.PlusDays(6));
        return book;
    }

    private static RoundProgress Round(ChainPlan plan)
    {
        var round = new Round(
            ("首轮", "first round"), Day, [RoundTask.Publicity, RoundTask.Training, RoundTask.Visit],
            [new RoundTarget(Day.PlusDays(10), 0.80m), new RoundTarget(Day.PlusDays(20), 1)], AssessmentWorld.Basis);
        var progress = new RoundProgress(round, plan.Register.Areas, RoundProgress.BusinessesOf(plan));
        progress.Mark(0, RoundTask.Visit, Day.PlusDays(9), "v");
        progress.Mark(0, RoundTask.Visit, Day.PlusDays(3), "v");
        progress.Mark(1, RoundTask.Publicity, Day.PlusDays(1), Office);
        progress.Mark(1, RoundTask.Training, Day.PlusDays(2), Office);
        return progress;
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
