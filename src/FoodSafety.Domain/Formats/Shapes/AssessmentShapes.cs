using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Formats;

/// <summary>How the points of an assessment, and the sheets they are given by, stand in files.</summary>
internal static class AssessmentShapes
{
    private static readonly Shape<Assessee> Assessee = Shape.Object<Assessee>(f => new Assessee(
        f.Get("kind", static assessee => assessee.Kind, Shape.Enum<AssesseeKind>()),
        f.Get("key", static assessee => assessee.Key, Shape.Text)));

    private static readonly Shape<Evidence> Evidence = Shape.Object<Evidence>(f => new Evidence(
        f.Get("reference", static evidence => evidence.Reference, Shape.Text),
        f.Get("shows", static evidence => evidence.Shows, Shape.FreeBilingual)));

    private static readonly Shape<Indicator> Indicator = Shape.Object<Indicator>(f => new Indicator(
        f.Get("code", static indicator => indicator.Code, Shape.Text),
        f.Get("name", static indicator => indicator.Name, Shape.Bilingual),
        f.Get("family", static indicator => indicator.Family, Shape.Enum<IndicatorFamily>()),
        f.Get("direction", static indicator => indicator.Direction, Shape.Enum<IndicatorDirection>()),
        f.Get("counts", static indicator => indicator.Counts, Shape.Bilingual),
        f.Get("of", static indicator => indicator.Of, Shape.Bilingual),
        f.Get("basis", static indicator => indicator.Basis, SnapshotShapes.Citation)));

    private static readonly Shape<ShareBand> Band = Shape.Object<ShareBand>(f => new ShareBand(
        f.Get("atLeast", static band => band.AtLeast, Shape.Number),
        f.Get("points", static band => band.Points, Shape.Number)));

    private static readonly Shape<ShareScale> Scale = new UnionShape<ShareScale>(
        new UnionShape<ShareScale>.Case<BandScale>("bands", f => new BandScale([.. f.List("bands", static scale => scale.Bands, Band)])),
        new UnionShape<ShareScale>.Case<LinearScale>("linear", f => new LinearScale(
            f.Get("zeroAt", static scale => scale.ZeroAt, Shape.Number),
            f.Get("fullAt", static scale => scale.FullAt, Shape.Number))));

    private static readonly Shape<ScoreLine> Line = new UnionShape<ScoreLine>(
        new UnionShape<ScoreLine>.Case<IndicatorLine>("indicator", f => new IndicatorLine(
            f.Get("indicator", static line => line.Indicator, Indicator),
            f.Get("weight", static line => line.Weight, Shape.Number),
            f.Get("scale", static line => line.Scale, Scale),
            f.Get("basis", static line => line.Basis, SnapshotShapes.Citation),
            f.Get("whenNothingToMeasure", static line => line.WhenNothingToMeasure, Shape.Number))),
        new UnionShape<ScoreLine>.Case<EventLine>("event", f => new EventLine(
            f.Get("code", static line => line.Code, Shape.Text),
            f.Get("name", static line => line.Name, Shape.Bilingual),
            f.Get("side", static line => line.Side, Shape.Enum<PointSide>()),
            f.Get("each", static line => line.Each, Shape.Number),
            f.Get("cap", static line => line.Cap, Shape.Number),
            f.Get("basis", static line => line.Basis, SnapshotShapes.Citation),
            f.Get("serious", static line => line.IsSerious, Shape.Flag, usual: false))));

    private static readonly Shape<ScoreSheet> Sheet = Shape.Object<ScoreSheet>(f => new ScoreSheet(
        f.Get("id", static sheet => sheet.Id, Shape.Text),
        f.Get("version", static sheet => sheet.Version, Shape.Text),
        f.Get("title", static sheet => sheet.Title, Shape.Bilingual),
        f.Get("assesses", static sheet => sheet.Kind, Shape.Enum<AssesseeKind>()),
        f.Get("fullPoints", static sheet => sheet.FullPoints, Shape.Number),
        f.List("lines", static sheet => sheet.Lines, Line),
        f.Get("basis", static sheet => sheet.Basis, SnapshotShapes.Citation),
        f.Get("floor", static sheet => sheet.Floor, Shape.Number),
        f.Get("cap", static sheet => sheet.Cap, Shape.Number),
        f.Get("decimals", static sheet => sheet.Decimals, Shape.Whole)));

    public static readonly Shape<ScoreSheetsLaidDown> SheetsLaidDown = Shape.Object<ScoreSheetsLaidDown>(f => new ScoreSheetsLaidDown(
        f.List("sheets", static laid => laid.Rules, Sheet)));

    public static readonly Shape<PointsGiven> Act = Shape.Object<PointsGiven>(f => new PointsGiven(
        new PointsId(f.Get("number", static act => act.Id.Number, Shape.IdNumber)),
        f.Get("sheet", static act => act.Sheet, Shape.Text),
        f.Get("line", static act => act.Line, Shape.Text),
        f.Get("assessee", static act => act.Assessee, Assessee),
        f.Get("evidence", static act => act.Evidence, Evidence),
        f.Get("happened", static act => act.Happened, Shape.Date),
        f.FindValue("points", static act => act.Points, Shape.Number)));
}
