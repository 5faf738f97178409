using System.Collections.Frozen;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Relocations;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>Over what an act asks for jurisdiction: what it names itself, and what the things are about that it names.</summary>
internal static class ActSubjects
{
    private static readonly JurisdictionSubject[] Whole = [JurisdictionSubject.District];

    // Each sort of act is here on purpose, and a test goes through all sorts that there are; of one that nobody thought of no cadre has leave.
    private static readonly FrozenDictionary<Type, Func<District, Act, IEnumerable<JurisdictionSubject>>> Acts = new Dictionary<Type, Func<District, Act, IEnumerable<JurisdictionSubject>>>
    {
        // The register: a business comes under guarantee in the area where it stands, and one that moves is taken into another.
        [typeof(BusinessesOpened)] = Of<BusinessesOpened>(static (_, act) => act.Businesses.Select(business => Named(business.Area)).Distinct()),
        [typeof(BusinessMoved)] = Of<BusinessMoved>(static (_, act) => [Named(act.Business), Named(act.Area)]),
        [typeof(FactsStated)] = Of<FactsStated>(static (_, act) => [Named(act.Business)]),
        [typeof(FactsCorrected)] = Of<FactsCorrected>(static (_, act) => [Named(act.Business)]),
        [typeof(BusinessRenamed)] = Of<BusinessRenamed>(static (_, act) => [Named(act.Business)]),
        [typeof(CreditCodeChanged)] = Of<CreditCodeChanged>(static (_, act) => [Named(act.Business)]),
        [typeof(LicenceChanged)] = Of<LicenceChanged>(static (_, act) => [Named(act.Business)]),
        [typeof(AppealFiled<>)] = static (district, act) => district.BusinessesOf(act).Select(Named),
        [typeof(AppealWithdrawn<>)] = static (district, act) => district.BusinessesOf(act).Select(JurisdictionSubject.Of),

        // Of a cadre's own nobody disposes but himself, and the office.
        [typeof(CommitmentSigned)] = Of<CommitmentSigned>(static (_, act) => [Named(act.Cadre)]),
        [typeof(CommitmentEnded)] = Of<CommitmentEnded>(static (_, act) => [Named(act.Cadre)]),
        [typeof(DelegationMade)] = Of<DelegationMade>(static (_, act) => [Named(act.Cadre)]),
        [typeof(DelegationRevoked)] = Of<DelegationRevoked>(static (district, act) => district.Delegations.Find(act.Id) is { } known ? [JurisdictionSubject.Of(known.Cadre)] : []),

        // Inspections and what they find: the findings that one refers to are of the same subject, and are asked for so that a refusal tells nothing of another's.
        [typeof(InspectionPlanned)] = Of<InspectionPlanned>(static (district, act) => [Named(act.Task.Subject), .. act.Task.FollowsUp.SelectMany(finding => Referred(district, finding))]),
        [typeof(InspectionBegun)] = Inspection,
        [typeof(InspectionFinished)] = Inspection,
        [typeof(InspectionPublished)] = Inspection,
        [typeof(InspectionCancelled)] = Inspection,
        [typeof(InspectionCorrected)] = Inspection,
        [typeof(InspectionReplaced)] = Inspection,
        [typeof(ReplacementRecorded)] = Inspection,
        [typeof(FindingRecorded)] = Of<FindingRecorded>(static (district, act) =>
            [Named(act.Subject), .. Referred(district, act.CarriedFrom), .. Referred(district, act.Replaces)]),
        [typeof(RoundMarked)] = Of<RoundMarked>(static (_, act) => act.Marks.Select(mark => Named(mark.Business)).Distinct()),

        // Problems, recalls, and what the businesses do themselves.
        [typeof(RectificationAct)] = Of<RectificationAct>(static (district, act) =>
        [
            .. OfRectification(district, act.Id), .. Referred(district, act.Finding == default ? null : act.Finding),
            .. act.Business is { IsNone: false } business ? [Named(business)] : Array.Empty<JurisdictionSubject>(),
        ]),
        [typeof(RecallAct)] = Of<RecallAct>(static (district, act) => act.Goods is { } goods ? [Named(goods.Business), .. OfRecall(district, act.Id)] : OfRecall(district, act.Id)),
        [typeof(StopAct)] = Of<StopAct>(static (district, act) => act.Business is { } business ? [Named(business), .. OfStop(district, act.Id)] : OfStop(district, act.Id)),
        [typeof(AppointmentMade)] = Of<AppointmentMade>(static (_, act) => [Named(act.Appointment.Business)]),
        [typeof(AppointmentEnded)] = Appointment,
        [typeof(WentOffDuty)] = Appointment,
        [typeof(CameBackOnDuty)] = Appointment,
        [typeof(RecordMade)] = Of<RecordMade>(static (_, act) => [Named(act.Business)]),
        [typeof(RecordsKept)] = Of<RecordsKept>(static (district, act) => NamedSet(district, act.Businesses)),
        [typeof(RecordsWithdrawn)] = Of<RecordsWithdrawn>(static (district, act) => NamedSet(district, act.Businesses)),
        [typeof(OperationMarked)] = Of<OperationMarked>(static (_, act) => [Named(act.Business)]),
        [typeof(OutreachDelivered)] = Of<OutreachDelivered>(static (_, act) => act.Businesses.Select(Named)),

        // What happens somewhere, with the businesses that are named.
        [typeof(IncidentAct)] = Of<IncidentAct>(static (district, act) =>
            act.Subject is { } subject ? [Named(subject.Area), .. subject.Businesses.Select(Named), .. OfIncident(district, act.Incident)] : OfIncident(district, act.Incident)),
        [typeof(WarningAct)] = Of<WarningAct>(static (district, act) =>
            act.Subject is { } subject ? [NamedOrWhole(subject.Area), .. subject.Businesses.Select(Named), .. OfWarning(district, act.Warning)] : OfWarning(district, act.Warning)),
        [typeof(ReportPublished)] = Of<ReportPublished>(static (_, act) => [Named(act.Area)]),
        [typeof(ReportWithdrawn)] = Of<ReportWithdrawn>(static (district, act) => OfPublication(district, act.Id)),
        [typeof(StepTaken)] = Of<StepTaken>(static (district, act) =>
            district.Cases.Find(act.Id) is not null ? OfCase(district, act.Id) : act.Business is { IsNone: false } business ? [Named(business)] : Whole),
        [typeof(FollowUpClosed)] = Of<FollowUpClosed>(static (district, act) => OfFollowUp(district, act.Id)),
        [typeof(ActVoided)] = Of<ActVoided>(static (district, act) => OfThing(district, act.About)),
    }.Concat(
    ((Type[])[
        // Divisions, cadres and posts: whoever gives them gives jurisdiction.
        typeof(AreasLaidDown), typeof(AreasChanged), typeof(CadreJoined), typeof(CadreLeft), typeof(PostGiven), typeof(PostEnded), typeof(BusinessesHandedOver), typeof(LevelsLaidDown),
        // Grades that an office sets, tells and reviews, and the policies by which all are graded.
        typeof(PolicyLaidDown<>), typeof(PolicyWithdrawn<>), typeof(ObservationLaidDown<>), typeof(GradeAssigned<>), typeof(AssignmentEnded<>), typeof(AssignmentWithdrawn<>),
        typeof(AppealDecided<>), typeof(AppealDeadlineSettled<>), typeof(GradeNotified<>), typeof(GradePublished<>), typeof(GradeNoticeSettled<>), typeof(IncidentPolicyLaidDown),
        // Rules, lists and procedures of the district.
        typeof(CalendarYearLaidDown), typeof(RecallTermsLaidDown), typeof(ReportingRulesLaidDown), typeof(RectificationRulesLaidDown), typeof(RecordDutiesLaidDown), typeof(ChainRulesLaidDown), typeof(LoadCeilingsLaidDown), typeof(ScoreSheetsLaidDown),
        typeof(AppealTermsLaidDown), typeof(StaffingLaidDown), typeof(ScorecardTermsLaidDown), typeof(InspectionRulesLaidDown), typeof(FrequenciesLaidDown), typeof(ChecklistAdopted), typeof(ProcessLaidDown),
        typeof(MechanismAdopted), typeof(GridsLaidDown), typeof(StationsLinked),
        // What is between this district and another.
        typeof(BusinessMovedOut), typeof(TransferReceived), typeof(BusinessMovedIn), typeof(ArrivalConfirmed), typeof(RelocationCancelled),
        // What is done for all of it, or by whoever has no part of it: the day, campaigns and rounds, assessment, the qualification of persons, transfers to the police.
        typeof(DayBegan), typeof(FactsDerived), typeof(FollowUpDeadlineSettled), typeof(CaseDeadlineSettled), typeof(RecordsBegun), typeof(RoundOpened), typeof(OutreachOpened), typeof(OutreachTargeted),
        typeof(RoutineDone), typeof(MilestoneReached), typeof(PointsGiven), typeof(PersonTrained), typeof(PersonAssessed), typeof(PersonBarred), typeof(ReferralAct),
    ]).Select(static type => new KeyValuePair<Type, Func<District, Act, IEnumerable<JurisdictionSubject>>>(type, static (_, _) => Whole))).ToFrozenDictionary();

