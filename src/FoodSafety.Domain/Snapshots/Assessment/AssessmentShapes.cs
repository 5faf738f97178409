using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How the points of an assessment stand in a snapshot.</summary>
internal static class AssessmentShapes
{
    private static readonly Shape<Assessee> Assessee = Shape.Object<Assessee>(f => new Assessee(
        f.Get("kind", static assessee => assessee.Kind, Shape.Enum<AssesseeKind>()),
        f.Get("key", static assessee => assessee.Key, Shape.Text)));

    private static readonly Shape<Evidence> Evidence = Shape.Object<Evidence>(f => new Evidence(
        f.Get("reference", static evidence => evidence.Reference, Shape.Text),
        f.Get("shows", static evidence => evidence.Shows, Shape.Bilingual)));

    public static readonly Shape<AssessmentEvent> Event = new UnionShape<AssessmentEvent>(
        new UnionShape<AssessmentEvent>.Case<PointsGiven>("given", f => new PointsGiven(
            f.Get("number", static given => given.Number, Shape.Whole),
            f.Get("sheet", static given => given.Sheet, Shape.Text),
            f.Get("line", static given => given.Line, Shape.Text),
            f.Get("assessee", static given => given.Assessee, Assessee),
            f.Get("points", static given => given.Points, Shape.Number),
            f.Get("evidence", static given => given.Evidence, Evidence),
            f.Get("happened", static given => given.Happened, Shape.Date),
            f.Get("by", static given => given.By, Shape.Text),
            f.Get("on", static given => given.On, Shape.Date))),
        new UnionShape<AssessmentEvent>.Case<PointsWithdrawn>("withdrawn", f => new PointsWithdrawn(
            f.Get("number", static withdrawn => withdrawn.Number, Shape.Whole),
            f.Get("reason", static withdrawn => withdrawn.Reason, Shape.Text),
            f.Get("by", static withdrawn => withdrawn.By, Shape.Text),
            f.Get("on", static withdrawn => withdrawn.On, Shape.Date))));
}
