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
        One("calendar-year-laid-down", TimeShapes.CalendarYear),
        .. Family(AreaActShapes.Act),
        .. Family(RegisterActShapes.Act(settings.Schema)),
        .. settings.Scales.SelectMany(scale => scale.Accept(new GradingKinds.Acts(settings))),
        One("appeal-terms-laid-down", AppealShapes.LaidDown),
        .. Family(ChainActShapes.Act),
        One("load-ceilings-laid-down", ChainActShapes.CeilingsLaidDown),
        .. Family(CommitmentActShapes.Act),
        .. Family(DelegationActShapes.Act),
        .. Family(FollowUpShapes.Act),
        One("checklist-adopted", ChecklistShape.Adopted),
        .. Family(InspectionShapes.Act),
        One("inspection-rules-laid-down", RuleShapes.InspectionsLaidDown),
        One("frequencies-laid-down", FrequencyShapes.LaidDown(settings.Schema, settings.Conditions)),
        One("finding-recorded", InspectionShapes.Recorded),
        .. Family(RoundShapes.Act),
        One("rectification", RectificationShapes.Act),
        One("rectification-rules-laid-down", RectificationShapes.LaidDown),
        One("recall", RecallShapes.Act),
        One("recall-terms-laid-down", RecallShapes.LaidDown),
        One("referral", ReferralShapes.Act),
        .. Family(SelfControlShapes.AppointmentAct),
        .. Family(SelfControlShapes.QualificationAct),
        .. Family(SelfControlShapes.SelfControlAct),
        One("chain-rules-laid-down", SelfControlShapes.ChainsLaidDown),
        One("record-duties-laid-down", SelfControlShapes.DutiesLaidDown),
        One("staffing-laid-down", SelfControlShapes.StaffingLaidDown(settings.Schema, settings.Conditions)),
        One("stop", SelfControlShapes.StopAct),
        One("incident", IncidentShapes.Act(settings.IncidentSchema)),
        One("reporting-rules-laid-down", IncidentShapes.RulesLaidDown),
        One("incident-policy-laid-down", IncidentShapes.PolicyLaidDown(new PolicyFile<IncidentGrade>(IncidentGrades.Scale, settings.IncidentSchema.Facts, settings.Conditions))),
        One("warning", WarningShapes.Act),
        One("points-given", AssessmentShapes.Act),
        One("score-sheets-laid-down", AssessmentShapes.SheetsLaidDown),
        .. Family(CoordinationShapes.Act),
        .. Family(OutreachShapes.Act),
        .. Family(GroundShapes.Act),
        One("process-laid-down", ProcessShapes.LaidDown),
        .. Family(ProcessShapes.Act),
        .. Family(PublicationShapes.Act),
        .. Family(RelocationShapes.Act),
        One("scorecard-terms-laid-down", PublicationShapes.TermsLaidDown),
    ];

    /// <summary>A closed family of acts, each with a word of its own.</summary>
    public static IEnumerable<UnionShape<Act>.Case> Family<TFamily>(Shape<TFamily> shape) where TFamily : Act =>
        ((UnionShape<TFamily>)shape).Cases.Select(inner => new UnionShape<Act>.CaseOf<TFamily>(inner));

    /// <summary>One type of act, whose steps are a field of it.</summary>
    private static UnionShape<Act>.Case<TAct> One<TAct>(string kind, Shape<TAct> shape) where TAct : Act => new(kind, (ObjectShape<TAct>)shape);
}

/// <summary>The kinds of every grading: of the tiers, the risk grades, and those that the settings declare.</summary>
internal static class GradingKinds
{
    internal sealed class Acts(DistrictSettings settings) : IGradeScaleVisitor<IEnumerable<UnionShape<Act>.Case>>
    {
        public IEnumerable<UnionShape<Act>.Case> Visit<TGrade>(GradeScale<TGrade> scale) where TGrade : struct, Enum
        {
            var shapes = new GradingShapes<TGrade>(scale);
            return [.. ActKinds.Family(shapes.Act(settings.Schema, settings.Conditions)), .. ActKinds.Family(shapes.Notice)];
        }
    }

    internal sealed class Parts : IGradeScaleVisitor<UnionShape<OutcomePart>.Case>
    {
        public UnionShape<OutcomePart>.Case Visit<TGrade>(GradeScale<TGrade> scale) where TGrade : struct, Enum => new GradingShapes<TGrade>(scale).Outcome;
    }
}

/// <summary>Every kind of what followed with how it stands in a journal.</summary>
internal static class OutcomeKinds
{
    public static ImmutableArray<UnionShape<OutcomePart>.Case> Of(DistrictSettings settings) =>
    [
        .. settings.Scales.Select(scale => scale.Accept(new GradingKinds.Parts())),
        One("seats", ChainActShapes.Outcome),
        One("director-duties", DirectorDutyShapes.Outcome),
        One("follow-ups", FollowUpShapes.Outcome),
    ];

    private static UnionShape<OutcomePart>.Case<TPart> One<TPart>(string kind, Shape<TPart> shape) where TPart : OutcomePart => new(kind, (ObjectShape<TPart>)shape);
}
