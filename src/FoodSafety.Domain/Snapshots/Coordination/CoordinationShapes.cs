using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How what was done under a mechanism stands in a snapshot.</summary>
internal static class CoordinationShapes
{
    public static readonly Shape<CoordinationEvent> Event = new UnionShape<CoordinationEvent>(
        new UnionShape<CoordinationEvent>.Case<MechanismAdopted>("adopted", f => new MechanismAdopted(
            f.Get("mechanism", static done => done.Mechanism, MechanismShapes.Mechanism),
            f.Get("reason", static done => done.Reason, Shape.Text),
            f.Get("by", static done => done.By, Shape.Text),
            f.Get("on", static done => done.On, Shape.Date))),
        new UnionShape<CoordinationEvent>.Case<RoutineDone>("done", f => new RoutineDone(
            f.Get("routine", static done => done.Routine, Shape.Text),
            f.Get("day", static done => done.Day, Shape.Date),
            f.Get("note", static done => done.Note, Shape.Text, usual: ""),
            f.Get("by", static done => done.By, Shape.Text),
            f.Get("on", static done => done.On, Shape.Date))),
        new UnionShape<CoordinationEvent>.Case<MilestoneReached>("reached", f => new MilestoneReached(
            f.Get("line", static done => done.Line, Shape.Text),
            f.Get("milestone", static done => done.Milestone, Shape.Text),
            f.Get("note", static done => done.Note, Shape.Text, usual: ""),
            f.Get("by", static done => done.By, Shape.Text),
            f.Get("on", static done => done.On, Shape.Date))));
}
