using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Formats;

/// <summary>How levels, sectors and seats stand in an entry.</summary>
internal static class ResponsibilityShapes
{
    public static readonly Shape<LevelCorrespondence> Levels = Shape.Object<LevelCorrespondence>(f =>
    {
        var level = Shape.Enum<AreaLevel>();
        return new LevelCorrespondence(
            f.Get("version", static levels => levels.Version, Shape.Text),
            f.Get("inForce", static levels => levels.InForce, SnapshotShapes.Term),
            f.Get("basis", static levels => levels.Basis, SnapshotShapes.Citation),
            f.Get("a", static levels => levels.LevelOf(Tier.A), level),
            f.Get("b", static levels => levels.LevelOf(Tier.B), level),
            f.Get("c", static levels => levels.LevelOf(Tier.C), level),
            f.Get("d", static levels => levels.LevelOf(Tier.D), level));
    });

    public static readonly Shape<BusinessSector> Sector = Shape.Enum<BusinessSector>();

    public static readonly Shape<Seat> Seat = Shape.Object<Seat>(f => new Seat(
        f.Get("cadre", static seat => seat.Cadre, SnapshotShapes.CadreId),
        f.Get("area", static seat => seat.Area, SnapshotShapes.AreaCode)));
}
