using FoodSafety.Domain.Areas;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Inspections;
using NodaTime;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How inspections and findings stand in a snapshot.</summary>
internal static class InspectionShapes
{
    private static readonly Shape<InspectionSubject> Subject = new SubjectShape();

    private static readonly Shape<InspectionId> InspectionNumber = Number(static id => id.Number, static number => new InspectionId(number));

    private static readonly Shape<FindingId> FindingNumber = Number(static id => id.Number, static number => new FindingId(number));

    public static readonly Shape<EvidenceReference> Evidence = Shape.Object<EvidenceReference>(f => new EvidenceReference(
        f.Get("kind", static evidence => evidence.Kind, Shape.Enum<EvidenceKind>()),
        f.Get("key", static evidence => evidence.Key, Shape.Text),
        f.FindValue("takenAt", static evidence => evidence.TakenAt, Shape.Moment),
        f.Find("note", static evidence => evidence.Note, Shape.Text)));

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
        var description = f.Get("description", static answer => answer.Description, Shape.Text, usual: "");
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
        var refusal = f.Find("refused", static signature => signature.Refusal, Shape.Text);
        var witness = f.Find("witness", static signature => signature.Witness, Shape.Text);
        return by is not null ? ResultSignature.Given(by) : ResultSignature.Refused(refusal ?? "", witness);
    });

    private static readonly Shape<InspectionResult> Result = Shape.Object<InspectionResult>(f => new InspectionResult(
        f.Get("outcome", static result => result.Outcome, Shape.Enum<InspectionOutcome>()),
        f.Get("answers", static result => result.Answers, Shape.List(Answer)))
    {
        Signature = f.Find("signature", static result => result.Signature, Signature),
        Remark = f.Find("remark", static result => result.Remark, Shape.Text),
    });

    private static readonly Shape<Finding> Finding = Shape.Object<Finding>(f => new Finding
    {
        Id = new FindingId(f.Get("id", static finding => finding.Id.Number, Shape.IdNumber)),
        Subject = f.Get("subject", static finding => finding.Subject, Subject),
        Source = f.Get("source", static finding => finding.Source, Shape.Enum<FindingSource>()),
        Inspection = f.FindValue("inspection", static finding => finding.Inspection, InspectionNumber),
        Item = f.Get("item", static finding => finding.Item, Item, usual: default),
        Severity = f.Get("severity", static finding => finding.Severity, Shape.Enum<FindingSeverity>()),
        Description = f.Get("description", static finding => finding.Description, Shape.Text),
        Evidence = f.List("evidence", static finding => finding.Evidence, Evidence),
        Measurements = f.List("measurements", static finding => finding.Measurements, Measurement),
        FoundOn = f.Get("foundOn", static finding => finding.FoundOn, Shape.Date),
        By = f.Get("by", static finding => finding.By, Shape.Text),
        IsCorrectedOnTheSpot = f.Get("correctedOnTheSpot", static finding => finding.IsCorrectedOnTheSpot, Shape.Flag, usual: false),
        CarriedFrom = f.FindValue("carriedFrom", static finding => finding.CarriedFrom, FindingNumber),
        Replaces = f.FindValue("replaces", static finding => finding.Replaces, FindingNumber),
    });

    /// <summary>The events of a book, whose tasks name their lists.</summary>
    /// <param name="lists">The lists that are known.</param>
    public static Shape<InspectionEvent> Event(Checklists lists)
    {
        var task = Task(lists);
        return new UnionShape<InspectionEvent>(
            new UnionShape<InspectionEvent>.Case<InspectionPlanned>("planned", f => new InspectionPlanned(
                Id(f, static done => done.Inspection), f.Get("task", static done => done.Task, task), By(f), On(f))),
            new UnionShape<InspectionEvent>.Case<InspectionBegun>("begun", f => new InspectionBegun(
                Id(f, static done => done.Inspection), f.Get("team", static done => done.Team, Team), By(f), On(f))),
            new UnionShape<InspectionEvent>.Case<InspectionFinished>("finished", f => new InspectionFinished(
                Id(f, static done => done.Inspection), f.Get("result", static done => done.Result, Result), By(f), On(f))),
            new UnionShape<InspectionEvent>.Case<InspectionPublished>("published", f => new InspectionPublished(
                Id(f, static done => done.Inspection), By(f), On(f))),
            new UnionShape<InspectionEvent>.Case<InspectionCancelled>("cancelled", f => new InspectionCancelled(
                Id(f, static done => done.Inspection), f.Get("reason", static done => done.Reason, Shape.Text), By(f), On(f))),
            new UnionShape<InspectionEvent>.Case<InspectionCorrected>("corrected", f => new InspectionCorrected(
                Id(f, static done => done.Inspection), f.Get("note", static done => done.Note, Shape.Text), By(f), On(f))),
            new UnionShape<InspectionEvent>.Case<InspectionReplaced>("replaced", f => new InspectionReplaced(
                Id(f, static done => done.Inspection),
                f.Get("replacement", static done => done.Replacement, InspectionNumber),
                f.Get("result", static done => done.Result, Result),
                f.Get("reason", static done => done.Reason, Shape.Text), By(f), On(f))),
            new UnionShape<InspectionEvent>.Case<FindingRecorded>("found", f => new FindingRecorded(
                f.Get("finding", static done => done.Finding, Finding))));
    }

    private static Shape<InspectionTask> Task(Checklists lists) => Shape.Object<InspectionTask>(f => new InspectionTask(
        f.Get("kind", static task => task.Kind, Shape.Enum<InspectionKind>()),
        f.Get("subject", static task => task.Subject, Subject),
        f.Get("checklist", static task => task.Checklist, new ListNameShape(lists)),
        f.Get("plannedFor", static task => task.PlannedFor, Shape.Date))
    {
        IsHighRisk = f.Get("highRisk", static task => task.IsHighRisk, Shape.Flag, usual: false),
        BodyLevel = f.FindValue("bodyLevel", static task => task.BodyLevel, Shape.Enum<AreaLevel>()),
        Lead = f.Find("lead", static task => task.Lead, Shape.Text),
        FollowsUp = f.List("followsUp", static task => task.FollowsUp, FindingNumber),
    });

    private static InspectionId Id<T>(Fields<T> f, Func<T, InspectionId> of) => f.Get("inspection", of, InspectionNumber);

    private static string By<T>(Fields<T> f) where T : InspectionEvent => f.Get("by", static done => done.By, Shape.Text);

    private static LocalDate On<T>(Fields<T> f) where T : InspectionEvent => f.Get("on", static done => done.On, Shape.Date);

    private static SimpleShape<T> Number<T>(Func<T, long> numberOf, Func<long, T> of) => new(
        (writer, value) => writer.WriteNumberValue(numberOf(value)), part => part.WholeUpTo(IdNumber.Max, "whole number") is { } number ? (true, of(number)) : default);
}
