using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Relocations;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Processes;
using FoodSafety.Domain.Tests.Rectifications;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Tests.Time;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>Grades of a grading of the user's own.</summary>
[GradingKey("own-grade")]
public enum OwnGrade
{
    First = 1,
    Second = 2,
    Third = 3,
    Fourth = 4,
}

/// <summary>
/// Random acts of every kind, taken from what a district knows, so that most are taken and some refused. The kinds are found by
/// reflection: one without a maker fails here.
/// </summary>
internal sealed class ActGen
{
    public static readonly ImmutableArray<Type> Kinds =
        [.. typeof(Act).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Act))).SelectMany(Closed).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <summary>The gradings that every district has: an act or an outcome of gradings is one of each.</summary>
    public static IEnumerable<Type> Closed(Type type) => type.IsGenericTypeDefinition ? [type.MakeGenericType(typeof(Tier)), type.MakeGenericType(typeof(RiskGrade))] : [type];

    /// <summary>A grading that is not one of the library's, of as many grades as theirs.</summary>
    public static readonly GradeScale<OwnGrade> Own = new((OwnGrade.First, ("一", "first")), (OwnGrade.Second, ("二", "second")), (OwnGrade.Third, ("三", "third")), (OwnGrade.Fourth, ("四", "fourth")));

    /// <summary>The acts of that grading.</summary>
    public static readonly ImmutableArray<Type> OwnKinds =
        [.. typeof(Act).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsGenericTypeDefinition && type.IsAssignableTo(typeof(Act))).Select(type => type.MakeGenericType(typeof(OwnGrade))).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <summary>What the district computes itself: how much happened lately, and which place in its town a business takes by that.</summary>
    public static readonly NumberFact Happened = new("happened", ("近期事项数", "happened lately"), ("件", "acts"), maximum: 100_000) { IsFixed = true },
        Place = new("place-in-town", ("镇内位次", "place in town"), ("位", "place"), maximum: 100_000) { IsFixed = true },
        TierBefore = new("tier-before", ("上日等级", "tier of the day before"), ("", ""), maximum: 4) { IsFixed = true };

    /// <summary>How many days are lately.</summary>
    public const int DaysOfHappened = 20;

    // The tier comes before the figures on which it rests.
    public static readonly ItemList<DerivedFact> Derived = [DerivedFact.OfBusiness(TierBefore, TierBeforeOf), DerivedFact.OfHistory(Happened, HistoryMeasure.Count.Within(HistoryWindow.Days(DaysOfHappened)), HappenedAt), DerivedFact.OfPopulation(Place, PopulationMeasure.Rank, Happened, PopulationOrder.HighestFirst, AreaLevel.Town)];

    /// <summary>A fact that is not one of the library's.</summary>
    public static readonly NumberFact Seats = new("seats", ("座位数", "seats"), ("个", "seats"), maximum: 5000);

    // What others only entail, or what a district begins with, is refused when somebody does it later: a unit with it would say nothing of the rest.
    private static readonly ImmutableArray<Type> Asked = Kinds.Remove(typeof(ReplacementRecorded)).Remove(typeof(AreasLaidDown));

    // What has to be there before something can be done to it.
    private static readonly ImmutableDictionary<Type, Type> After = ImmutableDictionary.CreateRange<Type, Type>(
    [
        .. AfterOf<Tier>(), .. AfterOf<RiskGrade>(), .. AfterOf<OwnGrade>(), new(typeof(FactsCorrected), typeof(FactsStated)),
        new(typeof(CommitmentEnded), typeof(CommitmentSigned)), new(typeof(DelegationRevoked), typeof(DelegationMade)),
        new(typeof(RoundMarked), typeof(RoundOpened)), new(typeof(RecordsWithdrawn), typeof(RecordsKept)),
        new(typeof(ReportWithdrawn), typeof(ReportPublished)), new(typeof(PostEnded), typeof(PostGiven)),
        new(typeof(AppointmentEnded), typeof(AppointmentMade)), new(typeof(CameBackOnDuty), typeof(WentOffDuty)),
        new(typeof(BusinessMovedIn), typeof(TransferReceived)), new(typeof(ArrivalConfirmed), typeof(BusinessMovedOut)), new(typeof(RelocationCancelled), typeof(BusinessMovedOut)),
        new(typeof(OutreachDelivered), typeof(OutreachTargeted)), new(typeof(InspectionBegun), typeof(InspectionPlanned)),
        new(typeof(InspectionFinished), typeof(InspectionBegun)), new(typeof(InspectionReplaced), typeof(InspectionFinished)),
    ]);

    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly string[] EventLines = [.. IllustrativeAssessment.TownSheet.Lines.OfType<EventLine>().Select(line => line.Code)];
    private static readonly AreaLevel[] Levels = [AreaLevel.City, AreaLevel.District, AreaLevel.Town, AreaLevel.Village];

    // What undoes something that stands for some days only, or was done by few: it comes more often, so that it is kept as often as the rest.
    private static readonly ImmutableArray<Type> Late =
    [
        .. LateOf<Tier>(), .. LateOf<RiskGrade>(), typeof(AppointmentEnded), typeof(CommitmentEnded), typeof(FactsCorrected), typeof(OutreachTargeted), typeof(ReportWithdrawn), typeof(ReportWithdrawn),
        typeof(RoundMarked), typeof(RecordsWithdrawn), typeof(CalendarYearLaidDown),
        typeof(ActVoided), typeof(ActVoided),
    ];

    private const int MostTries = 3;

    private static IEnumerable<KeyValuePair<Type, Type>> AfterOf<TGrade>() where TGrade : struct, Enum =>
    [
        new(typeof(AssignmentEnded<TGrade>), typeof(GradeAssigned<TGrade>)), new(typeof(AssignmentWithdrawn<TGrade>), typeof(GradeAssigned<TGrade>)),
        new(typeof(PolicyWithdrawn<TGrade>), typeof(PolicyLaidDown<TGrade>)),
        new(typeof(AppealDecided<TGrade>), typeof(AppealFiled<TGrade>)), new(typeof(AppealWithdrawn<TGrade>), typeof(AppealFiled<TGrade>)),
        new(typeof(GradePublished<TGrade>), typeof(GradeNotified<TGrade>)),
    ];

    private static IEnumerable<Type> LateOf<TGrade>() where TGrade : struct, Enum =>
    [
        typeof(AssignmentEnded<TGrade>), typeof(AssignmentWithdrawn<TGrade>), typeof(AssignmentWithdrawn<TGrade>), typeof(PolicyWithdrawn<TGrade>),
        typeof(AppealDecided<TGrade>), typeof(AppealWithdrawn<TGrade>), typeof(AppealWithdrawn<TGrade>), typeof(GradePublished<TGrade>),
    ];

    private static readonly string[] Routines = ["dispatch", "coordination", "summary"];
    private static readonly LocalDate Begun = new(2024, 2, 1);

    private static readonly BusinessId Inspected = new("b0");

    private readonly Dictionary<Type, Func<Random, District, LocalDate, Act>> _makers;
    // A history is lived by one thread; what is declared once for all of them asks the same fuse.
    [ThreadStatic]
    private static bool _isArmed;

    private readonly CustomCondition _fuse;
    private ImmutableArray<Type> _focus = [];

    /// <param name="focus">What the history is mostly about; any kinds when there are none.</param>
    public ActGen(ImmutableArray<Type> focus = default)
    {
        _focus = focus.IsDefault ? [] : focus;
        _fuse = Condition.Custom("fuse", ("保险丝", "a fuse"), _ => IsArmed ? throw new FuseException() : false);
        _makers = new()
        {
            [typeof(DayBegan)] = (_, _, _) => new DayBegan(),
            [typeof(ActVoided)] = (r, d, _) => Voided(r, d),
            [typeof(FollowUpClosed)] = (r, d, _) => new FollowUpClosed(Pick(r, [.. d.FollowUps.Open.Select(open => open.Id), new FollowUpId(1, 99)], last: 1), "done"),
            [typeof(AreasLaidDown)] = (_, _, _) => AreasLaidDown.Of(PlanWorld.SmallTree, Made),
            [typeof(AreasChanged)] = (r, d, _) => Changed(r, d),
            [typeof(BusinessesOpened)] = (r, d, _) => new BusinessesOpened([.. Enumerable.Range(0, 1 + r.Next(4)).Select(_ => NewBusiness(r, Places(d))).DistinctBy(business => r.Next(20) == 0 ? default : business.Id)]),
            [typeof(FactsStated)] = (r, d, _) => new FactsStated(Known(r, d), r.Next(3) switch
            {
                0 => new FactRecord(BusinessFacts.Status.Of((OperatingStatus)(1 + r.Next(5))), PlanWorld.StatedTier.Of((Tier)r.Next(5))),
                1 => new FactRecord(BusinessFacts.Type.Of(TypeOf(r)), BusinessFacts.DinersPerMeal.Of(r.Next(1500))),
                _ => new FactRecord(BusinessFacts.DinersPerMeal.Of(r.Next(1500) is var diners && diners % 7 == 0 ? null : diners)),
            }),
            [typeof(FactsCorrected)] = (r, d, _) => Corrected(r, d),
            [typeof(FactsDerived)] = (r, d, _) => new FactsDerived(new DerivedValues(new FactRecord(Happened.Of(r.Next(9))), [Known(r, d)])),
            [typeof(BusinessMoved)] = (r, d, _) => new BusinessMoved(Known(r, d), Pick(r, Places(d))),
            [typeof(BusinessRenamed)] = (r, d, _) => new BusinessRenamed(Known(r, d), $"name {r.Next(99)}"),
            [typeof(CreditCodeChanged)] = (r, d, _) => new CreditCodeChanged(Known(r, d), r.Next(4) == 0 ? default : UnifiedSocialCreditCode.WithCheckCharacter($"9251011500000{r.Next(9)}00{r.Next(9)}")),
            [typeof(LicenceChanged)] = (r, d, _) => new LicenceChanged(Known(r, d), r.Next(4) == 0 ? default : FoodLicenceNumber.WithCheckDigit($"JY251011500000{r.Next(9)}")),
            [typeof(LevelsLaidDown)] = (r, _, today) => new LevelsLaidDown(new LevelCorrespondence(
                $"{r.Next(1000)}", new Term(today.PlusDays(r.Next(12) - 3), r.Next(9) == 0 ? today.PlusDays(12 + r.Next(12)) : null), Made,
                Levels[r.Next(2)], Levels[1 + r.Next(2)], Levels[2], Levels[2 + r.Next(2)])),
            [typeof(CadreJoined)] = (r, d, _) => new CadreJoined(
                r.Next(8) == 0 ? Serving(r, d) : new CadreId($"k{r.Next(25):D2}"), Expertise.Of(Pick(r, [.. EnumCodes.All<BusinessSector>()]))),
            [typeof(CadreLeft)] = (r, d, _) => new CadreLeft(Serving(r, d)),
            [typeof(PostGiven)] = (r, d, today) => new PostGiven(
                Serving(r, d), $"title {r.Next(3)}", Pick(r, Offices(d)),
                new Term(today.PlusDays(r.Next(3) == 0 ? r.Next(30) : -r.Next(30)), r.Next(3) == 0 ? today.PlusDays(1 + r.Next(30)) : null), r.Next(3) == 0 ? r.Next(5) : null),
            [typeof(PostEnded)] = (r, d, _) => Pick(r, [.. d.Chains.Roster.Posts.Select(post => new PostEnded(post.Cadre, post.Area)), new PostEnded(Serving(r, d), Pick(r, Offices(d)))]),
            [typeof(BusinessesHandedOver)] = HandOver,
            [typeof(ChainRulesLaidDown)] = (r, _, today) => new ChainRulesLaidDown([.. ChainRules.National.Where(_ => r.Next(3) > 0).Select(rule => rule with { LeastShops = 1 + r.Next(20), InForce = new(today.PlusDays(-r.Next(9))) })]),
            [typeof(LoadCeilingsLaidDown)] = (r, _, _) => new LoadCeilingsLaidDown(new([.. Levels.Where(_ => r.Next(2) == 0).Select(level => r.Next(3) switch
            {
                0 => new LoadCeiling(level, new(1 + r.Next(4), Made)),
                1 => new LoadCeiling(level, Limit: new(1 + r.Next(6), Made)),
                _ => new LoadCeiling(level, new(1 + r.Next(3), Made), new(3 + r.Next(4), Made)),
            })])),
            [typeof(CommitmentSigned)] = (r, d, _) => new CommitmentSigned(
                new CommitmentId(1 + r.Next(500)), Serving(r, d), [.. Enumerable.Range(0, r.Next(8) == 0 ? 0 : 1 + r.Next(3)).Select(_ => Known(r, d))], "office"),
            [typeof(CommitmentEnded)] = (r, d, _) => new CommitmentEnded(
                Pick(r, [.. d.Commitments.Commitments.Where(commitment => commitment.Term.IsOpen).Select(commitment => commitment.Cadre).Order(), Serving(r, d)]), "left"),
            [typeof(DelegationMade)] = (r, d, today) => new DelegationMade(
                new DelegationId(1 + r.Next(60)), Serving(r, d), Serving(r, d),
                new Term(today.PlusDays(r.Next(12) - 1), r.Next(5) == 0 ? null : today.PlusDays(1 + r.Next(20))), $"leave {r.Next(9)}"),
            [typeof(DelegationRevoked)] = (r, d, today) => new DelegationRevoked(
                Pick(r, [.. d.Delegations.All.Where(delegation => !(delegation.Term.Until <= today)).Select(delegation => delegation.Id), new DelegationId(1 + r.Next(60))]), "back"),
            [typeof(RecallAct)] = (r, d, today) => RecallStepOf(r, d, today),
            [typeof(ReferralAct)] = (r, d, today) => ReferralStepOf(r, d, today),
            [typeof(StopAct)] = (r, d, today) => StopStepOf(r, d, today),

            [typeof(CalendarYearLaidDown)] = (r, d, _) => Announced(r, d.Calendar.Now.LastYear + (r.Next(4) == 0 ? 0 : 1)),
            [typeof(RecallTermsLaidDown)] = (r, _, _) => new RecallTermsLaidDown(r.Next(2) == 0 ? RecallTerms.Of2026 : new RecallTerms($"{r.Next(9)}", Made, (1 + r.Next(24), 36, 48), (5, 6, 7 + r.Next(9)))),
            [typeof(ReportingRulesLaidDown)] = (r, _, _) => new ReportingRulesLaidDown(Pick(r, [ReportingRules.Sichuan2017, ReportingRules.Hainan2017, ReportingRules.Xian2018, []])),
            [typeof(RectificationRulesLaidDown)] = (r, _, _) => new RectificationRulesLaidDown(new RectificationRules
            {
                MostExtensions = r.Next(3), VerifierIsNotReporter = r.Next(2) == 0, OnTheSpot = new(r.Next(2) == 0 ? [FindingSeverity.General] : [FindingSeverity.General, FindingSeverity.Key], Made), NoticeDays = r.Next(4), GraceWorkingDays = r.Next(4), LookBack = r.Next(2) == 0 ? null : TimeLimit.Days(1 + r.Next(9)),
            }),
            [typeof(RecordDutiesLaidDown)] = (r, _, _) => new RecordDutiesLaidDown(
                [SelfControlDuties.Daily with { Cadence = r.Next(2) == 0 ? Cadence.Day : Cadence.WorkingDay, Makers = r.Next(2) == 0 ? [SafetyPost.Officer] : [SafetyPost.Officer, SafetyPost.Director] }, SelfControlDuties.Weekly, SelfControlDuties.Monthly]),
            [typeof(AppealTermsLaidDown)] = (r, _, _) => new AppealTermsLaidDown(Terms(r)),
            [typeof(InspectionRulesLaidDown)] = (r, _, _) => new InspectionRulesLaidDown(InspectionRulesOf(r)),
            [typeof(FrequenciesLaidDown)] = (r, _, _) => new FrequenciesLaidDown(Frequencies(r)),
            [typeof(ScorecardTermsLaidDown)] = (r, _, _) => new ScorecardTermsLaidDown(new ScorecardTerms { Period = Pick(r, [Cadence.Month, Cadence.Quarter, Cadence.HalfYear]) }),
            [typeof(ScoreSheetsLaidDown)] = (r, _, _) => new ScoreSheetsLaidDown(r.Next(6) == 0 ? [] : [IllustrativeAssessment.TownSheet]),
            [typeof(FollowUpDeadlineSettled)] = (r, d, _) => Pick(r, [.. d.FollowUps.Open.Where(open => open.Due?.IsProvisional == true).Select(open => (open.Id, open.Due)), (new FollowUpId(1, 99), null)], last: 1) is var (id, due)
                ? new FollowUpDeadlineSettled(id, Later(r, due)) : null!,
            [typeof(CaseDeadlineSettled)] = (r, d, _) => Pick(r, [.. d.Cases.All.Where(open => open.Due?.IsProvisional == true).Select(open => (open.Id, open.Due)), (new CaseId(99), null)], last: 1) is var (id, due)
                ? new CaseDeadlineSettled(id, Later(r, due)) : null!,
            [typeof(ProcessLaidDown)] = (r, _, today) => new ProcessLaidDown(Complaints.Version($"{1 + r.Next(40)}", 1 + r.Next(9), new Term(today.PlusDays(r.Next(9) - 4), r.Next(3) == 0 ? today.PlusDays(9) : null))),
            [typeof(StepTaken)] = Step,
            [typeof(OutreachOpened)] = (r, _, _) => new OutreachOpened(
                new(1 + r.Next(30)), ("送达", "campaign"), r.Next(3) == 0 ? [OutreachMaterial.Card] : [OutreachMaterial.Letter, OutreachMaterial.Card]),
            [typeof(OutreachTargeted)] = (r, d, _) => new OutreachTargeted(Campaign(r, d), Several(r, d)),
            [typeof(OutreachDelivered)] = (r, d, _) => new OutreachDelivered(Campaign(r, d), (r.Next(3) == 0 ? OutreachMaterial.Letter : OutreachMaterial.Card).Code, Several(r, d), $"photo {r.Next(9)}"),
            [typeof(MechanismAdopted)] = (r, _, today) => new MechanismAdopted(Mechanism(r.Next(8), today), "as decided"),
            [typeof(RoutineDone)] = (r, _, today) => new RoutineDone(r.Next(20) == 0 ? "unknown" : Pick(r, Routines), today.PlusDays(1 - r.Next(12)), $"minutes {r.Next(9)}"),
            [typeof(MilestoneReached)] = (r, _, _) => new MilestoneReached("line", $"{r.Next(9)}"),
            [typeof(GridsLaidDown)] = (r, d, _) => new GridsLaidDown([.. Enumerable.Range(0, r.Next(4)).Select(n => new Grid($"g{n}", ("网格", "grid"), $"k{r.Next(9)}", Pick(r, Places(d))))]),
            [typeof(StationsLinked)] = (r, d, _) => new StationsLinked(
                AreaCode.Parse("510115"), [.. Enumerable.Range(0, r.Next(3)).Select(n => (Station: $"s{n}", Town: Pick(r, Towns(d)))).DistinctBy(link => r.Next(9) == 0 ? default : link.Town).Select(link => new StationLink(link.Station, link.Town))]),

            [typeof(PointsGiven)] = (r, d, today) => new PointsGiven(
                new(1 + r.Next(90)), IllustrativeAssessment.TownSheet.Id, Pick(r, EventLines), Assessee.Town(Pick(r, Towns(d))), new Domain.Assessment.Evidence($"visit-{r.Next(9)}", ("督导记录", "record of a visit")),
                today.PlusDays(-r.Next(15)), r.Next(2) == 0 ? null : 1 + r.Next(5)),
            [typeof(IncidentPolicyLaidDown)] = (r, _, today) => new IncidentPolicyLaidDown(IncidentPolicy(r, today)),
            [typeof(IncidentAct)] = Incident,
            [typeof(WarningAct)] = Warning,

            [typeof(PersonTrained)] = (r, _, _) => new PersonTrained(Person(r), 1 + r.Next(30), "law"),
            [typeof(PersonAssessed)] = (r, _, _) => new PersonAssessed(new AssessmentResult(Person(r), AssessmentStandard.Makers2019, 30, 24 + r.Next(7))),
            [typeof(PersonBarred)] = (r, _, today) => new PersonBarred(new PostBar(
                Person(r), r.Next(4) == 0 ? PostBarGround.FoodSafetyCrime : PostBarGround.LicenceRevoked, today.PlusDays(r.Next(3) - r.Next(2000)))),
            [typeof(AppointmentMade)] = (r, d, today) => new AppointmentMade(new Appointment(
                new(1 + r.Next(80)), Person(r), Known(r, d), (SafetyPost)(1 + r.Next(3)), new Term(today.PlusDays(r.Next(4)), r.Next(3) == 0 ? today.PlusDays(4 + r.Next(20)) : null))
            {
                IsManagement = r.Next(5) > 0, IsPartTime = r.Next(2) == 0, Employer = r.Next(4) == 0 ? PostEmployer.ContractingUnit : PostEmployer.Business,
            }),
            [typeof(AppointmentEnded)] = (r, d, today) => new AppointmentEnded(Appointed(r, d, held => held.Term.Contains(today)), "left"),
            [typeof(WentOffDuty)] = (r, d, today) => new WentOffDuty(
                Appointed(r, d, held => held.Term.Contains(today)), new Term(today.PlusDays(r.Next(4)), r.Next(4) == 0 ? null : today.PlusDays(4 + r.Next(9))), "ill"),
            [typeof(CameBackOnDuty)] = (r, d, today) => new CameBackOnDuty(Appointed(r, d, held => held.OffDuty.Any(off => off.Term.Contains(today)))),
            [typeof(RecordsBegun)] = (r, _, today) => new RecordsBegun(today.PlusDays(-r.Next(9))),
            [typeof(RecordMade)] = (r, d, today) => d.Staff.OnDutyOn(today) is { Length: > 0 } onDuty && Pick(r, [.. onDuty]) is var held
                ? new RecordMade(held.Business, RecordOf(held.Post), held.Person, r.Next(3))
                : new RecordMade(Known(r, d), SelfControlKind.DailyControl, Person(r), r.Next(3)),
            [typeof(RecordsKept)] = (r, d, _) => new RecordsKept((SelfControlKind)(1 + r.Next(3)), Some(r, d)),
            [typeof(RecordsWithdrawn)] = (r, d, today) => d.SelfControl.Records.ToArray() is { Length: > 0 } records && Pick(r, records) is var record
                ? new RecordsWithdrawn(record.Kind, record.Date, BusinessSet.Of(record.Business), "mistaken")
                : new RecordsWithdrawn(SelfControlKind.DailyControl, today, Some(r, d), "mistaken"),
            [typeof(OperationMarked)] = (r, d, today) => new OperationMarked(
                Known(r, d), new Term(today.PlusDays(r.Next(30) - 40), r.Next(2) == 0 ? null : today.PlusDays(r.Next(30) - 5)), r.Next(3) == 0)
            {
                Weekdays = r.Next(3) == 0 ? [(IsoDayOfWeek)(1 + r.Next(7))] : [],
            },
            [typeof(StaffingLaidDown)] = (r, _, _) => new StaffingLaidDown(Pick(r, [StaffingRules.National, StaffingRules.ByTier, new StaffingTimeline(StaffingRules.DirectorsInTiersAB), new StaffingTimeline()])),

            [typeof(ChecklistAdopted)] = (r, d, _) => new ChecklistAdopted(ListOf(r.Next(8) == 0 ? 0 : d.Checklists.History.Count)),
            [typeof(InspectionPlanned)] = (r, d, today) => new InspectionPlanned(new(1 + r.Next(400)), TaskOf(r, d, today)),
            [typeof(InspectionBegun)] = (r, d, _) => Of(r, d, InspectionState.Planned) is var id && r.Next(8) == 0
                ? new InspectionBegun(id, new InspectionTeam(InspectionForm.Video, new Inspector("li")))
                : new InspectionBegun(id, new InspectionTeam(InspectionForm.OnSite, new Inspector("li", "c-1", Serving(r, d)), new Inspector("wang", "c-2"))),
            [typeof(InspectionFinished)] = (r, d, _) => new InspectionFinished(Of(r, d, InspectionState.UnderWay), ResultOf(r)),
            [typeof(InspectionPublished)] = (r, d, _) => new InspectionPublished(Of(r, d, InspectionState.Finished, onlyBureaus: true)),
            [typeof(InspectionCancelled)] = (r, d, _) => new InspectionCancelled(Of(r, d, (InspectionState)(1 + r.Next(2))), "shut that day"),
            [typeof(InspectionCorrected)] = (r, d, _) => new InspectionCorrected(Of(r, d, Either(r, d)), "a slip of the pen"),
            [typeof(InspectionReplaced)] = (r, d, _) => new InspectionReplaced(Of(r, d, Either(r, d)), new(401 + r.Next(400)), ResultOf(r), "wrong item"),
            [typeof(ReplacementRecorded)] = (r, d, today) => new ReplacementRecorded(
                new(801 + r.Next(9)), new(1 + r.Next(400)), TaskOf(r, d, today), new InspectionTeam(InspectionForm.OnSite, new Inspector("li", "c-1")), today, ResultOf(r)),
            [typeof(FindingRecorded)] = (r, d, _) => Recorded(r, d),
            [typeof(RoundOpened)] = (r, d, today) => new RoundOpened(
                new(1 + r.Next(40)), new Round(("轮", "round"), today.PlusDays(-20 - r.Next(20)), [RoundTask.Visit, RoundTask.Training], [new(today.PlusDays(30), 0.8m)], Made)),
            [typeof(RoundMarked)] = (r, d, today) => Marked(r, d, today),

            [typeof(RectificationAct)] = (r, d, _) => Rectify(r, d),

            [typeof(ReportPublished)] = Published,
            [typeof(ReportWithdrawn)] = (r, d, _) => new ReportWithdrawn(
                Pick(r, [.. d.Publications.All.Where(d.Publications.Stands).Select(report => report.Id), new PublicationId(1 + r.Next(60))], last: r.Next(9) == 0 ? 0 : 1), "counted twice"),
        };
        _makers[typeof(BusinessMovedOut)] = (r, d, today) => new BusinessMovedOut(
            new(Pick(r, [AreaCode.Parse("510115"), AreaCode.Parse("51"), AreaCode.Parse("510116")]), 1 + r.Next(40)), Known(r, d), AreaCode.Parse(r.Next(9) == 0 ? "510115" : "510117001"), today.PlusDays(r.Next(9) - 1), $"moved {r.Next(9)}");
        _makers[typeof(TransferReceived)] = (r, d, today) => new TransferReceived(Transfer(r, today));
        _makers[typeof(BusinessMovedIn)] = (r, d, today) => new BusinessMovedIn(
            UnderWay(r, d, RelocationState.Expected), Pick(r, [new BusinessId($"m{r.Next(40)}"), .. d.Relocations.All.Where(one => one.IsFromHere).Select(one => one.Business)]), Pick(r, Places(d)));
        _makers[typeof(ArrivalConfirmed)] = (r, d, today) => new ArrivalConfirmed(new(UnderWay(r, d, RelocationState.Left), "another district", AreaCode.Parse("510117001"), new("there"), today));
        _makers[typeof(RelocationCancelled)] = (r, d, _) => new RelocationCancelled(UnderWay(r, d, RelocationState.Left + (byte)r.Next(2)), "stays");
        AddGrading(d => d.Tiers);
        AddGrading(d => d.RiskGrades);
        AddGrading(d => d.GradingOf<OwnGrade>());
    }

    private static RelocationId UnderWay(Random random, District d, RelocationState state) =>
        Pick(random, [.. d.Relocations.All.Where(one => one.State == state).Select(one => one.Id), new RelocationId(AreaCode.Parse("510118"), 99)], last: 1);

    private static BusinessTransfer Transfer(Random random, LocalDate today) => new(
        new(AreaCode.Parse(random.Next(9) == 0 ? "510115" : "510118"), 1 + random.Next(30)), "another district", AreaCode.Parse("510118001"), AreaCode.Parse(random.Next(9) == 0 ? "510119" : "510115"),
        today.PlusDays(-random.Next(5)), today.PlusDays(random.Next(9) - 1), new("theirs"), $"newcomer {random.Next(9)}")
    {
        Facts = [new(BusinessFacts.Type.Id, BusinessFacts.Type.Name, TypeOf(random).Code()), new(BusinessFacts.DinersPerMeal.Id, BusinessFacts.DinersPerMeal.Name, $"{random.Next(900)}"), new("theirs-alone", ("外地指标", "theirs alone"), "7")],
        Grades = [new("tier", "B")],
        Problems = [new(new(1 + random.Next(9)), RectificationState.Claimed, FindingSeverity.General, today.PlusDays(-9), "no certificates")],
    };

    /// <summary>The condition of the user's own that some policies ask.</summary>
    public CustomCondition Fuse => _fuse;

    /// <summary>While it is armed, a policy that asks the fuse throws.</summary>
    public bool IsArmed { get => _isArmed; set => _isArmed = value; }

    /// <summary>The tier of the day before as its number; null where there was none.</summary>
    public static decimal? TierBeforeOf(District d, BusinessId business, LocalDate day) => d.Tiers.DecisionBefore(business, day).FindGrade() is { } tier ? (int)tier : null;

    /// <summary>Everything that this district's rooms know to have happened at a business: no room may be forgotten when derived facts are computed.</summary>
    public static IEnumerable<HistoryEvent> HappenedAt(District d, BusinessId business)
    {
        if (_isArmed)
        {
            throw new FuseException();
        }

        return Of(d.Inspections.InspectionsOf(business).SelectMany(one => d.Inspections.HistoryOf(one.Id)))
            .Concat(d.Findings.About(InspectionSubject.OfBusiness(business)).Select(finding => finding.FoundOn))
            .Concat(Of(d.Rectifications.All.Where(one => one.Business == business).SelectMany(one => d.Rectifications.HistoryOf(one.Id))))
            .Concat(Of(d.Recalls.All.Where(one => one.Goods.Business == business).SelectMany(one => d.Recalls.HistoryOf(one.Id))))
            .Concat(Of(d.Referrals.All.Where(one => one.Business == business).SelectMany(one => d.Referrals.HistoryOf(one.Id))))
            .Concat(Of(d.Stops.All.Where(one => one.Business == business).SelectMany(one => d.Stops.HistoryOf(one.Id))))
            .Concat(Of(d.Cases.All.Where(one => one.Business == business).SelectMany(one => d.Cases.HistoryOf(one.Id))))
            .Concat(Of(d.Incidents.All.Where(one => one.Subject.Businesses.Contains(business)).SelectMany(one => d.Incidents.HistoryOf(one.Id))))
            .Concat(Of(d.Warnings.All.Where(one => one.Subject.Businesses.Contains(business)).SelectMany(one => d.Warnings.HistoryOf(one.Id))))
            .Concat(Of(d.Staff.All.Where(one => one.Business == business).SelectMany(one => d.Staff.HistoryOf(one.Id))))
            .Concat(d.Commitments.Commitments.Where(one => one.Businesses.Contains(business)).Select(one => one.Term.From))
            .Concat(d.SelfControl.Records.Where(record => record.Business == business).Select(record => record.Date))
            .Concat(d.Campaigns.All.Select(campaign => campaign.FindTargeted(business)).OfType<LocalDate>())
            .Concat(d.Rounds.All.Where(round => round.Reaches(business)).SelectMany(round => round.Round.Tasks.Select(task => round.FindDay(business, task))).OfType<LocalDate>())
            .Concat(d.Businesses.HistoryOf(business).Where(told => !told.IsDerived).Select(told => told.On))
            .Concat(d.Tiers.AssignmentsOf(business).Select(set => set.From))
            .Select(on => new HistoryEvent(on));

        static IEnumerable<LocalDate> Of<TAct>(IEnumerable<Done<TAct>> history) where TAct : Act => history.Where(done => done.Counts).Select(done => done.On);
    }

    public bool Makes(Type kind) => _makers.ContainsKey(kind);

    public Act Make(Type kind, Random random, District district, LocalDate today) => _makers[kind](random, district, today);

    /// <summary>A unit of one to four acts, or of a day that began; some of acts made without looking, which are mostly refused.</summary>
    public ImmutableArray<Act> Unit(Random random, District district, Stamp stamp, LocalDate today)
    {
        if (random.Next(9) == 0)
        {
            return [new DayBegan()];
        }

        var isBlind = random.Next(6) == 0;
        ImmutableArray<Act> unit = [];
        Act? refused = null;
        for (var left = 1 + random.Next(5); left > 0; left--)
        {
            var kind = KindFor(random);
            var act = isBlind ? Make(kind, random, district, today) : FindLikely(kind, random, district, stamp, today, unit, out refused);
            // One that is not taken takes the others of its unit with it: now and then is enough.
            act ??= random.Next(8) == 0 ? refused : null;
            unit = act is null ? unit : unit.Add(act);
        }

        return unit.IsEmpty ? [refused!] : unit;
    }

    /// <summary>An act that the district would take after those before it in the unit, of a kind, or of the one that has to come before; null and the last that was tried where none is found.</summary>
    private Act? FindLikely(Type kind, Random random, District district, Stamp stamp, LocalDate today, ImmutableArray<Act> before, out Act refused)
    {
        refused = Make(kind, random, district, today);
        for (var tries = 0; ; tries++)
        {
            if (IsTaken(district, stamp, before.Add(refused)))
            {
                return refused;
            }

            if (tries == MostTries)
            {
                return After.TryGetValue(kind, out var first) ? FindLikely(first, random, district, stamp, today, before, out refused) : null;
            }

            refused = Make(kind, random, district, today);
        }
    }

    private static bool IsTaken(District district, Stamp stamp, ImmutableArray<Act> acts)
    {
        try
        {
            district.Preview(stamp, acts);
            return true;
        }
        catch (ActsRefusedException)
        {
            return false;
        }
    }

    // A history is mostly about some kinds, so that their acts meet; with all kinds alike they would hardly ever.
    private Type KindFor(Random random)
    {
        if (_focus.IsEmpty)
        {
            var kinds = Asked.ToArray();
            random.Shuffle(kinds);
            _focus = [.. kinds[..Math.Min(kinds.Length, 12)]];
        }

        return random.Next(5) == 0 ? Late[random.Next(Late.Length)] : random.Next(4) == 0 ? Asked[random.Next(Asked.Length)] : _focus[random.Next(_focus.Length)];
    }

    /// <summary>What a district begins with, so that later acts have something to be about.</summary>
    public ImmutableArray<Act> Founding(Random random, LocalDate today)
    {
        AreaCode[] founded = CodesFrom(PlanWorld.SmallTree, AreaLevel.Town), offices = CodesFrom(PlanWorld.SmallTree, AreaLevel.City);
        Business[] businesses = [.. Enumerable.Range(0, 8).Select(_ => NewBusiness(random, founded)).Prepend(new Business(Inspected, "name 0", founded[0], BusinessType.Restaurant)).DistinctBy(business => business.Id)];
        return
        [
            AreasLaidDown.Of(PlanWorld.SmallTree, Made),
            new ScoreSheetsLaidDown([IllustrativeAssessment.TownSheet]),
            new LevelsLaidDown(LevelCorrespondence.Default),
            new PolicyLaidDown<Tier>(Policy(Tiers.Scale, "0", new LocalDate(2022, 1, 1), 1000, 300, 50, withFuse: random.Next(4) == 0)),
            new PolicyLaidDown<RiskGrade>(Policy(RiskGrades.Scale, "0", new LocalDate(2022, 1, 1), 900, 400, 100, withFuse: false)),
            new AppealTermsLaidDown(new AppealTerms(TimeLimit.WorkingDays(15, Made)) { FileWithin = TimeLimit.WorkingDays(9, Made), Publication = GradePublication.AfterWaiting(TimeLimit.WorkingDays(2, Made)) }),
            new FrequenciesLaidDown(Frequencies(random)),
            .. random.Next(2) == 0 ? (Act[])[new InspectionRulesLaidDown(InspectionRulesOf(random))] : [],
            new MechanismAdopted(Mechanism(0, today), "begun"),
            new ProcessLaidDown(Complaints.Version("0")),
            new OutreachOpened(new(1), ("一封信", "letter"), [OutreachMaterial.Letter, OutreachMaterial.Card]),
            new BusinessesOpened([.. businesses]),
            .. businesses.Take(3).SelectMany((business, n) => (Act[])[new AppealFiled<Tier>(new(101 + n), business.Id, "too strict"), new AppealFiled<RiskGrade>(new(101 + n), business.Id, "too strict")]),
            // What can be ended, withdrawn, put right or marked is there.
            .. businesses.Skip(3).Take(2).SelectMany((business, n) => (Act[])
            [
                new GradeAssigned<Tier>(new(59 + n), AssignmentKind.Override, business.Id, Tier.A, today.PlusDays(10 + random.Next(40)), "as decided", today),
                new GradeAssigned<RiskGrade>(new(59 + n), AssignmentKind.Override, business.Id, RiskGrade.D, today.PlusDays(10 + random.Next(40)), "as decided", today),
                new FactsStated(business.Id, new FactRecord(BusinessFacts.DinersPerMeal.Of(random.Next(1500)))),
                // What somebody set stands whatever is known of the business, so that it can be told, and made public in some days.
                new GradeNotified<Tier>(new(101 + n), business.Id), new GradeNotified<RiskGrade>(new(101 + n), business.Id),
            ]),
            .. random.Next(2) == 0 ? (Act[])[] :
            [
                new PolicyLaidDown<Tier>(Policy(Tiers.Scale, "1", today.PlusDays(random.Next(20)), 700, 200, 40, withFuse: false)),
                new PolicyLaidDown<RiskGrade>(Policy(RiskGrades.Scale, "1", today.PlusDays(random.Next(20)), 600, 300, 90, withFuse: false)),
            ],
            new RoundOpened(
                new(101), new Round(("轮", "round"), today.PlusDays(-15), [RoundTask.Visit, RoundTask.Training], [new(today.PlusDays(30), 0.8m)], Made),
                [.. businesses.Select(business => new RoundBusiness(business.Id, Tier.B, business.Area))]),
            new StaffingLaidDown(StaffingRules.ByTier),
            new RecordsBegun(today.PlusDays(-20)),
            .. businesses.Select((business, n) => new AppointmentMade(new Appointment(new(100 + n), new($"f{n}"), business.Id, (SafetyPost)(1 + n % 3), new Term(today)) { IsManagement = true })),
            .. Enumerable.Range(0, 4).Select(n => new WentOffDuty(new(100 + n), new Term(today.PlusDays(n)), "ill")),
            new ChecklistAdopted(ListOf(0)),
            .. Enumerable.Range(0, 10).Select(n => new CadreJoined(new CadreId($"k{n:D2}"))),
            .. businesses.Take(2).Select((business, n) => new CommitmentSigned(new CommitmentId(501 + n), new CadreId($"k{n:D2}"), [business.Id], "office")),
            .. Enumerable.Range(0, 3).Select(n => new DelegationMade(new DelegationId(101 + n), new CadreId($"k{n:D2}"), new CadreId($"k{n + 5:D2}"), new Term(today), "leave")),
            new IncidentPolicyLaidDown(IncidentPolicies.Jiangsu2022),
            .. Enumerable.Range(0, 10).Select(n => new PostGiven(new CadreId($"k{n:D2}"), "head", offices[(n + random.Next(3)) % offices.Length], new Term(today.PlusDays(-30)), random.Next(3) == 0 ? 3 : null)),
            .. Enumerable.Range(0, 6).SelectMany(n => Visited(random, new InspectionId(1001 + n), n, today)),
            // What was told by a year that nobody has announced yet is settled when it is.
            .. businesses.Take(3).Select((business, n) => StepTaken.Begin(new(101 + n), Complaints.Code, "register", business.Id, new FieldValue("channel", $"c{n}"))),
            new FindingRecorded(new(1), InspectionSubject.OfArea(offices[0]), FindingSource.Complaint, FindingSeverity.General, "complained of"),
        ];
    }

    /// <summary>Mostly somebody who answers for a business, and somebody else in the same area.</summary>
    private static BusinessesHandedOver HandOver(Random r, District d, LocalDate today)
    {
        if (d.Chains.Plan is not { } plan || r.Next(8) == 0)
        {
            return new(Serving(r, d), Serving(r, d), [.. Enumerable.Range(0, r.Next(3)).Select(_ => Known(r, d))]);
        }

        var load = Pick(r, [.. plan.Loads.Where(load => load.Total > 0).DefaultIfEmpty(new SeatLoad(new Seat(Serving(r, d), Pick(r, Offices(d))), 0, 0, 0))]);
        var rows = EnumCodes.All<ResponsibleStep>().SelectMany(step => plan.RowsOf(load.Seat, step)).Distinct().Order().ToArray();
        var to = Pick(r, [.. d.Chains.Roster.PostsIn(load.Seat.Area, today).Select(post => post.Cadre).Where(cadre => cadre != load.Seat.Cadre), Serving(r, d)]);
        return new(load.Seat.Cadre, to, [.. rows.Skip(r.Next(2)).Take(1 + r.Next(3)).Select(d.Businesses.Register.IdAt)]);
    }

    private static AppealTerms Terms(Random r) => new(Limit(r))
    {
        FileWithin = r.Next(3) == 0 ? null : Limit(r),
        MayNotDecide = Pick(r, [AppealTerms.Assumed.MayNotDecide, [], [ReviewBar.Inspector, ReviewBar.Filer, ReviewBar.Rater]]),
        Publication = r.Next(3) switch { 0 => null, 1 => GradePublication.AtOnce(Made), _ => GradePublication.AfterWaiting(Limit(r)) with { WaitsForAppeal = r.Next(2) == 0 } },
        InspectionEndsOverrides = r.Next(2) == 0,
    };

    private static TimeLimit Limit(Random r) => (r.Next(2) == 0 ? TimeLimit.Days(1 + r.Next(20), Made) : TimeLimit.WorkingDays(1 + r.Next(20), Made)) with { IncludesFirstDay = r.Next(2) == 0 };

    /// <summary>Rules of a place: how many inspect, who signs, and what is found again differ, and now and then there is a severity above the key ones.</summary>
    private static InspectionRules InspectionRulesOf(Random r)
    {
        var rules = InspectionRules.BuiltIn with { RaisedBy = new(r.Next(3), Made), RestMonths = new(r.Next(4), Made) };
        foreach (var kind in EnumCodes.All<InspectionKind>())
        {
            var own = rules.Of(kind);
            rules = rules.With(own with
            {
                Inspectors = new(r.Next(3), Made),
                Certificates = new(r.Next(3) == 0, Made),
                Extent = new(Pick(r, [.. EnumCodes.All<InspectionExtent>()]), Made),
                Signature = new(r.Next(2) == 0, Made),
                Publication = r.Next(3) == 0 ? new(null, Made) : new(TimeLimit.WorkingDays(1 + r.Next(20), Made), Made),
            });
        }

        return r.Next(2) == 0 ? rules : rules with { Severities = [.. rules.Severities, new SeverityLevel(new("grave"), ("严重", "grave"))] };
    }

    private static FrequencyPolicy Frequencies(Random r) => (r.Next(2) == 0 ? FrequencyPolicy.Default : new FrequencyPolicy(
        new InspectionFrequency("own", ("自定", "own"), InspectionKind.Routine, Cadence.Month, Made)
        {
            Grades = [GradeSelection.Of(RiskGrade.A, RiskGrade.C), GradeSelection.Of(Tier.B, Tier.C)],
            When = BusinessFacts.DinersPerMeal >= 100,
        })) with
    {
        Intervals =
        [
            .. Enumerable.Range(0, r.Next(4)).Select(n => new InspectionInterval(
                $"i{n}", ("间隔", "interval"), Pick(r, [InspectionKind.Routine, InspectionKind.CadreVisit]), r.Next(5), 5 + r.Next(30), IntervalUnit.Day, Made)
            {
                After = r.Next(3) == 0 ? [InspectionKind.Routine, InspectionKind.Unannounced] : [],
                FullOnly = r.Next(4) == 0,
                Grades = Pick<ItemList<GradeSelection>>(r, [[], [GradeSelection.Of(Tier.A, Tier.D)], [GradeSelection.Of(RiskGrade.D, RiskGrade.B), GradeSelection.Of(Tier.C)]]),
                When = r.Next(3) == 0 ? BusinessFacts.DinersPerMeal >= 200 : null,
                InForce = r.Next(3) == 0 ? new Term(Begun.PlusDays(r.Next(60))) : default,
            }),
        ],
    };

    /// <summary>A year that joins those announced, mostly with days of its own.</summary>
    private static CalendarYearLaidDown Announced(Random r, int year) =>
        r.Next(12) == 0 ? new CalendarYearLaidDown(2031, [], Made) : new CalendarYearLaidDown(year, [.. Notice(r, year + (r.Next(9) == 0 ? 1 : 0))], Made);

    /// <summary>The days of a year as they were announced, or as nobody announced them.</summary>
    private static IEnumerable<CalendarDay> Notice(Random r, int year) => year > WorkingCalendar.China.LastYear || r.Next(2) == 0 ? Calendars.MadeUp(year) : WorkingCalendar.China.DaysOf(year);

    /// <summary>A sure deadline on the last day of one that was told, mostly, or some days after it.</summary>
    private static Deadline Later(Random r, Deadline? told) => Deadline.AtEndOf((told?.LastDay ?? Begun).PlusDays(r.Next(4) - (r.Next(9) == 0 ? 1 : 0)), ChinaTime.Zone);

    private static AreaCode[] CodesFrom(AreaTree areas, AreaLevel level) => [.. areas.Areas.Where(area => area.Level >= level).Select(area => area.Code)];

    private static AreaCode[] Places(District d) => CodesFrom(d.Areas.Tree, AreaLevel.Town);

    private static AreaCode[] Offices(District d) => CodesFrom(d.Areas.Tree, AreaLevel.City);

    private static AreaCode[] Towns(District d) => [.. Places(d).Where(place => place.Level == AreaLevel.Town)];

    /// <summary>Merges, splits, renames, recodes or abolishes a town or a village, or puts it under another; now and then as nobody may.</summary>
    private static AreasChanged Changed(Random r, District d)
    {
        var (tree, place) = (d.Areas.Tree, Pick(r, Places(d)));
        var area = tree[place];
        var under = place.Level == AreaLevel.Village && r.Next(4) == 0 ? Pick(r, Towns(d)) : area.Parent!.Value.Code;
        AreaCode[] beside = [.. tree[under].Children.Select(child => child.Code).Where(code => code != place)];
        List<AreaSucceeded> successions = [];
        List<ListedArea> listed = [];
        List<BusinessPlaced> placed = [];
        switch (r.Next(8))
        {
            case 0:
                listed.Add(new(place, $"name {r.Next(99)}"));
                break;
            case 1 or 2 when beside.Length > 0:
                Become(place, Pick(r, beside));
                break;
            case 3 when place.Level == AreaLevel.Village:
                AreaCode[] parts = r.Next(2) == 0 ? [place, New(under)] : [New(under), New(under)];
                successions.Add(new(place, [.. parts.Distinct()]));
                listed.AddRange(parts.Distinct().Where(part => part != place).Select(part => new ListedArea(part, "part")));
                placed.AddRange(d.Businesses.Register.Businesses.Where(business => business.Area == place && r.Next(20) > 0).Select(business => new BusinessPlaced(business.Id, Pick(r, parts))));
                break;
            case 4 when place.Level == AreaLevel.Village && r.Next(3) == 0:
                successions.Add(new(place, []));
                placed.AddRange(d.Businesses.Register.Businesses.Where(business => business.Area == place).Select(business => new BusinessPlaced(business.Id, under)));
                break;
            default:
                var code = New(under);
                listed.Add(new(code, $"name {r.Next(99)}"));
                Become(place, code);
                break;
        }

        return new AreasChanged([.. successions], [.. listed], [.. placed], Made);

        // With everything in it; what has its last digits in the other town becomes what stands there.
        void Become(AreaCode from, AreaCode to)
        {
            successions.Add(new(from, [to]));
            foreach (var child in tree[from].Children)
            {
                var inside = new AreaCode(to.Value + child.Code.Value - from.Value);
                successions.Add(new(child.Code, [inside]));
                if (tree.Find(inside) is null)
                {
                    listed.Add(new(inside, child.Name));
                }
            }
        }

        AreaCode New(AreaCode above) => new(above.Value + (1 + r.Next(40)) * (above.Level == AreaLevel.Town ? 1 : 1000));
    }

    private static FactsCorrected Corrected(Random r, District d)
    {
        var told = Enumerable.Range(0, d.Businesses.Register.Count).SelectMany(row => d.Businesses.HistoryOf(d.Businesses.Register.IdAt(row)))
            .Where(told => told is { CorrectedBy: null, IsDerived: false, Act: FactsStated }).Select(told => (((FactsStated)told.Act).Business, told.Place)).Append((new BusinessId("unknown"), new ActPlace(1, 0))).ToArray();
        var (business, place) = Pick(r, told, last: 1);
        return new FactsCorrected(business, new FactRecord(BusinessFacts.DinersPerMeal.Of(r.Next(1500))), place, "a typing slip");
    }

    // Some say of the past what others do not, so that what was done has a place in one and none in the other.
    private static WorkMechanism Mechanism(int sort, LocalDate today) => WorkMechanism
        .Define(new MechanismScheme("bare", ("仅例行工作", "routines only"), groups: 0, lines: 1, Made))
        .Lines(new WorkLine("line", ("工作线", "line"), "lead", Begun, ("路径", "path"), Enumerable.Range(0, sort == 1 ? 4 : 8).Select(n => new Milestone($"{n}", ("节点", "milestone"), Begun.PlusDays(20 * n))))
        {
            Measures = [("措施", "measure")],
        })
        .Routines(
            new Routine(Routines[0], ("日调度", "dispatch"), Cadence.WorkingDay, "office", new Term(Begun), Made),
            new Routine(Routines[1], ("周协调", "coordination"), sort == 2 ? Cadence.Month : Cadence.Week, "office", new Term(Begun), Made),
            new Routine(Routines[2], ("总结", "summary"), Cadence.Month, "office", new Term(Begun, sort == 3 ? today.PlusDays(sort) : null), Made))
        .Build();

    /// <summary>A step that a case allows, mostly, or the beginning of one.</summary>
    private static StepTaken Step(Random r, District d, LocalDate today)
    {
        Case[] open = [.. d.Cases.All.Where(known => !known.IsClosed)];
        var channel = new FieldValue("channel", $"c{r.Next(3)}");
        if (open.Length == 0 || r.Next(3) == 0)
        {
            return StepTaken.Begin(new(1 + r.Next(60)), Complaints.Code, "register", r.Next(2) == 0 ? null : Known(r, d), [channel]);
        }

        var known = Pick(r, open);
        var step = r.Next(12) == 0 ? known.Process.Steps[0] : Pick(r, [.. d.Cases.AllowedSteps(known.Id)]);
        return StepTaken.Take(known.Id, step.Code, [.. step.Needs.Skip(r.Next(20) == 0 ? 1 : 0).Select(field => new FieldValue(field, $"v{r.Next(9)}"))]);
    }

    /// <summary>The figures of a day as they are known now: of today, or of a day before; in the place of those that stand.</summary>
    private static ReportPublished Published(Random r, District d, LocalDate today)
    {
        // Of a day before it was founded there is nothing to publish.
        var seen = d.AsOf(today.PlusDays(-r.Next(6))) is { Areas.Count: > 0 } past ? past : d.AsOf(today);
        var entry = Scorecard.Of(seen)[Pick(r, CodesFrom(seen.Areas, r.Next(9) == 0 ? AreaLevel.City : AreaLevel.Town))];
        var standing = d.Publications.About(entry.Area.Code, seen.Day).FirstOrDefault(report => d.Publications.Stands(report) && report.Report.From == entry.Period.Start);
        return entry.Publish(new(1 + r.Next(60)), standing is null || r.Next(20) == 0 ? null : new(standing.Id, "late deeds arrived"));
    }

    private static CampaignId Campaign(Random r, District d) => Pick(r, [.. d.Campaigns.All.Select(campaign => campaign.Id), new CampaignId(99)], last: r.Next(20) == 0 ? 0 : 1);

    private static ImmutableArray<BusinessId> Several(Random r, District d) => [.. Enumerable.Range(0, r.Next(12) == 0 ? 0 : 1 + r.Next(4)).Select(_ => Known(r, d))];

    /// <summary>One of the last acts on things of a sort that can be voided, all sorts alike.</summary>
    private static ActVoided Voided(Random r, District d)
    {
        IGrouping<string, (Thing About, ActPlace Place)>[] sorts = [.. d.VoidableActs().OrderBy(act => act.Place.Entry).ThenBy(act => act.Place.Number).GroupBy(act => act.About.Kind)];
        var (about, place) = sorts.Length == 0 ? (new Thing("commitments", "k99"), new ActPlace(1, 0)) : Pick(r, [.. Pick(r, sorts).TakeLast(3)]);
        return new ActVoided(about, place, "recorded by mistake");
    }

    /// <summary>The makers of one grading.</summary>
    private void AddGrading<TGrade>(Func<District, GradingBook<TGrade>> bookOf) where TGrade : struct, Enum
    {
        _makers.Add(typeof(PolicyLaidDown<TGrade>), (r, d, today) => new PolicyLaidDown<TGrade>(Policy(r, bookOf(d), today)));
        _makers.Add(typeof(PolicyWithdrawn<TGrade>), (r, d, _) => new PolicyWithdrawn<TGrade>(Pick(r, [.. bookOf(d).Policies.Skip(r.Next(9) == 0 ? 0 : 1).Select(policy => policy.Version), "none"], last: 1), "a slip"));
        _makers.Add(typeof(ObservationLaidDown<TGrade>), (r, _, _) => new ObservationLaidDown<TGrade>(new ObservationPeriod(r.Next(20), Made)));
        _makers.Add(typeof(GradeAssigned<TGrade>), (r, d, today) => new GradeAssigned<TGrade>(
            new AssignmentId(1 + r.Next(60)), r.Next(4) == 0 ? AssignmentKind.Provisional : AssignmentKind.Override, Known(r, d), GradeOf(r),
            r.Next(5) == 0 ? null : today.PlusDays(1 + r.Next(20)), "as decided", r.Next(2) == 0 ? null : today.PlusDays(r.Next(6))));
        _makers.Add(typeof(AssignmentEnded<TGrade>), (r, d, today) => new AssignmentEnded<TGrade>(Assigned(r, d, today), "over"));
        _makers.Add(typeof(AssignmentWithdrawn<TGrade>), (r, d, today) => new AssignmentWithdrawn<TGrade>(Assigned(r, d, today), "a slip"));
        _makers.Add(typeof(AppealFiled<TGrade>), (r, d, _) => new AppealFiled<TGrade>(new AppealId(1 + r.Next(60)), Known(r, d), $"ground {r.Next(9)}"));
        _makers.Add(typeof(AppealDeadlineSettled<TGrade>), (r, d, _) => Appealed(r, d) is var id
            ? new AppealDeadlineSettled<TGrade>(id, Later(r, bookOf(d).FindAppeal(id)?.Due)) : null!);
        _makers.Add(typeof(AppealWithdrawn<TGrade>), (r, d, _) => new AppealWithdrawn<TGrade>(Appealed(r, d)));
        _makers.Add(typeof(AppealDecided<TGrade>), (r, d, today) =>
        {
            var id = Appealed(r, d);
            var mistakes = bookOf(d).FindAppeal(id) is { } appeal ? d.Businesses.HistoryOf(appeal.Business).Where(told => told.CorrectedBy is null && told.Act is FactsStated).ToArray() : [];
            return new AppealDecided<TGrade>(
                id,
                r.Next(3) switch
                {
                    0 => new GradeUpheld<TGrade>(),
                    1 => new FactsPutRight<TGrade>(
                        new FactRecord(BusinessFacts.DinersPerMeal.Of(r.Next(1500))), mistakes.Length > 0 && r.Next(2) == 0 ? mistakes[r.Next(mistakes.Length)].Place : null),
                    _ => new GradeReplaced<TGrade>(new AssignmentId(1 + r.Next(60)), GradeOf(r), r.Next(5) == 0 ? null : today.PlusDays(1 + r.Next(20))),
                },
                "as reviewed");
        });

        _makers.Add(typeof(GradeNotified<TGrade>), (r, d, _) => new GradeNotified<TGrade>(new GradeNoticeId(1 + r.Next(60)), Known(r, d), r.Next(2) == 0 ? null : $"p{r.Next(3)}"));
        _makers.Add(typeof(GradePublished<TGrade>), (r, d, today) =>
        {
            GradeNotice<TGrade>[] open = [.. bookOf(d).Notices.All.Where(notice => notice.PublishedOn is null)];
            // Of those whose day has come, mostly; the others are refused.
            GradeNotice<TGrade>[] come = r.Next(9) == 0 ? [] : [.. open.Where(notice => !(notice.PublishOn?.LastDay > today))];
            return new GradePublished<TGrade>(Pick(r, [.. (come.Length > 0 ? come : open).Select(notice => notice.Id), new GradeNoticeId(61)], last: r.Next(20) == 0 ? 0 : 1));
        });
        _makers.Add(typeof(GradeNoticeSettled<TGrade>), (r, d, _) =>
        {
            (GradeNoticeId Id, NoticeDay What, Deadline? Due)[] told =
            [
                .. bookOf(d).Notices.All.Select(notice => (notice.Id, NoticeDay.LastToAppeal, notice.AppealBy)),
                .. bookOf(d).Notices.All.Select(notice => (notice.Id, NoticeDay.ToPublish, notice.PublishOn)),
            ];
            var (id, what, due) = Pick(r, [.. told.Where(one => one.Due?.IsProvisional == true), (new GradeNoticeId(61), NoticeDay.ToPublish, null)], last: 1);
            return new GradeNoticeSettled<TGrade>(id, what, Later(r, due));
        });

        static TGrade GradeOf(Random r) => Enum.GetValues<TGrade>()[r.Next(4)];

        AssignmentId Assigned(Random r, District d, LocalDate today) =>
            Pick(r, [.. Enumerable.Range(1, 60).Select(n => new AssignmentId(n)).Where(id => bookOf(d).FindAssignment(id) is { } set && !(set.Until <= today)), new AssignmentId(61)], last: 1);

        AppealId Appealed(Random r, District d) => Pick(r, [.. bookOf(d).Appeals.Where(appeal => appeal.State == AppealState.Open).Select(appeal => appeal.Id), new AppealId(61)], last: r.Next(20) == 0 ? 0 : 1);
    }

    private GradingPolicy<TGrade> Policy<TGrade>(Random r, GradingBook<TGrade> book, LocalDate today) where TGrade : struct, Enum => Policy(
        book.Scale, $"{r.Next(1000)}", LocalDate.Max(today.PlusDays(r.Next(20) - 5), r.Next(5) == 0 || book.Policies.IsEmpty ? today.PlusDays(-5) : book.Policies[^1].From.PlusDays(1)), 400 + r.Next(900), 200, 40, r.Next(2) == 0);

    // The rule with the fuse stands first and is of the strictest grade: whether it is asked must not hang on the order of rows.
    private GradingPolicy<TGrade> Policy<TGrade>(GradeScale<TGrade> scale, string version, LocalDate from, int most, int many, int some, bool withFuse) where TGrade : struct, Enum
    {
        var policy = GradingPolicy.Define("stated", version, ("给定", "as stated"), scale).InForce(from)
            // Whoever has no grade gets another reason for it by his status, or by another version.
            .NotGraded(most % 2 == 0 ? "closed" : "shut", BusinessFacts.Status.Is(OperatingStatus.Closed, OperatingStatus.MovedOut), ("已关闭", "closed"), Made)
            .NotGraded("revoked", BusinessFacts.Status.Is(OperatingStatus.LicenceRevoked), ("已吊销许可", "licence revoked"), Made);
        policy = withFuse ? policy.Rule("fuse", scale.MildestFirst[3], _fuse, ("保险丝", "fuse"), Made) : policy;
        return policy
            .Rule("most", scale.MildestFirst[3], BusinessFacts.DinersPerMeal >= most, ("最多", "most"), Made)
            .Rule("busy", scale.MildestFirst[2], Happened >= 6, ("事项多", "much happened"), Made)
            .Rule("first", scale.MildestFirst[1], Place <= 1 & Happened >= 2, ("镇内第一", "first in town"), Made)
            .Rule("many", scale.MildestFirst[2], BusinessFacts.DinersPerMeal >= many, ("很多", "many"), Made)
            .Rule("some", scale.MildestFirst[1], BusinessFacts.DinersPerMeal >= some, ("一些", "some"), Made)
            .Otherwise(scale.MildestFirst[0], ("很少", "few"), Made).Build();
    }

    private static RecallAct RecallStepOf(Random r, District d, LocalDate today)
    {
        var (id, step) = StepOf(r, [.. d.Recalls.All.Select(recall => recall.Id)], n => new RecallId(n), id => RecallLifecycle.Table.StepsFrom(d.Recalls.Find(id)?.State));
        var party = r.Next(20) == 0 ? (RecallParty)(1 + r.Next(2)) : RecallLifecycle.TakerOf(step);
        var amount = (decimal)(1 + r.Next(r.Next(2) == 0 ? 20 : 90));
        return step switch
        {
            RecallStep.Learn => new(id, step, party, goods: new RecalledGoods(Known(r, d), $"batch {r.Next(9)}", (RecallClass)(1 + r.Next(3)), 100, "kg")),
            RecallStep.Order or RecallStep.SendBack => new(id, step, party, "not done"),
            RecallStep.Extend => new(id, step, party, "far away", until: today.PlusDays(20 + r.Next(40))),
            RecallStep.Recover => new(id, step, party, amount: amount),
            RecallStep.Dispose => new(id, step, party, amount: amount, disposal: (GoodsDisposal)(1 + r.Next(3))),
            RecallStep.Start or RecallStep.Publish or RecallStep.Progress or RecallStep.Report or RecallStep.Assess => new(id, step, party, r.Next(2) == 0 ? "" : "as seen"),
        };
    }

    private static StopAct StopStepOf(Random r, District d, LocalDate today)
    {
        var (id, step) = StepOf(r, [.. d.Stops.All.Select(proposal => proposal.Id)], n => new StopId(n), id => Stops.Lifecycle.StepsFrom(d.Stops.Find(id)?.State));
        var onDuty = d.Staff.OnDutyOn(today).Where(held => held.Post.IsManager()).Select(held => (held.Business, held.Person)).ToArray();
        var (business, person) = onDuty.Length == 0 || r.Next(12) == 0 ? (Known(r, d), new StaffId("nobody")) : Pick(r, onDuty);
        return step switch
        {
            StopStep.Propose => StopAct.Propose(id, business, person, $"risk {r.Next(9)}"),
            StopStep.Stop => StopAct.Stop(id, "bureau"),
            StopStep.Decline => StopAct.Decline(id, "no trace found"),
            StopStep.Lift => StopAct.Lift(id, "repaired"),
        };
    }

    private static ReferralAct ReferralStepOf(Random r, District d, LocalDate today)
    {
        var (id, step) = StepOf(r, [.. d.Referrals.All.Select(referral => referral.Id)], n => new ReferralId(n), id => ReferralLifecycle.Table.StepsFrom(d.Referrals.Find(id)?.State));
        var from = d.Referrals.Find(id)?.State;
        var body = r.Next(20) == 0 || ReferralLifecycle.Table.FindNext(from, step) is null ? (ReferralBody)(1 + r.Next(5)) : ReferralLifecycle.TakersOf(from, step)[0];
        var penalty = r.Next(3) == 0 ? new ReferralPenalty(ReferralPenaltyKind.Fine, today, 100 + r.Next(99)) : new ReferralPenalty(ReferralPenaltyKind.Warning, today);
        return step switch
        {
            ReferralStep.Propose => new(
                id, step, body, "as found", Known(r, d), r.Next(2) == 0 ? null : $"finding-{r.Next(9)}", penalties: [.. Enumerable.Repeat(penalty, r.Next(3))]),
            ReferralStep.Send => new(id, step, body, to: $"police-{r.Next(3)}", isCopiedToProcuratorate: r.Next(2) == 0, items: ["letter", $"report {r.Next(9)}"]),
            ReferralStep.Forward => new(id, step, body, to: $"police-{r.Next(3)}"),
            ReferralStep.HandOver => new(id, step, body, items: [$"goods {r.Next(9)}"]),
            ReferralStep.Penalize => new(id, step, body, penalties: [penalty]),
            ReferralStep.Decline or ReferralStep.Urge or ReferralStep.Refuse or ReferralStep.Uphold or ReferralStep.Conclude or ReferralStep.HandBack => new(id, step, body, "as decided"),
            ReferralStep.Approve or ReferralStep.FileCase or ReferralStep.AskReview or ReferralStep.AskSupervision or ReferralStep.OrderFiling => new(id, step, body),
        };
    }

    /// <summary>A thing that is there or a new one, and a step of it: one that its state allows, or now and then any.</summary>
    private static (TId Id, TStep Step) StepOf<TId, TStep>(Random r, TId[] ids, Func<long, TId> make, Func<TId, ImmutableArray<TStep>> allowed) where TStep : struct, Enum
    {
        var id = ids.Length == 0 || r.Next(4) == 0 ? make(1 + r.Next(40)) : Pick(r, ids);
        TStep[] steps = [.. allowed(id)];
        return (id, steps.Length == 0 || r.Next(12) == 0 ? Pick(r, Enum.GetValues<TStep>()) : Pick(r, steps));
    }

    // One version always says the same, so that it can be laid down again.
    private GradingPolicy<IncidentGrade> IncidentPolicy(Random r, LocalDate today)
    {
        var version = r.Next(6);
        var draft = IncidentPolicies.Jiangsu2022.Draft($"{today:uuuuMMdd}-{version}").InForce(today.PlusDays(version * 3), version % 2 == 0 ? null : today.PlusDays((version * 3) + 20));
        return version == 0 ? IncidentPolicies.Jiangsu2022
            : version > 3 ? draft.Rule("fuse", IncidentGrade.EspeciallyMajor, _fuse, ("保险丝", "fuse"), Made).Build()
            : draft.Build();
    }

    /// <summary>A step that an incident allows, mostly, or the beginning of one.</summary>
    private static IncidentAct Incident(Random r, District d, LocalDate today)
    {
        IncidentId[] open = [.. d.Incidents.All.Where(incident => !IncidentLifecycle.Table.IsFinal(incident.State)).Select(incident => incident.Id)];
        var facts = new FactRecord(IncidentFacts.Harmed.Of(r.Next(120)), IncidentFacts.BeyondProvince.Of(r.Next(9) == 0));
        if (open.Length == 0 || r.Next(3) == 0)
        {
            return IncidentAct.Register(new(1 + r.Next(60)), new IncidentSubject($"illness {r.Next(9)}", Pick(r, Places(d))) { Businesses = [Known(r, d)] }, facts);
        }

        var id = Pick(r, open);
        var steps = IncidentLifecycle.Table.StepsFrom(d.Incidents[id].State);
        var since = ChinaTime.Zone.AtStartOfDay(today.PlusDays(-r.Next(12))).ToInstant();
        return (r.Next(12) == 0 ? (IncidentStep)(2 + r.Next(9)) : steps[r.Next(steps.Length)]) switch
        {
            IncidentStep.Register or IncidentStep.Learn => IncidentAct.Learn(id, (IncidentParty)(1 + r.Next(8)), since),
            IncidentStep.Report => IncidentAct.Report(id, new((IncidentParty)(1 + r.Next(8)), (IncidentParty)(1 + r.Next(8)), (ReportStage)(1 + r.Next(3)), since)),
            IncidentStep.Verify => IncidentAct.Verify(id, facts),
            IncidentStep.Regrade => IncidentAct.Regrade(id, facts, r.Next(4) == 0 ? new(IncidentGrade.Larger, "province", "1", "a", ("甲", "a"), Made) : null),
            IncidentStep.Respond => IncidentAct.Respond(id, (ResponseLevel)(1 + r.Next(3))),
            IncidentStep.AdjustResponse => IncidentAct.AdjustResponse(id, (ResponseLevel)(1 + r.Next(3)), "as it goes"),
            IncidentStep.EndResponse => IncidentAct.EndResponse(id, "under control"),
            IncidentStep.Close => IncidentAct.Close(id, "reviewed"),
            IncidentStep.Dismiss => IncidentAct.Dismiss(id, "false alarm"),
        };
    }

    /// <summary>A step that a warning allows, mostly, or the beginning of one.</summary>
    private static WarningAct Warning(Random r, District d, LocalDate today)
    {
        WarningId[] open = [.. d.Warnings.All.Where(warning => !WarningLifecycle.Table.IsFinal(warning.RecordedState)).Select(warning => warning.Id)];
        var found = WarningMatrix.FoodWarnings.Assess((WarningSeverity)(1 + r.Next(4)), (WarningLikelihood)(1 + r.Next(4)));
        if (open.Length == 0 || r.Next(3) == 0)
        {
            return WarningAct.Assess(new(1 + r.Next(60)), new WarningSubject($"danger {r.Next(9)}", Pick(r, Places(d))) { Foods = ["mushrooms"], Businesses = [Known(r, d)] }, found);
        }

        var id = Pick(r, open);
        var issuer = r.Next(9) == 0 ? new WarningIssuer(AreaCode.Parse("510115001")) : WarningIssuer.National;
        var steps = WarningLifecycle.Table.StepsFrom(d.Warnings[id].RecordedState);
        return (r.Next(12) == 0 ? (WarningStep)(2 + r.Next(6)) : steps[r.Next(steps.Length)]) switch
        {
            WarningStep.Assess or WarningStep.Reassess => WarningAct.Reassess(id, found, "anew"),
            WarningStep.Drop => WarningAct.Drop(id, "no need"),
            WarningStep.Publish => WarningAct.Publish(id, issuer, r.Next(2) == 0 ? null : ChinaTime.Zone.AtStartOfDay(today.PlusDays(1 + r.Next(9))).ToInstant()),
            WarningStep.Raise => WarningAct.Raise(id, found, issuer, "spreads"),
            WarningStep.Lower => WarningAct.Lower(id, found, issuer, "calmer"),
            WarningStep.Lift or WarningStep.Expire => WarningAct.Lift(id, issuer, "over"),
        };
    }

    public static Checklist ListOf(int number) => new(
        $"list-{number}", "1", ("清单", "a list"), new Term(new LocalDate(2022, 1, 1)), Made,
        [.. Enumerable.Range(1, 3).Select(item => new ChecklistItem { Code = $"item-{number}-{item}", Title = ("项目", "an item"), Severity = item == 1 ? FindingSeverity.Key : FindingSeverity.General, Basis = Made })],
        number % 3 == 2 ? ListOf(number - 1) : null);

    private static InspectionTask TaskOf(Random r, District d, LocalDate today)
    {
        var kind = (InspectionKind)(1 + r.Next(5));
        var subject = kind == InspectionKind.Oversight ? InspectionSubject.OfArea(Pick(r, Offices(d))) : InspectionSubject.OfBusiness(Known(r, d));
        Finding[] earlier = [.. d.Findings.Standing];
        var finding = earlier.Length > 0 && r.Next(2) == 0 ? earlier[r.Next(earlier.Length)] : null;
        return new InspectionTask(
            finding is null ? kind : finding.Subject.Kind == InspectionSubjectKind.Business ? InspectionKind.Routine : InspectionKind.Oversight,
            finding?.Subject ?? subject, r.Next(30) == 0 ? new ChecklistName("nobody", "1") : ListOf(0).Name, today)
        {
            IsHighRisk = r.Next(3) == 0,
            BodyLevel = r.Next(3) == 0 ? AreaLevel.City : null,
            Lead = r.Next(5) == 0 ? "a complaint" : null,
            FollowsUp = finding is null ? [] : [finding.Id],
        };
    }

    /// <summary>An inspection that has come as far as its number says.</summary>
    private static InspectionAct[] Visited(Random r, InspectionId id, int number, LocalDate today)
    {
        InspectionAct[] acts =
        [
            new InspectionPlanned(id, new InspectionTask(InspectionKind.Routine, InspectionSubject.OfBusiness(Inspected), ListOf(0).Name, today)),
            new InspectionBegun(id, new InspectionTeam(InspectionForm.OnSite, new Inspector("li", "c-1"), new Inspector("wang", "c-2"))),
            new InspectionFinished(id, ResultOf(r, isSigned: true)),
        ];
        return acts[..(1 + number % acts.Length)];
    }

    private static InspectionResult ResultOf(Random r) => ResultOf(r, isSigned: r.Next(8) > 0);

    private static InspectionResult ResultOf(Random r, bool isSigned)
    {
        ItemAnswer[] answers =
        [
            .. ListOf(0).Items.Select(item => r.Next(3) > 0 ? ItemAnswer.Met(item.Code) : ItemAnswer.NotMet(item.Code, "not in order", ItemEffect.Minor) with
            {
                IsCorrectedOnTheSpot = r.Next(2) == 0,
                Evidence = r.Next(3) == 0 ? [new EvidenceReference(EvidenceKind.Photo, "p-1", note: "the kitchen")] : [],
                Measurements = r.Next(3) == 0 ? [new Measurement("温度", 12.5m, MeasurementUnit.DegreeCelsius, atMost: 8)] : [],
            }),
        ];
        return new InspectionResult(
            answers.Any(answer => answer.Result == ItemResult.NotMet) ? InspectionOutcome.WrittenDeadline : InspectionOutcome.Pass, answers)
        {
            Signature = !isSigned ? null : r.Next(3) == 0 ? ResultSignature.Refused("absent", "witness-1") : ResultSignature.Given("manager"),
            Remark = r.Next(5) == 0 ? "at night" : null,
        };
    }

    private static InspectionState Either(Random r, District d) =>
        r.Next(2) == 0 && d.Inspections.All.Any(inspection => inspection.State == InspectionState.Published) ? InspectionState.Published : InspectionState.Finished;

    private static InspectionId Of(Random r, District d, InspectionState state, bool onlyBureaus = false)
    {
        InspectionId[] those = [.. d.Inspections.All.Where(inspection => inspection.State == state && (!onlyBureaus || inspection.Kind.IsBureaus())).Select(inspection => inspection.Id)];
        return those.Length == 0 || r.Next(30) == 0 ? new InspectionId(1 + r.Next(400)) : those[r.Next(those.Length)];
    }

    private static FindingRecorded Recorded(Random r, District d)
    {
        Inspection[] inspections = [.. d.Inspections.All];
        Finding[] earlier = [.. d.Findings.All];
        if (inspections.Length > 0 && r.Next(3) == 0)
        {
            var inspection = inspections[r.Next(inspections.Length)];
            return new(d.Findings.NextAt(inspection.Id), inspection.Subject, FindingSource.Inspection, FindingSeverity.Key, "beside the list") { Item = inspection.Checklist.Items[0].Id };
        }

        var carried = earlier.Length > 0 && r.Next(2) == 0 ? earlier[r.Next(earlier.Length)] : null;
        return new(new(1 + r.Next(400)), carried?.Subject ?? InspectionSubject.OfBusiness(Known(r, d)), (FindingSource)(2 + r.Next(4)), FindingSeverity.General, "complained of")
        {
            CarriedFrom = carried?.Id,
            Evidence = r.Next(3) == 0 ? [new EvidenceReference(EvidenceKind.Document, "d-1")] : [],
        };
    }

    private static RoundMarked Marked(Random r, District d, LocalDate today)
    {
        RoundProgress[] rounds = [.. d.Rounds.All];
        if (rounds.Length == 0)
        {
            return new(new(1), new RoundMark(Known(r, d), RoundTask.Visit));
        }

        var round = rounds[r.Next(rounds.Length)];
        return new(round.Id,
        [
            .. Enumerable.Range(0, 1 + r.Next(4)).Select(_ => new RoundMark(
                round.Businesses[r.Next(round.Businesses.Length)].Business, r.Next(20) == 0 ? RoundTask.Commitment : (RoundTask)(2 + r.Next(2)), r.Next(3) == 0 ? today.PlusDays(-12 - r.Next(9)) : null)),
        ]);
    }

    /// <summary>A report, or a step that is possible next, mostly with the data that it needs; more of one that was begun than of new ones.</summary>
    private static RectificationAct Rectify(Random r, District d)
    {
        var known = d.Rectifications.All.ToArray();
        if (known.Length == 0 || r.Next(3) == 0)
        {
            return new(new(1 + r.Next(40)), RectificationStep.Report)
            {
                Finding = new(r.Next(12)), Severity = Pick(r, [FindingSeverity.General, FindingSeverity.Key]), Business = r.Next(4) == 0 ? null : Known(r, d),
            };
        }

        var one = Pick(r, known);
        var steps = RectificationLifecycle.Table.StepsFrom(one.State);
        var step = steps.IsEmpty || r.Next(12) == 0 ? (RectificationStep)(1 + r.Next(15)) : steps[r.Next(steps.Length)];
        var act = RectificationLifecycleTests.Complete(new(one.Id, step), one.Finding);
        return act with
        {
            Limit = act.Limit is null ? null : r.Next(3) switch { 0 => TimeLimit.Hours(1 + r.Next(90)), 1 => TimeLimit.Days(1 + r.Next(9)), _ => TimeLimit.WorkingDays(1 + r.Next(9)) },
            Document = r.Next(9) == 0 ? null : act.Document,
            Evidence = RectificationLifecycle.Rows[step].Takes(RectificationData.Evidence) && r.Next(2) == 0 ? [new EvidenceReference(EvidenceKind.Photo, $"photo-{r.Next(3)}")] : [],
        };
    }

    private static Business NewBusiness(Random r, AreaCode[] places) => new(new BusinessId($"b{r.Next(200)}"), $"name {r.Next(9)}", Pick(r, places), TypeOf(r))
    {
        Profile = r.Next(5) == 0 ? OperatingProfile.Unstated : new() { DinersPerMeal = r.Next(1500) },
        OwnFacts = r.Next(3) == 0 ? new FactRecord(Seats.Of(r.Next(300))) : FactRecord.Empty,
    };

    private static BusinessType TypeOf(Random r) => r.Next(2) == 0 ? BusinessType.Restaurant : BusinessType.SchoolCanteen;

    private static BusinessId Known(Random r, District d) =>
        d.Businesses.Register.Count == 0 || r.Next(30) == 0 ? new("unknown") : d.Businesses.Register.IdAt(r.Next(d.Businesses.Register.Count));

    private static CadreId Serving(Random r, District d) =>
        r.Next(30) == 0 ? new("k99") : Pick(r, [.. d.Chains.Cadres.Where(d.Chains.IsInService).Order(), new CadreId("k99")], last: 1);

    private static StaffId Person(Random r) => new($"s{r.Next(9)}");

    private static AppointmentId Appointed(Random r, District d, Func<Appointment, bool> isMeant) =>
        Pick(r, [.. d.Staff.All.Where(isMeant).Select(held => held.Id), new AppointmentId(81 + r.Next(9))], last: 1);

    private static SelfControlKind RecordOf(SafetyPost post) => post switch
    {
        SafetyPost.MainPerson => SelfControlKind.MonthlyMeeting,
        SafetyPost.Director => SelfControlKind.WeeklyCheck,
        SafetyPost.Officer => SelfControlKind.DailyControl,
    };

    private static BusinessSet Some(Random r, District d)
    {
        var named = Enumerable.Range(0, 1 + r.Next(3)).Select(_ => Known(r, d));
        return r.Next(2) == 0 ? BusinessSet.Of(named) : BusinessSet.AllBut(named);
    }

    private static T Pick<T>(Random r, T[] items, int last = 0) => items[r.Next(Math.Max(1, items.Length - last))];
}

/// <summary>What a condition of the user's own may throw.</summary>
internal sealed class FuseException : Exception;