    // By the stable words of the things of which an act can be voided; a grading's own word for its notices is an affair of the whole, as they are.
    private static readonly FrozenDictionary<string, Func<District, string, IEnumerable<JurisdictionSubject>>> Things = new Dictionary<string, Func<District, string, IEnumerable<JurisdictionSubject>>>
    {
        ["commitments"] = static (_, id) => CadreId.TryParse(id, null, out var cadre) ? [Named(cadre)] : [],
        ["inspection"] = static (district, id) => InspectionId.TryParse(id, null, out var inspection) ? OfInspection(district, inspection) : [],
        ["finding"] = static (district, id) => FindingId.TryParse(id, null, out var finding) ? OfFinding(district, finding) : [],
        ["rectification"] = static (district, id) => RectificationId.TryParse(id, null, out var rectification) ? OfRectification(district, rectification) : [],
        ["recall"] = static (district, id) => RecallId.TryParse(id, null, out var recall) ? OfRecall(district, recall) : [],
        ["stop"] = static (district, id) => StopId.TryParse(id, null, out var stop) ? OfStop(district, stop) : [],
        ["appointment"] = static (district, id) => AppointmentId.TryParse(id, null, out var appointment) ? OfAppointment(district, appointment) : [],
        ["incident"] = static (district, id) => IncidentId.TryParse(id, null, out var incident) ? OfIncident(district, incident) : [],
        ["warning"] = static (district, id) => WarningId.TryParse(id, null, out var warning) ? OfWarning(district, warning) : [],
        ["publication"] = static (district, id) => PublicationId.TryParse(id, null, out var publication) ? OfPublication(district, publication) : [],
        ["case"] = static (district, id) => CaseId.TryParse(id, null, out var @case) ? OfCase(district, @case) : [],
    }.Concat(
        ((string[])["campaign", "points", "referral", "round", "routine", "staff-qualification", "work-line"])
        .Select(static kind => new KeyValuePair<string, Func<District, string, IEnumerable<JurisdictionSubject>>>(kind, static (_, _) => Whole))).ToFrozenDictionary();

