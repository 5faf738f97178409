using FoodSafety.Domain.Areas;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Inspections;

namespace FoodSafety.Domain.Formats;

/// <summary>How inspections and findings stand in a file.</summary>
internal static class InspectionShapes
{
    private static readonly Shape<InspectionSubject> Subject = new SubjectShape();

    private static readonly Shape<InspectionId> InspectionNumber = Number(static id => id.Number, static number => new InspectionId(number));

    public static readonly Shape<FindingId> FindingId = Shape.Parsed<FindingId>(
        static id => id.ToString(), static text => Domain.Inspections.FindingId.TryParse(text, null, out var id) ? id : null, "20260000005-3");

    /// <summary>A severity, by its code.</summary>
    public static readonly Shape<FindingSeverity> Severity = Shape.Key<FindingSeverity>(static severity => severity.Code, static code => new FindingSeverity(code));

    private static readonly Shape<ChecklistName> ListName = Shape.Parsed<ChecklistName>(
        static name => name.ToString(), static text => ChecklistName.TryParse(text, null, out var name) ? name : null, "cadre-tasks@2022.1");

    public static readonly Shape<EvidenceReference> Evidence = Shape.Object<EvidenceReference>(f => new EvidenceReference(
        f.Get("kind", static evidence => evidence.Kind, Shape.Enum<EvidenceKind>()),
        f.Get("key", static evidence => evidence.Key, Shape.Text),
        f.FindValue("takenAt", static evidence => evidence.TakenAt, Shape.Moment),
        f.Find("note", static evidence => evidence.Note, Shape.FreeText)));

    private static readonly Shape<Measurement> Measurement = Shape.Object<Measurement>(f => new Measurement(
        f.Get("what", static measured => measured.What, Shape.Text),
        f.Get("value", static measured => measured.Value, Shape.Number),
        f.Get("unit", static measured => measured.Unit, Shape.Enum<MeasurementUnit>()),
        f.FindValue("atLeast", static measured => measured.AtLeast, Shape.Number),
        f.FindValue("atMost", static measured => measured.AtMost, Shape.Number)));

    private static readonly Shape<ChecklistItemId> Item = Shape.Object<ChecklistItemId>(f => new ChecklistItemId(
        f.Get("checklist", static item => item.Checklist, Shape.Text),
        f.Get("version", static item => item.Version, Shape.Text),
        f.Get("code", static item => item.Code, Shape.Text)));

    private static readonly Shape<Inspector> Inspector = Shape.Object<Inspector>(f => new Inspector(
        f.Get("key", static inspector => inspector.Key, Shape.Text),
        f.Find("certificate", static inspector => inspector.Certificate, Shape.Text),
        f.Get("cadre", static inspector => inspector.Cadre, SnapshotShapes.CadreId, usual: default))
    {
        Interests = f.List("interests", static inspector => inspector.Interests, SnapshotShapes.BusinessId),
    });

    private static readonly Shape<InspectionTeam> Team = Shape.Object<InspectionTeam>(f => new InspectionTeam(
        f.Get("form", static team => team.Form, Shape.Enum<InspectionForm>()),
        f.Get("inspectors", static team => team.Inspectors, Shape.List(Inspector)).AsSpan()));

    private static readonly Shape<ItemAnswer> Answer = Shape.Object<ItemAnswer>(f =>
    {
        var code = f.Get("item", static answer => answer.Code, Shape.Text);
        var result = f.Get("result", static answer => answer.Result, Shape.Enum<ItemResult>(), usual: ItemResult.Met);
        var description = f.Get("description", static answer => answer.Description, Shape.FreeText, usual: "");
        var effect = f.Get("effect", static answer => answer.Effect, Shape.Enum<ItemEffect>(), usual: default);
        var read = result switch
        {
            ItemResult.Met => ItemAnswer.Met(code),
            ItemResult.NotApplicable => ItemAnswer.NotApplicable(code),
            ItemResult.NotMet => ItemAnswer.NotMet(code, description, effect),
        };
        return read with
        {
            IsCorrectedOnTheSpot = f.Get("correctedOnTheSpot", static answer => answer.IsCorrectedOnTheSpot, Shape.Flag, usual: false),
            Evidence = f.List("evidence", static answer => answer.Evidence, Evidence),
            Measurements = f.List("measurements", static answer => answer.Measurements, Measurement),
        };
    });

    private static readonly Shape<ResultSignature> Signature = Shape.Object<ResultSignature>(f =>
    {
        var by = f.Find("by", static signature => signature.SignedBy, Shape.Text);
        var refusal = f.Find("refused", static signature => signature.Refusal, Shape.FreeText);
        var witness = f.Find("witness", static signature => signature.Witness, Shape.Text);
        return by is not null ? ResultSignature.Given(by) : ResultSignature.Refused(refusal ?? "", witness);
    });

