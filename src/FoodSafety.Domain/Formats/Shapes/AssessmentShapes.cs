using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Formats;

/// <summary>How the points of an assessment stand in files.</summary>
internal static class AssessmentShapes
{
    private static readonly Shape<Assessee> Assessee = Shape.Object<Assessee>(f => new Assessee(
        f.Get("kind", static assessee => assessee.Kind, Shape.Enum<AssesseeKind>()),
        f.Get("key", static assessee => assessee.Key, Shape.Text)));

    private static readonly Shape<Evidence> Evidence = Shape.Object<Evidence>(f => new Evidence(
        f.Get("reference", static evidence => evidence.Reference, Shape.Text),
        f.Get("shows", static evidence => evidence.Shows, Shape.Bilingual)));

    public static readonly Shape<PointsGiven> Act = Shape.Object<PointsGiven>(f => new PointsGiven(
        new PointsId(f.Get("number", static act => act.Id.Number, Shape.IdNumber)),
        f.Get("sheet", static act => act.Sheet, Shape.Text),
        f.Get("line", static act => act.Line, Shape.Text),
        f.Get("assessee", static act => act.Assessee, Assessee),
        f.Get("evidence", static act => act.Evidence, Evidence),
        f.Get("happened", static act => act.Happened, Shape.Date),
        f.FindValue("points", static act => act.Points, Shape.Number)));
}
