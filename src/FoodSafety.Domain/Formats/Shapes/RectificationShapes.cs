using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Rectifications;

namespace FoodSafety.Domain.Formats;

/// <summary>How acts on rectifications stand in a file.</summary>
internal static class RectificationShapes
{
    private static readonly Shape<LinkedMeasure> Measure = Shape.Object<LinkedMeasure>(f => new LinkedMeasure(
        f.Get("kind", static measure => measure.Kind, Shape.Enum<MeasureKind>()),
        f.Get("reference", static measure => measure.Reference, Shape.Text)));

    private static readonly Shape<RectificationRules> Rules = Shape.Object<RectificationRules>(f => new RectificationRules
    {
        MostExtensions = f.Get("mostExtensions", static rules => rules.MostExtensions, Shape.Whole),
        VerifierIsNotReporter = f.Get("verifierIsNotReporter", static rules => rules.VerifierIsNotReporter, Shape.Flag),
        OnTheSpot = f.Get("onTheSpot", static rules => rules.OnTheSpot, RuleShapes.Rule(RuleShapes.List(InspectionShapes.Severity))),
        ClosesOnSight = f.Get("closesOnSight", static rules => rules.ClosesOnSight, RuleShapes.Rule(Shape.Flag)),
        OpenOrders = f.Get("openOrders", static rules => rules.OpenOrders, RuleShapes.Rule(RuleShapes.List(Shape.Enum<OpenTerm>()))),
        TypicalLimit = f.Find("typicalLimit", static rules => rules.TypicalLimit, TimeShapes.Limit),
        LookBack = f.Find("lookBack", static rules => rules.LookBack, TimeShapes.Limit),
        NoticeDays = f.Get("noticeDays", static rules => rules.NoticeDays, Shape.Whole),
        GraceWorkingDays = f.Get("graceWorkingDays", static rules => rules.GraceWorkingDays, Shape.Whole),
        CaseLimit = f.Get("caseLimit", static rules => rules.CaseLimit, TimeShapes.Limit),
        Basis = f.Get("basis", static rules => rules.Basis, SnapshotShapes.Citation),
    });

    public static readonly Shape<RectificationRulesLaidDown> LaidDown = Shape.Object<RectificationRulesLaidDown>(f => new RectificationRulesLaidDown(
        f.Get("rules", static laid => laid.Rules, Rules)));

    public static readonly Shape<RectificationAct> Act = Shape.Object<RectificationAct>(f => new RectificationAct(
        new RectificationId(f.Get("id", static act => act.Id.Number, Shape.IdNumber)),
        f.Get("step", static act => act.Step, Shape.Enum<RectificationStep>()))
    {
        Reason = f.Find("reason", static act => act.Reason, Shape.FreeText),
        Finding = f.Get("finding", static act => act.Finding, InspectionShapes.FindingId, usual: default),
        CarriedFrom = f.Get("carriedFrom", static act => act.CarriedFrom, InspectionShapes.FindingId, usual: default),
        Severity = f.Get("severity", static act => act.Severity, InspectionShapes.Severity, usual: default),
        Business = f.FindValue("business", static act => act.Business, SnapshotShapes.BusinessId),
        Limit = f.Find("limit", static act => act.Limit, TimeShapes.Limit),
        Deadline = f.FindValue("deadline", static act => act.Deadline, TimeShapes.Deadline),
        Until = f.FindValue("until", static act => act.Until, Shape.Enum<OpenTerm>()),
        MendedBy = f.Find("mendedBy", static act => act.MendedBy, Shape.Text),
        AppliedBy = f.Find("appliedBy", static act => act.AppliedBy, Shape.Text),
        Document = f.Find("document", static act => act.Document, Shape.FreeText),
        Evidence = f.List("evidence", static act => act.Evidence, InspectionShapes.Evidence),
        Measure = f.Find("measure", static act => act.Measure, Measure),
    });
}