    private static readonly Shape<InspectionResult> Result = Shape.Object<InspectionResult>(f => new InspectionResult(
        f.Get("outcome", static result => result.Outcome, Shape.Enum<InspectionOutcome>()),
        f.Get("answers", static result => result.Answers, Shape.List(Answer)))
    {
        AtRest = f.List("atRest", static result => result.AtRest, Shape.Text),
        Signature = f.Find("signature", static result => result.Signature, Signature),
        Remark = f.Find("remark", static result => result.Remark, Shape.FreeText),
    });

    private static readonly Shape<InspectionTask> Task = Shape.Object<InspectionTask>(f => new InspectionTask(
        f.Get("kind", static task => task.Kind, Shape.Enum<InspectionKind>()),
        f.Get("subject", static task => task.Subject, Subject),
        f.Get("checklist", static task => task.Checklist, ListName),
        f.Get("plannedFor", static task => task.PlannedFor, Shape.Date))
    {
        IsHighRisk = f.Get("highRisk", static task => task.IsHighRisk, Shape.Flag, usual: false),
        BodyLevel = f.FindValue("bodyLevel", static task => task.BodyLevel, Shape.Enum<AreaLevel>()),
        Lead = f.Find("lead", static task => task.Lead, Shape.FreeText),
        FollowsUp = f.List("followsUp", static task => task.FollowsUp, FindingId),
    });

    /// <summary>What is done with an inspection.</summary>
    public static readonly Shape<InspectionAct> Act = new UnionShape<InspectionAct>(
        new UnionShape<InspectionAct>.Case<InspectionPlanned>("inspection-planned", f => new InspectionPlanned(Id(f), f.Get("task", static act => act.Task, Task))),
        new UnionShape<InspectionAct>.Case<InspectionBegun>("inspection-begun", f => new InspectionBegun(Id(f), f.Get("team", static act => act.Team, Team))),
        new UnionShape<InspectionAct>.Case<InspectionFinished>("inspection-finished", f => new InspectionFinished(Id(f), f.Get("result", static act => act.Result, Result))),
        new UnionShape<InspectionAct>.Case<InspectionPublished>("inspection-published", f => new InspectionPublished(Id(f))),
        new UnionShape<InspectionAct>.Case<InspectionCancelled>("inspection-cancelled", f => new InspectionCancelled(Id(f), f.Get("reason", static act => act.Reason, Shape.FreeText))),
        new UnionShape<InspectionAct>.Case<InspectionCorrected>("inspection-corrected", f => new InspectionCorrected(Id(f), f.Get("note", static act => act.Note, Shape.FreeText))),
        new UnionShape<InspectionAct>.Case<InspectionReplaced>("inspection-replaced", f => new InspectionReplaced(
            Id(f),
            f.Get("replacement", static act => act.Replacement, InspectionNumber),
            f.Get("result", static act => act.Result, Result),
            f.Get("reason", static act => act.Reason, Shape.FreeText))),
        new UnionShape<InspectionAct>.Case<ReplacementRecorded>("replacement-recorded", f => new ReplacementRecorded(
            Id(f),
            f.Get("replaces", static act => act.Replaces, InspectionNumber),
            f.Get("task", static act => act.Task, Task),
            f.Get("team", static act => act.Team, Team),
            f.Get("begunOn", static act => act.BegunOn, Shape.Date),
            f.Get("result", static act => act.Result, Result))));

    /// <summary>A finding that comes out of no result.</summary>
    public static readonly Shape<FindingRecorded> Recorded = Shape.Object<FindingRecorded>(f => new FindingRecorded(
        f.Get("finding", static act => act.Finding, FindingId),
        f.Get("subject", static act => act.Subject, Subject),
        f.Get("source", static act => act.Source, Shape.Enum<FindingSource>()),
        f.Get("severity", static act => act.Severity, Severity),
        f.Get("description", static act => act.Description, Shape.FreeText))
    {
        Item = f.Get("item", static act => act.Item, Item, usual: default),
        Evidence = f.List("evidence", static act => act.Evidence, Evidence),
        Measurements = f.List("measurements", static act => act.Measurements, Measurement),
        IsCorrectedOnTheSpot = f.Get("correctedOnTheSpot", static act => act.IsCorrectedOnTheSpot, Shape.Flag, usual: false),
        CarriedFrom = f.FindValue("carriedFrom", static act => act.CarriedFrom, FindingId),
        Replaces = f.FindValue("replaces", static act => act.Replaces, FindingId),
    });

    private static InspectionId Id<T>(Fields<T> f) where T : InspectionAct => f.Get("inspection", static act => act.Inspection, InspectionNumber);

    private static SimpleShape<T> Number<T>(Func<T, long> numberOf, Func<long, T> of) => new(
        (writer, value) => writer.WriteNumberValue(numberOf(value)), part => part.WholeUpTo(IdNumber.Max, ("整数", "whole number")) is { } number ? (true, of(number)) : default);
}
