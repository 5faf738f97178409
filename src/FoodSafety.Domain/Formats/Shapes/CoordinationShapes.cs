using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Formats;

/// <summary>How what was done under a mechanism stands in a file.</summary>
internal static class CoordinationShapes
{
    public static readonly UnionShape<CoordinationAct> Act = new(
        new UnionShape<CoordinationAct>.Case<MechanismAdopted>("mechanism-adopted", f => new MechanismAdopted(
            f.Get("mechanism", static done => done.Mechanism, MechanismShapes.Mechanism),
            f.Get("reason", static done => done.Reason, Shape.Text))),
        new UnionShape<CoordinationAct>.Case<RoutineDone>("routine-done", f => new RoutineDone(
            f.Get("routine", static done => done.Routine, Shape.Text),
            f.Get("day", static done => done.Day, Shape.Date),
            f.Get("note", static done => done.Note, Shape.Text, usual: ""))),
        new UnionShape<CoordinationAct>.Case<MilestoneReached>("milestone-reached", f => new MilestoneReached(
            f.Get("line", static done => done.Line, Shape.Text),
            f.Get("milestone", static done => done.Milestone, Shape.Text),
            f.Get("note", static done => done.Note, Shape.Text, usual: ""))));
}
