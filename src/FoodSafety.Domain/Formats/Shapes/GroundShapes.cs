using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Formats;

/// <summary>How grids and the links of stations stand in a file.</summary>
internal static class GroundShapes
{
    private static readonly Shape<Grid> Grid = Shape.Object<Grid>(f => new Grid(
        f.Get("code", static grid => grid.Code, Shape.Text),
        f.Get("name", static grid => grid.Name, Shape.Bilingual),
        f.Get("keeper", static grid => grid.Keeper, Shape.Text),
        f.List("areas", static grid => grid.Areas, SnapshotShapes.AreaCode)));

    private static readonly Shape<StationLink> Link = Shape.Object<StationLink>(f => new StationLink(
        f.Get("station", static link => link.Station, Shape.Text),
        f.Get("town", static link => link.Town, SnapshotShapes.AreaCode)));

    public static readonly UnionShape<GridAct> Act = new(
        new UnionShape<GridAct>.Case<GridsLaidDown>("grids-laid-down", f => new GridsLaidDown(
            f.List("grids", static laid => laid.Grids, Grid))),
        new UnionShape<GridAct>.Case<StationsLinked>("stations-linked", f => new StationsLinked(
            f.Get("within", static linked => linked.Within, SnapshotShapes.AreaCode),
            f.List("links", static linked => linked.Links, Link))));
}
