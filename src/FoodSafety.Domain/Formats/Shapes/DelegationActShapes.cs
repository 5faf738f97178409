using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Formats;

/// <summary>How decisions about delegations stand in a journal.</summary>
internal static class DelegationActShapes
{
    private static readonly Shape<DelegationId> Id = SnapshotShapes.Id(static id => id.Number, static number => new DelegationId(number));

    public static readonly UnionShape<DelegationAct> Act = new(
        new UnionShape<DelegationAct>.Case<DelegationMade>("delegation-made", f => new DelegationMade(
            f.Get("id", static act => act.Id, Id),
            f.Get("cadre", static act => act.Cadre, SnapshotShapes.CadreId),
            f.Get("substitute", static act => act.Substitute, SnapshotShapes.CadreId),
            f.Get("term", static act => act.Term, SnapshotShapes.Term),
            f.Get("reason", static act => act.Reason, Shape.Text))),
        new UnionShape<DelegationAct>.Case<DelegationRevoked>("delegation-revoked", f => new DelegationRevoked(
            f.Get("id", static act => act.Id, Id),
            f.Get("reason", static act => act.Reason, Shape.Text))));
}
