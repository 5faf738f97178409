using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Publications;

namespace FoodSafety.Domain.Formats;

/// <summary>How published reports stand in a journal.</summary>
internal static class PublicationShapes
{
    private static readonly Shape<PublicationId> Id = SnapshotShapes.Id(static id => id.Number, static number => new PublicationId(number));

    private static readonly Shape<ReportFigure> Figure = Shape.Object<ReportFigure>(f => new ReportFigure(
        f.Get("measure", static figure => figure.Measure, Shape.Text),
        f.Get("name", static figure => figure.Name, Shape.Bilingual),
        f.FindValue("count", static figure => figure.Count, Shape.IdNumber),
        f.FindValue("of", static figure => figure.Of, Shape.IdNumber))
    {
        IsProvisional = f.Get("provisional", static figure => figure.IsProvisional, Shape.Flag, usual: false),
        IsIncomplete = f.Get("incomplete", static figure => figure.IsIncomplete, Shape.Flag, usual: false),
    });

    private static readonly Shape<ReportCorrection> Correction = Shape.Object<ReportCorrection>(f => new ReportCorrection(
        f.Get("report", static correction => correction.Report, Id),
        f.Get("reason", static correction => correction.Reason, Shape.FreeText)));

    private static readonly Shape<ScorecardTerms> Terms = Shape.Object<ScorecardTerms>(f => new ScorecardTerms { Period = f.Get("period", static terms => terms.Period, TimeShapes.CalendarCadence) });

    public static readonly Shape<ScorecardTermsLaidDown> TermsLaidDown = Shape.Object<ScorecardTermsLaidDown>(f => new ScorecardTermsLaidDown(
        f.Get("terms", static laid => laid.Rules, Terms)));

    public static readonly UnionShape<PublicationAct> Act = new(
        new UnionShape<PublicationAct>.Case<ReportPublished>("report-published", f => new ReportPublished(
            f.Get("id", static act => act.Id, Id),
            f.Get("area", static act => act.Area, SnapshotShapes.AreaCode),
            f.Get("day", static act => act.Day, Shape.Date),
            f.Get("from", static act => act.From, Shape.Date),
            f.Get("version", static act => act.Version, Shape.IdNumber),
            f.List("figures", static act => act.Figures, Figure),
            f.Find("library", static act => act.Library, Shape.Text),
            f.Find("corrects", static act => act.Corrects, Correction))),
        new UnionShape<PublicationAct>.Case<ReportWithdrawn>("report-withdrawn", f => new ReportWithdrawn(
            f.Get("id", static act => act.Id, Id),
            f.Get("reason", static act => act.Reason, Shape.FreeText))));
}
