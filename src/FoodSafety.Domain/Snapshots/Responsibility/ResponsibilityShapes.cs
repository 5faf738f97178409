using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How cadres, chains, commitments and delegations stand in a snapshot.</summary>
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

    public static readonly Shape<Cadre> Cadre = Shape.Object<Cadre>(f => new Cadre(
        f.Get("id", static cadre => cadre.Id, SnapshotShapes.CadreId),
        f.Get("name", static cadre => cadre.Name, Shape.Text))
    {
        Expertise = Expertise.Of(f.Get("expertise", static cadre => cadre.Expertise.Sectors, Shape.List(Shape.Enum<BusinessSector>())).AsSpan()),
    });

    public static readonly Shape<Post> Post = Shape.Object<Post>(f => new Post(
        f.Get("cadre", static post => post.Cadre, SnapshotShapes.CadreId),
        f.Get("title", static post => post.Title, Shape.Text),
        f.Get("area", static post => post.Area, SnapshotShapes.AreaCode),
        f.Get("term", static post => post.Term, SnapshotShapes.Term))
    {
        Capacity = f.FindValue("capacity", static post => post.Capacity, Shape.Whole),
    });

    private static readonly Shape<Seat> Seat = Shape.Object<Seat>(f => new Seat(
        f.Get("cadre", static seat => seat.Cadre, SnapshotShapes.CadreId),
        f.Get("area", static seat => seat.Area, SnapshotShapes.AreaCode)));

    /// <summary>Who takes the steps of a row.</summary>
    public static Shape<(int Row, ChainSeats Seats)> Seats(Shape<int> row) => Shape.Object<(int Row, ChainSeats Seats)>(f => (
        f.Get("row", static held => held.Row, row),
        new ChainSeats(
            f.Get("main", static held => held.Seats.Main, Seat, usual: default),
            f.Get("second", static held => held.Seats.Second, Seat, usual: default),
            f.Get("third", static held => held.Seats.Third, Seat, usual: default))));

    public static Shape<ResponsibilityEvent> HistoryEvent(Shape<int> row) => Shape.Object<ResponsibilityEvent>(f => new ResponsibilityEvent(
        new ChainChange(
            f.Get("row", static happened => happened.Change.Row, row),
            f.Get("step", static happened => happened.Change.Step, Shape.Enum<ResponsibleStep>()),
            f.Get("from", static happened => happened.Change.From, Seat, usual: default),
            f.Get("to", static happened => happened.Change.To, Seat, usual: default),
            f.Get("reason", static happened => happened.Change.Reason, Shape.Enum<ChainChangeReason>())),
        f.Get("on", static happened => happened.On, Shape.Date),
        f.Get("by", static happened => happened.By, Shape.Text)));
}