    /// <summary>Whether it is known over what a sort of act asks for jurisdiction.</summary>
    /// <param name="act">A type of acts.</param>
    public static bool Knows(Type act) => Acts.ContainsKey(Open(act));

    /// <summary>Whether it is known over what is asked when an act on a sort of thing is voided.</summary>
    /// <param name="kind">The stable word for the sort.</param>
    public static bool Knows(string kind) => Things.ContainsKey(kind) || IsNotice(kind);

    /// <summary>Over what an act asks for jurisdiction; nothing, of which nobody has leave, where what it names is not there or nobody said.</summary>
    /// <param name="district">The district before the act.</param>
    /// <param name="act">The act.</param>
    public static IEnumerable<JurisdictionSubject> Of(District district, Act act) => Acts.TryGetValue(Open(act.GetType()), out var of) ? of(district, act) : [];

    /// <summary>What an inspection is about; nothing when there is none.</summary>
    public static IEnumerable<JurisdictionSubject> OfInspection(District district, InspectionId id) => district.Inspections.Find(id) is { } known ? [JurisdictionSubject.Of(known.Subject)] : [];

    /// <summary>What a finding is about; nothing when there is none.</summary>
    public static IEnumerable<JurisdictionSubject> OfFinding(District district, FindingId id) => district.Findings.Find(id) is { } known ? [JurisdictionSubject.Of(known.Subject)] : [];

    /// <summary>What a rectification is about: the business that has to rectify, else what was found; nothing when there is none.</summary>
    public static IEnumerable<JurisdictionSubject> OfRectification(District district, RectificationId id) => district.Rectifications.Find(id) switch
    {
        null => [],
        { Business: { IsNone: false } business } => [JurisdictionSubject.Of(business)],
        { Finding: var finding } => OfFinding(district, finding),
    };

