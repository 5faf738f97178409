using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Formats;

/// <summary>How a work mechanism stands in an entry.</summary>
internal static class MechanismShapes
{
    private static readonly Shape<MechanismPart> Part = Shape.Object<MechanismPart>(f => new MechanismPart(
        f.Get("code", static part => part.Code, Shape.Text),
        f.Get("name", static part => part.Name, Shape.Bilingual)));

    private static readonly Shape<MechanismScheme> Scheme = Shape.Object<MechanismScheme>(f => new MechanismScheme(
        f.Get("code", static scheme => scheme.Code, Shape.Text),
        f.Get("name", static scheme => scheme.Name, Shape.Bilingual),
        f.Get("groups", static scheme => scheme.Groups, Shape.Whole),
        f.Get("lines", static scheme => scheme.Lines, Shape.Whole),
        f.Get("basis", static scheme => scheme.Basis, SnapshotShapes.Citation))
    {
        Systems = f.List("systems", static scheme => scheme.Systems, Part),
        Bodies = f.List("bodies", static scheme => scheme.Bodies, Part),
        TaskForceLevels = f.List("taskForceLevels", static scheme => scheme.TaskForceLevels, Shape.Enum<TaskForceLevel>()),
    });

    private static readonly Shape<GroupMember> Member = Shape.Object<GroupMember>(f => new GroupMember(
        f.Get("key", static member => member.Key, Shape.Text),
        f.Get("role", static member => member.Role, Shape.Enum<MemberRole>())));

    private static readonly Shape<LeadingGroup> Group = Shape.Object<LeadingGroup>(f => new LeadingGroup(
        f.Get("code", static group => group.Code, Shape.Text),
        f.Get("name", static group => group.Name, Shape.Bilingual),
        f.List("members", static group => group.Members, Member)));

    private static readonly Shape<Milestone> Milestone = Shape.Object<Milestone>(f => new Milestone(
        f.Get("code", static milestone => milestone.Code, Shape.Text),
        f.Get("name", static milestone => milestone.Name, Shape.Bilingual),
        f.Get("dueBy", static milestone => milestone.DueBy, Shape.Date)));

    private static readonly Shape<WorkLine> Line = Shape.Object<WorkLine>(f => new WorkLine(
        f.Get("code", static line => line.Code, Shape.Text),
        f.Get("name", static line => line.Name, Shape.Bilingual),
        f.Get("leader", static line => line.Leader, Shape.Text),
        f.Get("from", static line => line.From, Shape.Date),
        f.Get("path", static line => line.Path, Shape.Bilingual),
        f.List("timeLine", static line => line.TimeLine, Milestone))
    {
        Measures = f.List("measures", static line => line.Measures, Shape.Bilingual),
    });

    private static readonly Shape<Routine> Routine = Shape.Object<Routine>(f => new Routine(
        f.Get("code", static routine => routine.Code, Shape.Text),
        f.Get("name", static routine => routine.Name, Shape.Bilingual),
        f.Get("cadence", static routine => routine.Cadence, Shape.Cadence),
        f.Get("responsible", static routine => routine.Responsible, Shape.Text),
        f.Get("term", static routine => routine.Term, SnapshotShapes.Term),
        f.Get("basis", static routine => routine.Basis, SnapshotShapes.Citation)));

    private static readonly Shape<TaskForce> TaskForce = Shape.Object<TaskForce>(f => new TaskForce(
        f.Get("code", static force => force.Code, Shape.Text),
        f.Get("name", static force => force.Name, Shape.Bilingual),
        f.Get("level", static force => force.Level, Shape.Enum<TaskForceLevel>()),
        f.List("members", static force => force.Members, Member),
        f.List("routines", static force => force.Routines, Routine)));

    public static readonly Shape<WorkMechanism> Mechanism = Shape.Object<WorkMechanism>(f => WorkMechanism
        .Define(f.Get("scheme", static mechanism => mechanism.Scheme, Scheme))
        .Groups(f.List("groups", static mechanism => mechanism.Groups, Group))
        .Lines(f.List("lines", static mechanism => mechanism.Lines, Line))
        .Systems(f.List("systems", static mechanism => mechanism.Systems, Routine))
        .Committee(f.List("committee", static mechanism => mechanism.Committee, Part))
        .Bodies(f.List("bodies", static mechanism => mechanism.Bodies, Part))
        .TaskForces(f.List("taskForces", static mechanism => mechanism.TaskForces, TaskForce))
        .Routines(f.List("routines", static mechanism => mechanism.OtherRoutines, Routine))
        .Build());
}
