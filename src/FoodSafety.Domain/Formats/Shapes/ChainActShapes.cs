using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Formats;

/// <summary>How what decides who answers for whom, and what followed, stand in a journal.</summary>
internal static class ChainActShapes
{
    public static readonly UnionShape<ChainAct> Act = new(
        new UnionShape<ChainAct>.Case<LevelsLaidDown>("levels-laid-down", f => new LevelsLaidDown(
            f.Get("levels", static act => act.Levels, ResponsibilityShapes.Levels))),
        new UnionShape<ChainAct>.Case<CadreJoined>("cadre-joined", f => new CadreJoined(
            f.Get("cadre", static act => act.Cadre, SnapshotShapes.CadreId),
            Expertise.Of(f.List("expertise", static act => act.Expertise.Sectors, ResponsibilityShapes.Sector).AsSpan()))),
        new UnionShape<ChainAct>.Case<CadreLeft>("cadre-left", f => new CadreLeft(
            f.Get("cadre", static act => act.Cadre, SnapshotShapes.CadreId))),
        new UnionShape<ChainAct>.Case<PostGiven>("post-given", f => new PostGiven(
            f.Get("cadre", static act => act.Cadre, SnapshotShapes.CadreId),
            f.Get("title", static act => act.Title, Shape.Text),
            f.Get("area", static act => act.Area, SnapshotShapes.AreaCode),
            f.Get("term", static act => act.Term, SnapshotShapes.Term),
            f.FindValue("capacity", static act => act.Capacity, Shape.Whole))),
        new UnionShape<ChainAct>.Case<PostEnded>("post-ended", f => new PostEnded(
            f.Get("cadre", static act => act.Cadre, SnapshotShapes.CadreId),
            f.Get("area", static act => act.Area, SnapshotShapes.AreaCode))));

    private static readonly Shape<SeatGiven> Given = Shape.Object<SeatGiven>(f => new SeatGiven(
        f.Get("step", static given => given.Step, Shape.Enum<ResponsibleStep>()),
        f.Get("to", static given => given.To, ResponsibilityShapes.Seat, usual: default),
        f.Get("reason", static given => given.Reason, Shape.Enum<ChainChangeReason>()),
        f.List("businesses", static given => given.Businesses, SnapshotShapes.BusinessId)));

    public static readonly Shape<SeatsGiven> Outcome = Shape.Object<SeatsGiven>(f => new SeatsGiven(f.List("seats", static part => part.Seats, Given)));
}
