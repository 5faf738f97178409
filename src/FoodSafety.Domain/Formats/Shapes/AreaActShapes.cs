using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Formats;

/// <summary>How what is told of the divisions stands in a journal.</summary>
internal static class AreaActShapes
{
    private static readonly Shape<ListedArea> Listed = Shape.Object<ListedArea>(f => new ListedArea(
        f.Get("code", static area => area.Code, SnapshotShapes.AreaCode),
        f.Get("name", static area => area.Name, Shape.Text)));

    private static readonly Shape<AreaSucceeded> Succeeded = Shape.Object<AreaSucceeded>(f => new AreaSucceeded(
        f.Get("from", static change => change.From, SnapshotShapes.AreaCode),
        f.List("to", static change => change.To, SnapshotShapes.AreaCode)));

    private static readonly Shape<BusinessPlaced> Placed = Shape.Object<BusinessPlaced>(f => new BusinessPlaced(
        f.Get("business", static placed => placed.Business, SnapshotShapes.BusinessId),
        f.Get("area", static placed => placed.Area, SnapshotShapes.AreaCode)));

    public static readonly UnionShape<AreaAct> Act = new(
        new UnionShape<AreaAct>.Case<AreasLaidDown>("areas-laid-down", f => new AreasLaidDown(
            f.List("areas", static laid => laid.Areas, Listed),
            f.Get("source", static laid => laid.Source, SnapshotShapes.Citation))),
        new UnionShape<AreaAct>.Case<AreasChanged>("areas-changed", f => new AreasChanged(
            f.List("successions", static changed => changed.Successions, Succeeded),
            f.List("areas", static changed => changed.Areas, Listed),
            f.List("placed", static changed => changed.Placed, Placed),
            f.Get("source", static changed => changed.Source, SnapshotShapes.Citation))));
}