    private static Func<District, Act, IEnumerable<JurisdictionSubject>> Of<TAct>(Func<District, TAct, IEnumerable<JurisdictionSubject>> of) where TAct : Act => (district, act) => of(district, (TAct)act);

    private static IEnumerable<JurisdictionSubject> Inspection(District district, Act act) => OfInspection(district, ((InspectionAct)act).Inspection);

    private static IEnumerable<JurisdictionSubject> Appointment(District district, Act act) => OfAppointment(district, ((AppointmentAct)act).Id);

    private static IEnumerable<JurisdictionSubject> OfAppointment(District district, AppointmentId id) => district.Staff.Find(id) is { } known ? [JurisdictionSubject.Of(known.Business)] : [];

    private static IEnumerable<JurisdictionSubject> OfRecall(District district, RecallId id) => district.Recalls.Find(id) is { } known ? [JurisdictionSubject.Of(known.Goods.Business)] : [];

    private static IEnumerable<JurisdictionSubject> OfStop(District district, StopId id) => district.Stops.Find(id) is { } known ? [JurisdictionSubject.Of(known.Business)] : [];

    private static IEnumerable<JurisdictionSubject> OfIncident(District district, IncidentId id) =>
        district.Incidents.Find(id) is { Subject: var subject } ? [JurisdictionSubject.Of(subject.Area), .. subject.Businesses.Select(JurisdictionSubject.Of)] : [];

    private static IEnumerable<JurisdictionSubject> OfWarning(District district, WarningId id) =>
        district.Warnings.Find(id) is { Subject: var subject } ? [subject.Area.IsNone ? JurisdictionSubject.District : JurisdictionSubject.Of(subject.Area), .. subject.Businesses.Select(JurisdictionSubject.Of)] : [];

    private static IEnumerable<JurisdictionSubject> OfPublication(District district, PublicationId id) => district.Publications.Find(id) is { } known ? [JurisdictionSubject.Of(known.Report.Area)] : [];

    private static JurisdictionSubject[] OfCase(District district, CaseId id) => district.Cases.Find(id) switch
    {
        null => [],
        { Business: { IsNone: false } business } => [JurisdictionSubject.Of(business)],
        _ => Whole,
    };

    /// <summary>Who is to do it may say that it is done: see <see cref="FollowUp.Actor"/>.</summary>
    private static IEnumerable<JurisdictionSubject> OfFollowUp(District district, FollowUpId id) => district.FollowUps.Find(id) is not { } known ? [] : known.Kind switch
    {
        FollowUpKind.SignCommitment => [JurisdictionSubject.Of(known.Cadre)],
        FollowUpKind.AppointDirector or FollowUpKind.Inspect => known.Businesses.Select(JurisdictionSubject.Of),
        FollowUpKind.ReportState or FollowUpKind.Retie or FollowUpKind.EndCommitment or FollowUpKind.AnswerAppeal or FollowUpKind.PublishGrade => Whole,
    };

    private static IEnumerable<JurisdictionSubject> OfThing(District district, Thing about) =>
        Things.TryGetValue(about.Kind, out var of) ? of(district, about.Id) : IsNotice(about.Kind) ? Whole : [];

    /// <summary>What a finding is about to which an act refers besides; one that is not there is nobody's.</summary>
    private static IEnumerable<JurisdictionSubject> Referred(District district, FindingId? finding) =>
        finding is not { } id ? [] : district.Findings.Find(id) is { } known ? [JurisdictionSubject.Of(known.Subject)] : [default(JurisdictionSubject)];

    /// <summary>The businesses of a set; those that it names alone where one of them is not there, which is nobody's.</summary>
    private static IEnumerable<JurisdictionSubject> NamedSet(District district, BusinessSet businesses)
    {
        var register = district.Businesses.Register;
        return (businesses.Named.All(register.Contains) ? (IEnumerable<BusinessId>)businesses.In(register) : businesses.Named).Select(Named);
    }

    private static JurisdictionSubject NamedOrWhole(AreaCode area) => area.IsNone ? JurisdictionSubject.District : Named(area);

    private static JurisdictionSubject Named(InspectionSubject subject) => JurisdictionSubject.Of(subject) with { IsNamed = true };

    private static JurisdictionSubject Named(BusinessId business) => JurisdictionSubject.Of(business) with { IsNamed = true };

    private static JurisdictionSubject Named(AreaCode area) => JurisdictionSubject.Of(area) with { IsNamed = true };

