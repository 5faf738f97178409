using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>Collects the parts of a <see cref="WorkMechanism"/> and tells what is missing.</summary>
/// <remarks>Not thread-safe. It can go on after <see cref="Build"/>; what was built stays as it is.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class WorkMechanismBuilder
{
    internal WorkMechanismBuilder(MechanismScheme scheme) => Scheme = scheme;

    /// <summary>What is wrong or missing so far; none when it can be built.</summary>
    public ImmutableArray<CoordinationFault> Faults => [.. FindFaults()];

    internal MechanismScheme Scheme { get; }

    internal List<LeadingGroup> DraftGroups { get; } = [];

    internal List<WorkLine> DraftLines { get; } = [];

    internal List<Routine> DraftSystems { get; } = [];

    internal List<MechanismPart> DraftCommittee { get; } = [];

    internal List<MechanismPart> DraftBodies { get; } = [];

    internal List<TaskForce> DraftTaskForces { get; } = [];

    internal List<Routine> DraftRoutines { get; } = [];

    /// <summary>Adds leading groups (领导小组).</summary>
    /// <param name="groups">The groups.</param>
    public WorkMechanismBuilder Groups(params IEnumerable<LeadingGroup> groups) => Add(DraftGroups, groups);

    /// <summary>Adds lines of work (工作线).</summary>
    /// <param name="lines">The lines.</param>
    public WorkMechanismBuilder Lines(params IEnumerable<WorkLine> lines) => Add(DraftLines, lines);

    /// <summary>Adds systems (工作制度), each under the code by which the scheme asks for it.</summary>
    /// <param name="systems">The routines, those of <see cref="MechanismScheme.IllustrativeSystems"/> or others.</param>
    public WorkMechanismBuilder Systems(params IEnumerable<Routine> systems) => Add(DraftSystems, systems);

    /// <summary>Adds member units of the committee (食安委成员单位).</summary>
    /// <param name="units">The units.</param>
    public WorkMechanismBuilder Committee(params IEnumerable<MechanismPart> units) => Add(DraftCommittee, units);

    /// <summary>Adds bodies that join where administrative and criminal law meet (两法衔接单位).</summary>
    /// <param name="bodies">The bodies, those of <see cref="MechanismScheme.Bodies"/> or others.</param>
    public WorkMechanismBuilder Bodies(params IEnumerable<MechanismPart> bodies) => Add(DraftBodies, bodies);

    /// <summary>Adds task forces (工作专班) with their routines.</summary>
    /// <param name="taskForces">The task forces.</param>
    public WorkMechanismBuilder TaskForces(params IEnumerable<TaskForce> taskForces) => Add(DraftTaskForces, taskForces);

    /// <summary>Adds routines that belong neither to a system nor to a task force.</summary>
    /// <param name="routines">The routines.</param>
    public WorkMechanismBuilder Routines(params IEnumerable<Routine> routines) => Add(DraftRoutines, routines);

    /// <summary>The mechanism.</summary>
    /// <exception cref="CoordinationFaultsException">Something is wrong or missing; all <see cref="Faults"/> are told.</exception>
    public WorkMechanism Build()
    {
        CoordinationFaultsException.ThrowIfAny(Faults);
        return new WorkMechanism(this);
    }

    private WorkMechanismBuilder Add<T>(List<T> parts, IEnumerable<T> more) where T : class
    {
        ArgumentNullException.ThrowIfNull(more);
        T[] given = [.. more];
        Array.ForEach(given, part => ArgumentNullException.ThrowIfNull(part, nameof(more)));
        parts.AddRange(given);
        return this;
    }

    private IEnumerable<CoordinationFault> FindFaults()
    {
        if (DraftGroups.Count != Scheme.Groups)
        {
            yield return new(CoordinationFaultKind.GroupCount, Scheme.Code, found: DraftGroups.Count, required: Scheme.Groups);
        }

        if (DraftLines.Count != Scheme.Lines)
        {
            yield return new(CoordinationFaultKind.LineCount, Scheme.Code, found: DraftLines.Count, required: Scheme.Lines);
        }

        foreach (var fault in DraftGroups.SelectMany(group => MemberFaults(group.Code, group.Members))
            .Concat(DraftTaskForces.SelectMany(force => MemberFaults(force.Code, force.Members)))
            .Concat(DraftLines.SelectMany(LineFaults))
            .Concat(MissingFaults())
            .Concat(CodeFaults())
            .Concat(TermFaults()))
        {
            yield return fault;
        }
    }

    private static IEnumerable<CoordinationFault> MemberFaults(string group, ImmutableArray<GroupMember> members) =>
    [
        .. members.Any(member => member.Role == MemberRole.Head) ? [] : new[] { new CoordinationFault(CoordinationFaultKind.NoHead, group) },
        .. Repeated(members.Select(member => member.Key)).Select(key => new CoordinationFault(CoordinationFaultKind.MemberTwice, group, key)),
    ];

    private static IEnumerable<CoordinationFault> LineFaults(WorkLine line)
    {
        if (line.TimeLine.IsEmpty)
        {
            yield return new(CoordinationFaultKind.NoTimeLine, line.Code);
        }

        if (line.Measures.IsEmpty)
        {
            yield return new(CoordinationFaultKind.NoMeasures, line.Code);
        }
    }

    private IEnumerable<CoordinationFault> MissingFaults() =>
    [
        .. Scheme.Systems.ExceptBy(DraftSystems.Select(system => system.Code), system => system.Code)
            .Select(system => new CoordinationFault(CoordinationFaultKind.SystemMissing, system.Code, name: system.Name)),
        .. DraftSystems.Select(system => system.Code).Except(Scheme.Systems.Select(system => system.Code))
            .Select(code => new CoordinationFault(CoordinationFaultKind.SystemUnknown, code)),
        .. Scheme.Bodies.ExceptBy(DraftBodies.Select(body => body.Code), body => body.Code)
            .Select(body => new CoordinationFault(CoordinationFaultKind.BodyMissing, body.Code, name: body.Name)),
        .. Scheme.TaskForceLevels.Except(DraftTaskForces.Select(force => force.Level))
            .Select(level => new CoordinationFault(CoordinationFaultKind.TaskForceMissing, $"{level}", name: level.Name())),
    ];

    /// <summary>Routines may share a code within their own system or task force only, where one follows the other.</summary>
    private IEnumerable<CoordinationFault> CodeFaults() =>
        new[]
        {
            DraftGroups.Select(group => group.Code).Concat(DraftTaskForces.Select(force => force.Code)),
            DraftLines.Select(line => line.Code),
            DraftCommittee.Select(unit => unit.Code),
            DraftBodies.Select(body => body.Code),
            DraftTaskForces.Select(force => force.Routines).Append([.. DraftSystems]).Append([.. DraftRoutines])
                .SelectMany(routines => routines.Select(routine => routine.Code).Distinct()),
        }
        .SelectMany(Repeated)
        .Select(code => new CoordinationFault(CoordinationFaultKind.CodeTwice, code));

    private IEnumerable<CoordinationFault> TermFaults() =>
        from routines in DraftTaskForces.SelectMany(force => force.Routines).Concat(DraftSystems).Concat(DraftRoutines).GroupBy(routine => routine.Code)
        let inOrder = routines.OrderBy(routine => routine.Term.From).ToArray()
        where inOrder.Zip(inOrder.Skip(1)).Any(pair => pair.First.Term.Overlaps(pair.Second.Term))
        select new CoordinationFault(CoordinationFaultKind.TermsOverlap, routines.Key);

    private static IEnumerable<string> Repeated(IEnumerable<string> codes) => codes.GroupBy(code => code).Where(same => same.Count() > 1).Select(same => same.Key);
}
