using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Standing;

namespace FoodSafety.Domain.Formats;

/// <summary>How what decides about tiers, and what followed, stand in a journal.</summary>
internal static class TierActShapes
{
    private static readonly Shape<AssignmentId> Id = SnapshotShapes.Id(static id => id.Number, static number => new AssignmentId(number));

    private static readonly Shape<Tier> Tier = Shape.Enum<Tier>();

    private static readonly Shape<Decided> Decided = Shape.Object<Decided>(f => new Decided(
        f.Get("state", static decided => decided.State, Shape.Enum<GradingState>(), usual: GradingState.Graded),
        f.FindValue("tier", static decided => decided.Tier, Tier),
        f.Find("clause", static decided => decided.Clause, Shape.Text),
        f.List("businesses", static decided => decided.Businesses, SnapshotShapes.BusinessId)));

    public static readonly Shape<TiersDecided> Outcome = Shape.Object<TiersDecided>(f => new TiersDecided(
        f.Find("policy", static part => part.Policy, Shape.Text),
        f.Get("isNew", static part => part.IsNew, Shape.Flag, usual: false),
        f.List("computed", static part => part.Computed, Decided),
        f.List("standing", static part => part.Standing, Decided)));

    public static UnionShape<TierAct> Act(PolicyFile<Tier> policies)
    {
        var policy = new SimpleShape<GradingPolicy<Tier>>(policies.Write, part => (true, policies.Read(part)));
        return new(
            new UnionShape<TierAct>.Case<PolicyLaidDown>("policy-laid-down", f => new PolicyLaidDown(f.Get("policy", static act => act.Policy, policy))),
            new UnionShape<TierAct>.Case<ObservationLaidDown>("observation-laid-down", f => new ObservationLaidDown(new ObservationPeriod(
                f.Get("days", static act => act.Period.Days, Shape.Whole),
                f.Get("basis", static act => act.Period.Basis, SnapshotShapes.Citation)))),
            new UnionShape<TierAct>.Case<TierAssigned>("tier-assigned", f => new TierAssigned(
                f.Get("id", static act => act.Id, Id),
                f.Get("assignment", static act => act.Assignment, Shape.Enum<AssignmentKind>()),
                f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
                f.Get("tier", static act => act.Tier, Tier),
                f.Get("until", static act => act.Until, Shape.Date),
                f.Get("reason", static act => act.Reason, Shape.Text),
                f.FindValue("from", static act => act.From, Shape.Date))),
            new UnionShape<TierAct>.Case<PolicyWithdrawn>("policy-withdrawn", f => new PolicyWithdrawn(
                f.Get("version", static act => act.Version, Shape.Text),
                f.Get("reason", static act => act.Reason, Shape.Text))),
            new UnionShape<TierAct>.Case<TierAssignmentWithdrawn>("tier-assignment-withdrawn", f => new TierAssignmentWithdrawn(
                f.Get("id", static act => act.Id, Id),
                f.Get("reason", static act => act.Reason, Shape.Text))),
            new UnionShape<TierAct>.Case<TierAssignmentEnded>("tier-assignment-ended", f => new TierAssignmentEnded(
                f.Get("id", static act => act.Id, Id),
                f.Get("reason", static act => act.Reason, Shape.Text))));
    }
}
