using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Formats;

/// <summary>How deeds about commitments stand in a journal.</summary>
internal static class CommitmentActShapes
{
    private static readonly Shape<CommitmentId> Id = SnapshotShapes.Id(static id => id.Number, static number => new CommitmentId(number));

    public static readonly UnionShape<CommitmentAct> Act = new(
        new UnionShape<CommitmentAct>.Case<CommitmentSigned>("commitment-signed", f => new CommitmentSigned(
            f.Get("id", static act => act.Id, Id),
            f.Get("cadre", static act => act.Cadre, SnapshotShapes.CadreId),
            f.List("businesses", static act => act.Businesses, SnapshotShapes.BusinessId),
            f.Get("authority", static act => act.Authority, Shape.Text))),
        new UnionShape<CommitmentAct>.Case<CommitmentEnded>("commitment-ended", f => new CommitmentEnded(
            f.Get("cadre", static act => act.Cadre, SnapshotShapes.CadreId),
            f.Get("reason", static act => act.Reason, Shape.Text))));
}