    private static JurisdictionSubject Named(CadreId cadre) => JurisdictionSubject.Of(cadre) with { IsNamed = true };

    private static bool IsNotice(string kind) => kind.EndsWith("-notice", StringComparison.Ordinal);

    private static Type Open(Type act) => act.IsGenericType ? act.GetGenericTypeDefinition() : act;
}

/// <summary>Over what jurisdiction is asked in the end.</summary>
internal enum JurisdictionSubjectKind
{
    /// <summary>The district as a whole: of whoever holds a post in all that lies under no other area of it.</summary>
    District = 1,

    /// <summary>An area.</summary>
    Area = 2,

    /// <summary>A business.</summary>
    Business = 3,

    /// <summary>What is a cadre's own: his, and of whoever acts for the district as a whole.</summary>
    Cadre = 4,
}

/// <summary>Something over which a cadre has jurisdiction or not. The default value is nothing, over which nobody has any.</summary>
/// <param name="Kind">What it is.</param>
internal readonly record struct JurisdictionSubject(JurisdictionSubjectKind Kind)
{
    public static readonly JurisdictionSubject District = new(JurisdictionSubjectKind.District) { IsNamed = true };

    public BusinessId Business { get; init; }

    public AreaCode Area { get; init; }

    public CadreId Cadre { get; init; }

    /// <summary>Whether whoever asks named it himself, so that naming it tells him nothing; what was looked up is not told.</summary>
    public bool IsNamed { get; init; }

    /// <summary>As people read it.</summary>
    public BilingualText Text => Kind switch
    {
        JurisdictionSubjectKind.District => ("全区事务", "the affairs of the whole district"),
        JurisdictionSubjectKind.Area => ($"区划 {Area.ToShortString()}", $"area {Area.ToShortString()}"),
        JurisdictionSubjectKind.Business => ($"主体 {Business}", $"business {Business}"),
        JurisdictionSubjectKind.Cadre => ($"干部 {Cadre} 的事务", $"the affairs of cadre {Cadre}"),
        0 => ("", ""),
    };

    public static JurisdictionSubject Of(BusinessId business) => new(JurisdictionSubjectKind.Business) { Business = business };

    public static JurisdictionSubject Of(AreaCode area) => new(JurisdictionSubjectKind.Area) { Area = area };

    public static JurisdictionSubject Of(CadreId cadre) => new(JurisdictionSubjectKind.Cadre) { Cadre = cadre };

    /// <summary>What something is about; over what is about a cadre jurisdiction gives nothing, for nobody answers for him.</summary>
    public static JurisdictionSubject Of(InspectionSubject subject) => subject.Kind switch
    {
        InspectionSubjectKind.Business => Of(subject.Business),
        InspectionSubjectKind.Area => Of(subject.Area),
        InspectionSubjectKind.Cadre or 0 => default,
    };

    /// <summary>Whether a cadre in service may; false of what there is not.</summary>
    public bool IsAllowed(District district, Jurisdiction jurisdiction, CadreId cadre, JurisdictionAccess access, LocalDate on)
    {
        return Kind switch
        {
            JurisdictionSubjectKind.District => IsAllowedWhole(district, jurisdiction, cadre, access, on),
            // What was told of an area that has another code since is an affair of what it became, of every part.
            JurisdictionSubjectKind.Area => district.Areas.NowOf(Area) is { IsEmpty: false } now && now.All(area => May(jurisdiction.OverArea(cadre, area, on), access)),
            JurisdictionSubjectKind.Business => district.Businesses.Register.Contains(Business) && May(jurisdiction.OverBusiness(cadre, Business, on), access),
            JurisdictionSubjectKind.Cadre => !Cadre.IsNone && (Cadre == cadre || IsAllowedWhole(district, jurisdiction, cadre, access, on)),
            0 => false,
        };
    }

    private static bool IsAllowedWhole(District district, Jurisdiction jurisdiction, CadreId cadre, JurisdictionAccess access, LocalDate on)
    {
        var areas = district.Businesses.Register.Areas;
        return areas.Count > 0 && areas.Roots.All(root => May(jurisdiction.OverArea(cadre, root.Code, on), access));
    }

    private static bool May(JurisdictionAnswer answer, JurisdictionAccess access) => access switch
    {
        JurisdictionAccess.See => answer.MaySee,
        JurisdictionAccess.Act => answer.MayAct,
    };
}
