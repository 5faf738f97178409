using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How deeds about commitments stand in a journal.</summary>
internal static class CommitmentActShapes
{
    private static readonly Shape<CommitmentId> Id = SnapshotShapes.Id(static id => id.Number, static number => new CommitmentId(number));

    public static readonly UnionShape<CommitmentDeed> Act = new(
        new UnionShape<CommitmentDeed>.Case<CommitmentMade>("commitment-made", f => new CommitmentMade(
            f.Get("id", static act => act.Id, Id),
            f.Get("cadre", static act => act.Cadre, SnapshotShapes.CadreId),
            f.List("businesses", static act => act.Businesses, SnapshotShapes.BusinessId),
            f.Get("authority", static act => act.Authority, Shape.Text))),
        new UnionShape<CommitmentDeed>.Case<CommitmentClosed>("commitment-closed", f => new CommitmentClosed(
            f.Get("cadre", static act => act.Cadre, SnapshotShapes.CadreId),
            f.Get("reason", static act => act.Reason, Shape.Text))));
}
