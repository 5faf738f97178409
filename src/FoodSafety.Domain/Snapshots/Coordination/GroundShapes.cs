using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How grids and the links of stations stand in a snapshot.</summary>
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

    public static Shape<GridPlan> Grids(AreaTree areas) => Shape.Object<GridPlan>(f => GridPlan.Build(
        areas, f.List("grids", static plan => plan.Grids, Grid)));

    public static Shape<StationLinks> Stations(AreaTree areas) => Shape.Object<StationLinks>(f => StationLinks.Build(
        areas, f.Get("within", static links => links.Within, SnapshotShapes.AreaCode), f.List("links", static links => links.Links, Link)));
}
