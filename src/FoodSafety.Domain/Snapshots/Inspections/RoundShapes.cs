using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How a round stands in a snapshot.</summary>
internal static class RoundShapes
{
    private static readonly Shape<RoundTarget> Target = Shape.Object<RoundTarget>(f => new RoundTarget(
        f.Get("by", static target => target.By, Shape.Date),
        f.Get("share", static target => target.Share, Shape.Number)));

    public static readonly Shape<Round> Round = Shape.Object<Round>(f => new Round(
        f.Get("name", static round => round.Name, Shape.Bilingual),
        f.Get("begins", static round => round.Begins, Shape.Date),
        f.Get("tasks", static round => round.Tasks, Shape.List(Shape.Enum<RoundTask>())),
        f.List("targets", static round => round.Targets, Target),
        f.Get("basis", static round => round.Basis, SnapshotShapes.Citation)));

    public static Shape<RoundBusiness> Business(Shape<int> row) => Shape.Object<RoundBusiness>(f => new RoundBusiness(
        f.Get("row", static business => business.Row, row),
        f.Get("tier", static business => business.Tier, Shape.Enum<Tier>()),
        f.Get("area", static business => business.Area, SnapshotShapes.AreaCode)));

    public static Shape<RoundMark> Mark(Shape<int> row) => Shape.Object<RoundMark>(f => new RoundMark(
        f.Get("row", static mark => mark.Row, row),
        f.Get("task", static mark => mark.Task, Shape.Enum<RoundTask>()),
        f.Get("on", static mark => mark.On, Shape.Date),
        f.Get("by", static mark => mark.By, Shape.Text)));
}
