using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Formats;

/// <summary>How what was done under a mechanism stands in a file.</summary>
internal static class CoordinationShapes
{
    public static readonly UnionShape<CoordinationAct> Act = new(
        new UnionShape<CoordinationAct>.Case<MechanismAdopted>("mechanism-adopted", f => new MechanismAdopted(
            f.Get("mechanism", static done => done.Mechanism, MechanismShapes.Mechanism),
            f.Get("reason", static done => done.Reason, Shape.FreeText))),
        new UnionShape<CoordinationAct>.Case<RoutineDone>("routine-done", f => new RoutineDone(
            f.Get("routine", static done => done.Routine, Shape.Text),
            f.Get("day", static done => done.Day, Shape.Date),
            f.Get("note", static done => done.Note, Shape.FreeText, usual: ""))),
        new UnionShape<CoordinationAct>.Case<MilestoneReached>("milestone-reached", f => new MilestoneReached(
            f.Get("line", static done => done.Line, Shape.Text),
            f.Get("milestone", static done => done.Milestone, Shape.Text),
            f.Get("note", static done => done.Note, Shape.FreeText, usual: ""))));
}

/// <summary>How grids and the links of stations stand in a file.</summary>
internal static class GroundShapes
{
    private static readonly Shape<Grid> Grid = Shape.Object<Grid>(f => new Grid(
        f.Get("code", static grid => grid.Code, Shape.Text),
        f.Get("name", static grid => grid.Name, Shape.Bilingual),
        f.Get("keeper", static grid => grid.Keeper, Shape.Text),
        f.List("areas", static grid => grid.Areas, SnapshotShapes.AreaCode)));

    private static readonly Shape<StationLink> Link = Shape.Object<StationLink>(f => new StationLink(
        f.Get("station", static link => link.Station, Shape.Text),
        f.Get("town", static link => link.Town, SnapshotShapes.AreaCode)));

    public static readonly UnionShape<GridAct> Act = new(
        new UnionShape<GridAct>.Case<GridsLaidDown>("grids-laid-down", f => new GridsLaidDown(
            f.List("grids", static laid => laid.Grids, Grid))),
        new UnionShape<GridAct>.Case<StationsLinked>("stations-linked", f => new StationsLinked(
            f.Get("within", static linked => linked.Within, SnapshotShapes.AreaCode),
            f.List("links", static linked => linked.Links, Link))));
}

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

/// <summary>How what was done in campaigns stands in a file.</summary>
internal static class OutreachShapes
{
    private static readonly Shape<OutreachMaterial> Material = Shape.Object<OutreachMaterial>(f => new OutreachMaterial(
        f.Get("code", static material => material.Code, Shape.Text),
        f.Get("name", static material => material.Name, Shape.Bilingual)));

    public static readonly UnionShape<OutreachAct> Act = new(
        new UnionShape<OutreachAct>.Case<OutreachOpened>("outreach-opened", f => new OutreachOpened(
            Id(f),
            f.Get("name", static done => done.Name, Shape.Bilingual),
            f.List("materials", static done => done.Materials, Material))),
        new UnionShape<OutreachAct>.Case<OutreachTargeted>("outreach-targeted", f => new OutreachTargeted(
            Id(f),
            f.List("businesses", static done => done.Businesses, SnapshotShapes.BusinessId))),
        new UnionShape<OutreachAct>.Case<OutreachDelivered>("outreach-delivered", f => new OutreachDelivered(
            Id(f),
            f.Get("material", static done => done.Material, Shape.Text),
            f.List("businesses", static done => done.Businesses, SnapshotShapes.BusinessId),
            f.Get("receipt", static done => done.Receipt, Shape.FreeText, usual: ""))));

    private static CampaignId Id<T>(Fields<T> f) where T : OutreachAct => new(f.Get("id", static done => done.Id.Number, Shape.IdNumber));
}
