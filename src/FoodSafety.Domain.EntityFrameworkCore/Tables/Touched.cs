using System.Collections.Frozen;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Relocations;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>Which rows of the read tables an entry may have made others: found by its acts and its outcome, each of a known sort.</summary>
internal sealed class Touched
{
    // Each sort of act is here on purpose; one that nobody thought of is an error, and a test goes through all sorts that there are.
    private static readonly FrozenDictionary<Type, Action<Touched, Act>> Acts = new Dictionary<Type, Action<Touched, Act>>
    {
        [typeof(AreasLaidDown)] = static (touched, _) => touched.IsOfAllAreas = true,
        [typeof(AreasChanged)] = static (touched, _) => touched.IsOfAllAreas = true,
        [typeof(BusinessesOpened)] = static (touched, act) => touched.Opened.UnionWith(((BusinessesOpened)act).Businesses.Select(business => business.Id.Value)),
        [typeof(FactsStated)] = Business,
        [typeof(FactsCorrected)] = Business,
        [typeof(BusinessMoved)] = Business,
        [typeof(BusinessRenamed)] = Business,
        [typeof(CreditCodeChanged)] = Business,
        [typeof(LicenceChanged)] = Business,
        [typeof(FactsDerived)] = static (touched, act) => touched.Facts.UnionWith(((FactsDerived)act).Values.SelectMany(group => group.Businesses).Select(business => business.Value)),
        [typeof(CommitmentSigned)] = Commitment,
        [typeof(CommitmentEnded)] = Commitment,
        [typeof(InspectionPlanned)] = Inspection,
        [typeof(InspectionBegun)] = Inspection,
        [typeof(InspectionFinished)] = Inspection,
        [typeof(InspectionPublished)] = Inspection,
        [typeof(InspectionCancelled)] = Inspection,
        [typeof(InspectionCorrected)] = Inspection,
        [typeof(InspectionReplaced)] = Inspection,
        [typeof(ReplacementRecorded)] = Inspection,
        [typeof(FindingRecorded)] = static (touched, act) => touched.Findings.Add(((FindingRecorded)act).Finding.Number),
        [typeof(RectificationAct)] = static (touched, act) => touched.Rectifications.Add(((RectificationAct)act).Id.Number),
        [typeof(ActVoided)] = static (touched, act) => touched.Note(((ActVoided)act).About),
        [typeof(AppealDecided<>)] = static (touched, _) => touched.HasDecidedAppeal = true,
    }.Concat(
    ((Type[])[
        // Who stands how, and with whom, since then is in the outcome.
        typeof(PolicyLaidDown<>), typeof(PolicyWithdrawn<>), typeof(ObservationLaidDown<>), typeof(GradeAssigned<>), typeof(AssignmentEnded<>), typeof(AssignmentWithdrawn<>),
        typeof(LevelsLaidDown), typeof(CadreJoined), typeof(CadreLeft), typeof(PostGiven), typeof(PostEnded), typeof(BusinessesHandedOver), typeof(DayBegan),
        // An appeal that is granted entails the facts that it puts right, or another grade, as acts of their own.
        typeof(AppealFiled<>), typeof(AppealWithdrawn<>), typeof(AppealDeadlineSettled<>),
        // Of these rooms nothing stands in a table.
        typeof(GradeNotified<>), typeof(GradePublished<>), typeof(GradeNoticeSettled<>),
        typeof(CalendarYearLaidDown), typeof(RecallTermsLaidDown), typeof(ReportingRulesLaidDown), typeof(RectificationRulesLaidDown), typeof(RecordDutiesLaidDown), typeof(ChainRulesLaidDown), typeof(LoadCeilingsLaidDown), typeof(ScoreSheetsLaidDown),
        typeof(AppealTermsLaidDown), typeof(StaffingLaidDown), typeof(ScorecardTermsLaidDown), typeof(InspectionRulesLaidDown), typeof(FrequenciesLaidDown), typeof(ChecklistAdopted),
        typeof(FollowUpClosed), typeof(FollowUpDeadlineSettled), typeof(DelegationMade), typeof(DelegationRevoked), typeof(RecallAct), typeof(ReferralAct), typeof(StopAct),
        typeof(OutreachOpened), typeof(OutreachTargeted), typeof(OutreachDelivered), typeof(MechanismAdopted), typeof(RoutineDone), typeof(MilestoneReached), typeof(GridsLaidDown), typeof(StationsLinked),
        typeof(PointsGiven), typeof(IncidentPolicyLaidDown), typeof(IncidentAct), typeof(WarningAct), typeof(PersonTrained), typeof(PersonAssessed), typeof(PersonBarred),
        typeof(AppointmentMade), typeof(AppointmentEnded), typeof(WentOffDuty), typeof(CameBackOnDuty), typeof(RecordsBegun), typeof(RecordMade), typeof(RecordsKept), typeof(RecordsWithdrawn), typeof(OperationMarked),
        typeof(RoundOpened), typeof(RoundMarked), typeof(ProcessLaidDown), typeof(StepTaken), typeof(CaseDeadlineSettled), typeof(ReportPublished), typeof(ReportWithdrawn),
        // What they make others, they entail as acts of their own: a status, an opening, what is settled.
        typeof(BusinessMovedOut), typeof(TransferReceived), typeof(BusinessMovedIn), typeof(ArrivalConfirmed), typeof(RelocationCancelled),
    ]).Select(static type => new KeyValuePair<Type, Action<Touched, Act>>(type, static (_, _) => { }))).ToFrozenDictionary();

