using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How incidents stand in a snapshot.</summary>
internal static class IncidentShapes
{
    private static readonly Shape<IncidentParty> Party = Shape.Enum<IncidentParty>();

    private static readonly Shape<IncidentSubject> Subject = Shape.Object<IncidentSubject>(f => new IncidentSubject(
        f.Get("title", static subject => subject.Title, Shape.Text),
        f.Get("area", static subject => subject.Area, SnapshotShapes.AreaCode))
    {
        Businesses = f.List("businesses", static subject => subject.Businesses, SnapshotShapes.BusinessId),
    });

    private static readonly Shape<IncidentGrading> Grading = Shape.Object<IncidentGrading>(f => new IncidentGrading(
        f.FindValue("grade", static given => given.Grade, Shape.Enum<IncidentGrade>()),
        f.Get("policy", static given => given.Policy, Shape.Text),
        f.Get("version", static given => given.Version, Shape.Text),
        f.Get("clause", static given => given.Clause, Shape.Text),
        f.Get("reason", static given => given.Reason, Shape.Bilingual),
        f.Get("basis", static given => given.Basis, SnapshotShapes.Citation)));

    private static readonly Shape<IncidentNotice> Notice = Shape.Object<IncidentNotice>(f => new IncidentNotice(
        f.Get("party", static notice => notice.Party, Party),
        f.Get("since", static notice => notice.Since, Shape.Moment)));

    private static readonly Shape<IncidentReport> Report = Shape.Object<IncidentReport>(f => new IncidentReport(
        f.Get("from", static report => report.From, Party),
        f.Get("to", static report => report.To, Party),
        f.Get("stage", static report => report.Stage, Shape.Enum<ReportStage>()),
        f.Get("sentAt", static report => report.SentAt, Shape.Moment),
        f.Get("inWriting", static report => report.InWriting, Shape.Flag, usual: false)));

    /// <summary>A step, with the facts that a schema names.</summary>
    public static Shape<IncidentEvent> Event(FactSchema schema)
    {
        var facts = new FactsShape(schema);
        return Shape.Object<IncidentEvent>(f => new IncidentEvent(
            new IncidentId(f.Get("incident", static done => done.Incident.Number, Shape.IdNumber)),
            f.Get("step", static done => done.Step, Shape.Enum<IncidentStep>()),
            f.Get("at", static done => done.At, Shape.Moment),
            f.Get("by", static done => done.By, Shape.Text))
        {
            Subject = f.Find("subject", static done => done.Subject, Subject),
            Facts = f.Find("facts", static done => done.Facts, facts),
            Grading = f.Find("grading", static done => done.Grading, Grading),
            Response = f.FindValue("response", static done => done.Response, Shape.Enum<ResponseLevel>()),
            Notice = f.FindValue("notice", static done => done.Notice, Notice),
            Report = f.FindValue("report", static done => done.Report, Report),
            Reason = f.Find("reason", static done => done.Reason, Shape.Text),
        });
    }
}
