using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>How a place organises the work (工作机制): groups, lines of work, systems, committee, bodies and task forces.</summary>
/// <remarks>
/// A value: equal to another that says the same. It is begun with <see cref="Define"/>, and a built one has no fault. What was done under it is kept in a
/// <see cref="CoordinationBook"/>.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record WorkMechanism
{
    internal WorkMechanism(WorkMechanismBuilder draft)
    {
        Scheme = draft.Scheme;
        Groups = [.. draft.DraftGroups];
        Lines = [.. draft.DraftLines];
        Systems = [.. draft.DraftSystems];
        Committee = [.. draft.DraftCommittee];
        Bodies = [.. draft.DraftBodies];
        TaskForces = [.. draft.DraftTaskForces];
        OtherRoutines = [.. draft.DraftRoutines];
        Routines = [.. Systems, .. TaskForces.SelectMany(force => force.Routines), .. OtherRoutines];
    }

    /// <summary>What it must consist of (架构).</summary>
    public MechanismScheme Scheme { get; }

    /// <summary>The leading groups (领导小组).</summary>
    public ItemList<LeadingGroup> Groups { get; }

    /// <summary>The lines of work (工作线).</summary>
    public ItemList<WorkLine> Lines { get; }

    /// <summary>The systems (工作制度); one whose cadence changed has a routine for each term.</summary>
    public ItemList<Routine> Systems { get; }

    /// <summary>The member units of the food-safety committee (食安委成员单位).</summary>
    public ItemList<MechanismPart> Committee { get; }

    /// <summary>The bodies that work together where administrative and criminal law meet (五方机制).</summary>
    public ItemList<MechanismPart> Bodies { get; }

    /// <summary>The task forces (工作专班).</summary>
    public ItemList<TaskForce> TaskForces { get; }

    /// <summary>Routines that belong neither to a system nor to a task force, as the meetings of the five bodies.</summary>
    public ItemList<Routine> OtherRoutines { get; }

    /// <summary>Every routine: those of the systems, then of the task forces, then the others.</summary>
    public ItemList<Routine> Routines { get; }

    /// <summary>Begins a mechanism.</summary>
    /// <param name="scheme">What it must consist of: <see cref="MechanismScheme.OnePlusFiveEight"/>, or another.</param>
    public static WorkMechanismBuilder Define(MechanismScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return new WorkMechanismBuilder(scheme);
    }

    /// <summary>The line of work with a code; null when there is none.</summary>
    /// <param name="code">The code.</param>
    public WorkLine? FindLine(string code) => Lines.FirstOrDefault(line => line.Code == code);

    /// <summary>The routines with a code, one for each term in which it holds, in the order of the terms; none when no routine has it.</summary>
    /// <param name="code">The code.</param>
    public ImmutableArray<Routine> RoutinesOf(string code) =>
        [.. Routines.Where(routine => routine.Code == code).OrderBy(routine => routine.Term.From)];
}

/// <summary>A named part of a mechanism: a system that a scheme asks for, a member unit of the committee, one of the five bodies.</summary>
public sealed record MechanismPart
{
    /// <summary>Names a part.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <exception cref="ArgumentException">The code is none, or the name is empty.</exception>
    public MechanismPart(string code, BilingualText name) => (Code, Name) = Codes.Check(code, name);

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }

    /// <summary>Code and name, for logs and the debugger.</summary>
    public override string ToString() => $"{Code} {Name}";
}