    // By the stable words of the things of which an act can be voided; of the others nothing stands in a table.
    private static readonly FrozenDictionary<string, Action<Touched, string>> Things = new Dictionary<string, Action<Touched, string>>
    {
        ["commitments"] = static (touched, id) => touched.Commitments.Add(id),
        ["inspection"] = static (touched, id) => touched.Note(InspectionId.Parse(id)),
        ["finding"] = static (touched, id) => touched.Findings.Add(FindingId.Parse(id).Number),
        ["rectification"] = static (touched, id) => touched.Rectifications.Add(RectificationId.Parse(id).Number),
    }.Concat(
        ((string[])["appointment", "campaign", "case", "incident", "points", "publication", "recall", "referral", "round", "routine", "staff-qualification", "stop", "warning", "work-line"])
        .Select(static kind => new KeyValuePair<string, Action<Touched, string>>(kind, static (_, _) => { }))).ToFrozenDictionary();

    /// <summary>Whether the areas are others: every business and every seat may stand in one of another code.</summary>
    public bool IsOfAllAreas { get; set; }

    /// <summary>Whether an appeal was decided: where facts were put right by it, the grade is recorded as a correction whether it is another or not, and the outcome tells only of what is.</summary>
    public bool HasDecidedAppeal { get; set; }

    /// <summary>The businesses that are new.</summary>
    public HashSet<string> Opened { get; } = [];

    /// <summary>The businesses of which something was told.</summary>
    public HashSet<string> Businesses { get; } = [];

    /// <summary>The businesses of which a fact of the user's own may be another.</summary>
    public HashSet<string> Facts { get; } = [];

    /// <summary>By grading, the businesses of which something else was computed: each has one entry more in its history.</summary>
    public Dictionary<string, HashSet<string>> Computed { get; } = [];

    /// <summary>By grading, the businesses that stand otherwise.</summary>
    public Dictionary<string, HashSet<string>> Standing { get; } = [];

    /// <summary>The businesses of whose chain a step is with another seat.</summary>
    public HashSet<string> Chains { get; } = [];

    /// <summary>The cadres of whom a commitment is another.</summary>
    public HashSet<string> Commitments { get; } = [];

    /// <summary>The inspections.</summary>
    public HashSet<long> Inspections { get; } = [];

    /// <summary>The numbers of findings, each with all its places.</summary>
    public HashSet<long> Findings { get; } = [];

    /// <summary>The rectifications.</summary>
    public HashSet<long> Rectifications { get; } = [];

    /// <summary>Whether it is known which rows a sort of act may make others.</summary>
    /// <param name="act">A type of acts.</param>
    public static bool Knows(Type act) => Acts.ContainsKey(Open(act));

    /// <summary>Whether it is known which rows may be others when an act on a sort of thing is voided.</summary>
    /// <param name="kind">The stable word for the sort.</param>
    public static bool Knows(string kind) => Things.ContainsKey(kind) || IsNotice(kind);

    /// <summary>What an entry touched.</summary>
    /// <exception cref="NotSupportedException">It has an act or a part of an outcome of which nobody said what it touches.</exception>
    public static Touched By(Entry entry)
    {
        var touched = new Touched();
        foreach (var act in entry.Acts)
        {
            (Acts.TryGetValue(Open(act.GetType()), out var note) ? note : throw Unknown(act.Kind))(touched, act);
        }

        foreach (var part in entry.Outcome.Parts)
        {
            touched.Note(part);
        }

        return touched;
    }

    private static void Business(Touched touched, Act act)
    {
        touched.Businesses.Add(((BusinessAct)act).Business.Value);
        touched.Facts.Add(((BusinessAct)act).Business.Value);
    }

    private static void Commitment(Touched touched, Act act) => touched.Commitments.Add(((CommitmentAct)act).Cadre.Value);

    private static void Inspection(Touched touched, Act act) => touched.Note(((InspectionAct)act).Inspection);

    private void Note(InspectionId id)
    {
        // What was found at an inspection stands as long as its record does.
        Inspections.Add(id.Number);
        Findings.Add(id.Number);
    }

    private void Note(Thing about)
    {
        if (!IsNotice(about.Kind))
        {
            (Things.TryGetValue(about.Kind, out var note) ? note : throw Unknown(about.Kind))(this, about.Id);
        }
    }

    // That a grade was told or made public stands in no table; every grading has notices of its own.
    private static bool IsNotice(string kind) => kind.EndsWith("-notice", StringComparison.Ordinal);

    private void Note(OutcomePart part)
    {
        switch (part)
        {
            case IGradesDecided decided:
                Computed.Add(decided.Grading, [.. decided.Computed.Select(business => business.Value)]);
                Standing.Add(decided.Grading, [.. decided.Standing.Select(business => business.Value)]);
                break;
            case SeatsGiven given:
                Chains.UnionWith(given.Seats.SelectMany(seat => seat.Businesses).Select(business => business.Value));
                break;
            case DutiesTurned or FollowUpsGiven:
                // Who must appoint a director, and who has to do what, stands in no table.
                break;
            default:
                throw Unknown(part.Kind);
        }
    }

    private static Type Open(Type act) => act.IsGenericType ? act.GetGenericTypeDefinition() : act;

    private static NotSupportedException Unknown(string kind) => new($"Nobody said which rows of the read tables '{kind}' makes others.");
}
