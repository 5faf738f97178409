using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;

namespace FoodSafety.Domain.Formats;

/// <summary>How rounds stand in a file.</summary>
internal static class RoundShapes
{
    private static readonly Shape<RoundTarget> Target = Shape.Object<RoundTarget>(f => new RoundTarget(
        f.Get("by", static target => target.By, Shape.Date),
        f.Get("share", static target => target.Share, Shape.Number)));

    private static readonly Shape<Round> Round = Shape.Object<Round>(f => new Round(
        f.Get("name", static round => round.Name, Shape.Bilingual),
        f.Get("begins", static round => round.Begins, Shape.Date),
        f.Get("tasks", static round => round.Tasks, Shape.List(Shape.Enum<RoundTask>())),
        f.List("targets", static round => round.Targets, Target),
        f.Get("basis", static round => round.Basis, SnapshotShapes.Citation)));

    private static readonly Shape<RoundBusiness> Business = Shape.Object<RoundBusiness>(f => new RoundBusiness(
        f.Get("business", static business => business.Business, SnapshotShapes.BusinessId),
        f.Get("tier", static business => business.Tier, Shape.Enum<Tier>()),
        f.Get("area", static business => business.Area, SnapshotShapes.AreaCode)));

    private static readonly Shape<RoundMark> Mark = Shape.Object<RoundMark>(f => new RoundMark(
        f.Get("business", static mark => mark.Business, SnapshotShapes.BusinessId),
        f.Get("task", static mark => mark.Task, Shape.Enum<RoundTask>()),
        f.FindValue("on", static mark => mark.On, Shape.Date)));

    /// <summary>What is done with a round.</summary>
    public static readonly Shape<RoundAct> Act = new UnionShape<RoundAct>(
        new UnionShape<RoundAct>.Case<RoundOpened>("round-opened", f => new RoundOpened(
            Id(f), f.Get("round", static act => act.Round, Round), f.Get("businesses", static act => act.Businesses, Shape.List(Business)))),
        new UnionShape<RoundAct>.Case<RoundMarked>("round-marked", f => new RoundMarked(Id(f), f.Get("marks", static act => act.Marks, Shape.List(Mark)))));

    private static RoundId Id<T>(Fields<T> f) where T : RoundAct => new(f.Get("id", static act => act.Id.Number, Shape.IdNumber));
}
