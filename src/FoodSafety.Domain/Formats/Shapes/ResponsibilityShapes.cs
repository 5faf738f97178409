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
            f.Get("area", static act => act.Area, SnapshotShapes.AreaCode))),
        new UnionShape<ChainAct>.Case<BusinessesHandedOver>("businesses-handed-over", f => new BusinessesHandedOver(
            f.Get("cadre", static act => act.Cadre, SnapshotShapes.CadreId),
            f.Get("to", static act => act.To, SnapshotShapes.CadreId),
            f.List("businesses", static act => act.Businesses, SnapshotShapes.BusinessId))));

    private static readonly Shape<LoadCeiling> Ceiling = Shape.Object<LoadCeiling>(f => new LoadCeiling(
        f.Get("level", static ceiling => ceiling.Level, Shape.Enum<AreaLevel>()),
        f.Find("warning", static ceiling => ceiling.Warning, RuleShapes.Rule(Shape.Whole)),
        f.Find("limit", static ceiling => ceiling.Limit, RuleShapes.Rule(Shape.Whole))));

    public static readonly Shape<LoadCeilingsLaidDown> CeilingsLaidDown = Shape.Object<LoadCeilingsLaidDown>(f => new LoadCeilingsLaidDown(
        new LoadCeilings(f.List("ceilings", static laid => laid.Rules.Levels, Ceiling))));

    private static readonly Shape<SeatGiven> Given = Shape.Object<SeatGiven>(f => new SeatGiven(
        f.Get("step", static given => given.Step, Shape.Enum<ResponsibleStep>()),
        f.Get("to", static given => given.To, ResponsibilityShapes.Seat, usual: default),
        f.Get("reason", static given => given.Reason, Shape.Enum<ChainChangeReason>()),
        f.List("businesses", static given => given.Businesses, SnapshotShapes.BusinessId)));

    public static readonly Shape<SeatsGiven> Outcome = Shape.Object<SeatsGiven>(f => new SeatsGiven(f.List("seats", static part => part.Seats, Given)));
}

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
            f.Get("reason", static act => act.Reason, Shape.FreeText))));
}

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
            f.Get("reason", static act => act.Reason, Shape.FreeText))),
        new UnionShape<DelegationAct>.Case<DelegationRevoked>("delegation-revoked", f => new DelegationRevoked(
            f.Get("id", static act => act.Id, Id),
            f.Get("reason", static act => act.Reason, Shape.FreeText))));
}
