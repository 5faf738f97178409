using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Formats;

/// <summary>How what is done with incidents stands in files.</summary>
internal static class IncidentShapes
{
    private static readonly Shape<IncidentParty> Party = Shape.Enum<IncidentParty>();

    private static readonly Shape<IncidentSubject> Subject = Shape.Object<IncidentSubject>(f => new IncidentSubject(
        f.Get("title", static subject => subject.Title, Shape.FreeText),
        f.Get("area", static subject => subject.Area, SnapshotShapes.AreaCode))
    {
        Businesses = f.List("businesses", static subject => subject.Businesses, SnapshotShapes.BusinessId),
    });

    private static readonly Shape<IncidentGrading> Grading = Shape.Object<IncidentGrading>(f => new IncidentGrading(
        f.FindValue("grade", static given => given.Grade, SnapshotShapes.Grade(IncidentGrades.Scale)),
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

    private static readonly Shape<ReportingRule> Rule = Shape.Object<ReportingRule>(f => new ReportingRule(
        f.Get("id", static rule => rule.Id, Shape.Text),
        f.Get("from", static rule => rule.From, Party),
        f.Get("to", static rule => rule.To, Party),
        f.Find("limit", static rule => rule.Limit, TimeShapes.Limit),
        f.Get("text", static rule => rule.Text, Shape.Bilingual),
        f.Get("basis", static rule => rule.Basis, SnapshotShapes.Citation))
    {
        FromGrade = f.FindValue("fromGrade", static rule => rule.FromGrade, Shape.Enum<IncidentGrade>()),
        InWriting = f.Get("inWriting", static rule => rule.InWriting, Shape.Flag, usual: false),
    });

    public static readonly Shape<ReportingRulesLaidDown> RulesLaidDown = Shape.Object<ReportingRulesLaidDown>(f => new ReportingRulesLaidDown(
        f.List("rules", static laid => laid.Rules, Rule)));

    /// <summary>A step, with the facts that a schema names.</summary>
    public static Shape<IncidentAct> Act(FactSchema schema)
    {
        var facts = new FactsShape(schema);
        return Shape.Object<IncidentAct>(f => new IncidentAct(
            new IncidentId(f.Get("incident", static act => act.Incident.Number, Shape.IdNumber)),
            f.Get("step", static act => act.Step, Shape.Enum<IncidentStep>()))
        {
            Subject = f.Find("subject", static act => act.Subject, Subject),
            Facts = f.Find("facts", static act => act.Facts, facts),
            Rules = f.List("rules", static act => act.Rules, Rule),
            Grading = f.Find("grading", static act => act.Grading, Grading),
            Response = f.FindValue("response", static act => act.Response, Shape.Enum<ResponseLevel>()),
            Notice = f.FindValue("notice", static act => act.Notice, Notice),
            SentReport = f.FindValue("report", static act => act.SentReport, Report),
            Reason = f.Find("reason", static act => act.Reason, Shape.FreeText),
        });
    }

    /// <summary>A plan by which incidents are graded.</summary>
    public static Shape<IncidentPolicyLaidDown> PolicyLaidDown(PolicyFile<IncidentGrade> policies)
    {
        var policy = new SimpleShape<GradingPolicy<IncidentGrade>>(policies.Write, part => (true, policies.Read(part)));
        return Shape.Object<IncidentPolicyLaidDown>(f => new IncidentPolicyLaidDown(f.Get("policy", static act => act.Policy, policy)));
    }
}
