using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>A draw of businesses handed out to the oversight groups (督查任务分配).</summary>
/// <remarks>
/// Every business drawn goes to one group that may inspect it, or to <see cref="Unassigned"/>. The loads are as even as the
/// conflicts of interest allow: within one of each other where there are none. A group gets its businesses from few towns.
/// The same draw and groups always give the same assignment.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class OversightAssignment
{
    private OversightAssignment(ImmutableArray<OversightTask> tasks, ImmutableArray<int> unassigned) => (Tasks, Unassigned) = (tasks, unassigned);

    /// <summary>What each group inspects, in the order of the groups given; a group may have nothing.</summary>
    public ImmutableArray<OversightTask> Tasks { get; }

    /// <summary>The rows that no group may inspect, for each has a member from the town (无可派督查组), ascending.</summary>
    public ImmutableArray<int> Unassigned { get; }

    /// <summary>Hands out a draw.</summary>
    /// <param name="register">The businesses.</param>
    /// <param name="rows">The rows drawn, in any order, each once.</param>
    /// <param name="groups">The groups, at least one.</param>
    /// <exception cref="CoordinationFaultsException">A group, or a person within the groups, stands twice; all faults are told.</exception>
    /// <exception cref="ArgumentException">There is no group, or a row stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The register has no such row.</exception>
    public static OversightAssignment Of(BusinessRegister register, ReadOnlySpan<int> rows, IEnumerable<OversightGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(groups);
        OversightGroup[] inspectors = [.. groups];
        if (inspectors.Length == 0)
        {
            throw new ArgumentException("A draw is handed out to at least one group.", nameof(groups));
        }

        CoordinationFaultsException.ThrowIfAny([.. FaultsOf(inspectors)]);
        var drawn = RowsByTown(register, rows);
        var mayInspect = new bool[inspectors.Length, drawn.Length];
        for (var group = 0; group < inspectors.Length; group++)
        {
            for (var town = 0; town < drawn.Length; town++)
            {
                mayInspect[group, town] = inspectors[group].MayInspect(drawn[town].Town);
            }
        }

        var shares = new FairShares(mayInspect, [.. drawn.Select(town => town.Rows.Length)]);
        var taken = new int[drawn.Length];
        var tasks = new OversightTask[inspectors.Length];
        for (var group = 0; group < inspectors.Length; group++)
        {
            var own = new List<int>();
            var towns = ImmutableArray.CreateBuilder<AreaCode>();
            for (var town = 0; town < drawn.Length; town++)
            {
                var share = shares[group, town];
                own.AddRange(drawn[town].Rows.AsSpan(taken[town], share));
                taken[town] += share;
                if (share > 0 && !drawn[town].Town.IsNone)
                {
                    towns.Add(drawn[town].Town);
                }
            }

            tasks[group] = new OversightTask(inspectors[group], [.. own.Order()], towns.DrainToImmutable());
        }

        return new OversightAssignment([.. tasks], [.. drawn.SelectMany((town, place) => town.Rows.Skip(taken[place])).Order()]);
    }

    /// <summary>The rows drawn in each town, ascending, in the order of the towns.</summary>
    private static (AreaCode Town, int[] Rows)[] RowsByTown(BusinessRegister register, ReadOnlySpan<int> rows)
    {
        var sorted = rows.ToArray();
        Array.Sort(sorted);
        for (var place = 1; place < sorted.Length; place++)
        {
            if (sorted[place] == sorted[place - 1])
            {
                throw new ArgumentException($"Row {sorted[place]} was drawn twice.", nameof(rows));
            }
        }

        return [.. sorted.GroupBy(row => OversightGroup.TownOf(register.Areas.At(register.Facts.GroupOf(row)).Code))
            .OrderBy(town => town.Key).Select(town => (town.Key, town.ToArray()))];
    }

    private static IEnumerable<CoordinationFault> FaultsOf(OversightGroup[] groups)
    {
        var codes = new HashSet<string>();
        var members = new HashSet<string>();
        foreach (var group in groups)
        {
            if (!codes.Add(group.Code))
            {
                yield return new(CoordinationFaultKind.CodeTwice, group.Code);
            }

            foreach (var member in group.Members.Where(member => !members.Add(member.Key)))
            {
                yield return new(CoordinationFaultKind.MemberTwice, group.Code, member.Key);
            }
        }
    }
}

/// <summary>A member of an oversight group and where the member comes from (督查组成员).</summary>
public sealed record OversightMember
{
    /// <summary>Names a member.</summary>
    /// <param name="key">Who: the key of the person in the user's platform, not blank.</param>
    /// <param name="home">
    /// The town, or the village in it, where the member works; the default value, or an area above towns, for one of no town.
    /// </param>
    /// <exception cref="ArgumentException">The key is blank.</exception>
    public OversightMember(string key, AreaCode home = default)
    {
        TextRule.Key.Check(key);
        (Key, Home) = (key, home);
    }

    /// <summary>Who: the key of the person in the user's platform.</summary>
    public string Key { get; }

    /// <summary>Where the member works (所在区划); the default value for one of no town.</summary>
    public AreaCode Home { get; }
}

/// <summary>What one oversight group inspects (督查任务).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OversightTask
{
    internal OversightTask(OversightGroup group, ImmutableArray<int> rows, ImmutableArray<AreaCode> towns) => (Group, Rows, Towns) = (group, rows, towns);

    /// <summary>The group.</summary>
    public OversightGroup Group { get; }

    /// <summary>The rows of the businesses (督查对象), ascending.</summary>
    public ItemList<int> Rows { get; }

    /// <summary>The towns in which they lie (督查镇街), in the order of their codes; businesses that stand above towns add none.</summary>
    public ItemList<AreaCode> Towns { get; }
}

/// <summary>An oversight group (督查组), which inspects how the cadres do their work. It never inspects a town that a member comes from (回避).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OversightGroup
{
    /// <summary>Describes a group.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="members">Its members.</param>
    /// <exception cref="ArgumentException">The code is none, or the name is empty.</exception>
    public OversightGroup(string code, BilingualText name, params IEnumerable<OversightMember> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        (Code, Name) = Codes.Check(code, name);
        Members = [.. members];
    }

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }

    /// <summary>Its members (成员).</summary>
    public ItemList<OversightMember> Members { get; }

    /// <summary>Whether the group may inspect in an area: no member comes from the town in which it lies.</summary>
    /// <param name="area">Any area; above towns every group may.</param>
    public bool MayInspect(AreaCode area)
    {
        var town = TownOf(area);
        return town.IsNone || !Members.Any(member => TownOf(member.Home) == town);
    }

    internal static AreaCode TownOf(AreaCode area) => area.Ancestor(AreaLevel.Town);
}
