using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Emergencies;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How risk warnings stand in a snapshot.</summary>
internal static class WarningShapes
{
    private static readonly Shape<WarningSubject> Subject = Shape.Object<WarningSubject>(f => new WarningSubject(
        f.Get("topic", static subject => subject.Topic, Shape.Text),
        f.Get("area", static subject => subject.Area, SnapshotShapes.AreaCode, usual: default))
    {
        Foods = f.List("foods", static subject => subject.Foods, Shape.Text),
        Businesses = f.List("businesses", static subject => subject.Businesses, SnapshotShapes.BusinessId),
        Advice = f.Get("advice", static subject => subject.Advice, Shape.Text, usual: ""),
    });

    private static readonly Shape<WarningAssessment> Assessment = Shape.Object<WarningAssessment>(f => new WarningAssessment(
        f.Get("severity", static found => found.Severity, Shape.Enum<WarningSeverity>()),
        f.Get("likelihood", static found => found.Likelihood, Shape.Enum<WarningLikelihood>()),
        f.Get("level", static found => found.Level, Shape.Enum<WarningLevel>())));

    private static readonly Shape<WarningIssuer> Issuer = Shape.Object<WarningIssuer>(f => new WarningIssuer(
        f.Get("area", static issuer => issuer.Area, SnapshotShapes.AreaCode, usual: default)));

    public static readonly Shape<WarningEvent> Event = Shape.Object<WarningEvent>(f => new WarningEvent(
        new WarningId(f.Get("warning", static done => done.Warning.Number, Shape.IdNumber)),
        f.Get("step", static done => done.Step, Shape.Enum<WarningStep>()),
        f.Get("at", static done => done.At, Shape.Moment),
        f.Get("by", static done => done.By, Shape.Text))
    {
        Subject = f.Find("subject", static done => done.Subject, Subject),
        Assessment = f.FindValue("assessment", static done => done.Assessment, Assessment),
        Issuer = f.FindValue("issuer", static done => done.Issuer, Issuer),
        Until = f.FindValue("until", static done => done.Until, Shape.Moment),
        Reason = f.Find("reason", static done => done.Reason, Shape.Text),
    });
}
