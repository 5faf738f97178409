using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Emergencies;

namespace FoodSafety.Domain.Formats;

/// <summary>How what is done with risk warnings stands in files.</summary>
internal static class WarningShapes
{
    private static readonly Shape<WarningSubject> Subject = Shape.Object<WarningSubject>(f => new WarningSubject(
        f.Get("topic", static subject => subject.Topic, Shape.Text),
        f.Get("area", static subject => subject.Area, SnapshotShapes.AreaCode, usual: default))
    {
        Foods = f.List("foods", static subject => subject.Foods, Shape.Text),
        Businesses = f.List("businesses", static subject => subject.Businesses, SnapshotShapes.BusinessId),
        Advice = f.Get("advice", static subject => subject.Advice, Shape.FreeText, usual: ""),
    });

    private static readonly Shape<WarningAssessment> Assessment = Shape.Object<WarningAssessment>(f => new WarningAssessment(
        f.Get("severity", static found => found.Severity, Shape.Enum<WarningSeverity>()),
        f.Get("likelihood", static found => found.Likelihood, Shape.Enum<WarningLikelihood>()),
        f.Get("level", static found => found.Level, Shape.Enum<WarningLevel>())));

    private static readonly Shape<WarningIssuer> Issuer = Shape.Object<WarningIssuer>(f => new WarningIssuer(
        f.Get("area", static issuer => issuer.Area, SnapshotShapes.AreaCode, usual: default)));

    public static readonly Shape<WarningAct> Act = Shape.Object<WarningAct>(f => new WarningAct(
        new WarningId(f.Get("warning", static act => act.Warning.Number, Shape.IdNumber)),
        f.Get("step", static act => act.Step, Shape.Enum<WarningStep>()))
    {
        Subject = f.Find("subject", static act => act.Subject, Subject),
        Assessment = f.FindValue("assessment", static act => act.Assessment, Assessment),
        Issuer = f.FindValue("issuer", static act => act.Issuer, Issuer),
        Until = f.FindValue("until", static act => act.Until, Shape.Moment),
        Reason = f.Find("reason", static act => act.Reason, Shape.FreeText),
    });
}
