using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Formats;

/// <summary>Every kind of act with how it stands in a journal. A room is one line: its family, or its one type with its word.</summary>
internal static class ActKinds
{
    public static ImmutableArray<UnionShape<Act>.Case> Of(DistrictSettings settings) =>
    [
        One("act-voided", EntryShapes.ActVoided),
        One("day-began", Shape.Object<DayBegan>(static _ => new DayBegan())),
        .. Family(AreaActShapes.Act),
        .. Family(RegisterActShapes.Act(settings.Schema)),
        .. Family(TierActShapes.Act(new PolicyFile<Tier>(Tiers.Scale, settings.Schema.Facts, settings.Conditions))),
        .. Family(ChainActShapes.Act),
        .. Family(CommitmentActShapes.Act),
        .. Family(DelegationActShapes.Act),
        One("follow-up-closed", FollowUpShapes.Closed),
        One("checklist-adopted", ChecklistShape.Adopted),
        .. Family(InspectionShapes.Act),
        One("finding-recorded", InspectionShapes.Recorded),
        .. Family(RoundShapes.Act),
        One("rectification", RectificationShapes.Act),
        One("recall", RecallShapes.Act),
        One("referral", ReferralShapes.Act),
        .. Family(SelfControlShapes.AppointmentAct),
        .. Family(SelfControlShapes.QualificationAct),
        .. Family(SelfControlShapes.SelfControlAct),
        One("staffing-laid-down", SelfControlShapes.StaffingLaidDown(settings.Schema, settings.Conditions)),
        One("stop", SelfControlShapes.StopAct),
        One("incident", IncidentShapes.Act(settings.IncidentSchema)),
        One("incident-policy-laid-down", IncidentShapes.PolicyLaidDown(new PolicyFile<IncidentGrade>(IncidentGrades.Scale, settings.IncidentSchema.Facts, settings.Conditions))),
        One("warning", WarningShapes.Act),
        One("points-given", AssessmentShapes.Act),
        .. Family(CoordinationShapes.Act),
        .. Family(OutreachShapes.Act),
        .. Family(GroundShapes.Act),
        One("process-laid-down", ProcessShapes.LaidDown),
        One("step-taken", ProcessShapes.Taken),
        .. Family(PublicationShapes.Act),
    ];

    /// <summary>A closed family of acts, each with a word of its own.</summary>
    private static IEnumerable<UnionShape<Act>.Case> Family<TFamily>(Shape<TFamily> shape) where TFamily : Act =>
        ((UnionShape<TFamily>)shape).Cases.Select(inner => new UnionShape<Act>.CaseOf<TFamily>(inner));

    /// <summary>One type of act, whose steps are a field of it.</summary>
    private static UnionShape<Act>.Case<TAct> One<TAct>(string kind, Shape<TAct> shape) where TAct : Act => new(kind, (ObjectShape<TAct>)shape);
}

/// <summary>Every kind of what followed with how it stands in a journal.</summary>
internal static class OutcomeKinds
{
    public static readonly ImmutableArray<UnionShape<OutcomePart>.Case> All =
    [
        One("tiers", TierActShapes.Outcome),
        One("seats", ChainActShapes.Outcome),
        One("director-duties", DirectorDutyShapes.Outcome),
        One("follow-ups", FollowUpShapes.Outcome),
    ];

    private static UnionShape<OutcomePart>.Case<TPart> One<TPart>(string kind, Shape<TPart> shape) where TPart : OutcomePart => new(kind, (ObjectShape<TPart>)shape);
}
