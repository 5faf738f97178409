using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>A leading group (领导小组) with its members.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record LeadingGroup
{
    /// <summary>Describes a group. Whether it has a head, and each member once, is told when a mechanism is built.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="members">Its members.</param>
    /// <exception cref="ArgumentException">The code is none, or the name is empty.</exception>
    public LeadingGroup(string code, BilingualText name, IEnumerable<GroupMember> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        (Code, Name) = Codes.Check(code, name);
        Members = [.. members.OrderBy(member => member.Role)];
    }

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }

    /// <summary>Its members (成员), the heads first.</summary>
    public ItemList<GroupMember> Members { get; }
}

/// <summary>A member of a leading group or a task force (小组成员).</summary>
public sealed record GroupMember
{
    /// <summary>Names a member.</summary>
    /// <param name="key">Who: the key of the person in the user's platform, not blank.</param>
    /// <param name="role">What the person is in the group.</param>
    /// <exception cref="ArgumentException">The key is blank, or the role is not one of the named values.</exception>
    public GroupMember(string key, MemberRole role)
    {
        TextRule.Key.Check(key);
        _ = role.Name();
        (Key, Role) = (key, role);
    }

    /// <summary>Who: the key of the person in the user's platform.</summary>
    public string Key { get; }

    /// <summary>What the person is in the group (职务).</summary>
    public MemberRole Role { get; }
}

/// <summary>What a member is in a leading group or a task force (成员职务).</summary>
/// <remarks>The default value 0 is no role.</remarks>
public enum MemberRole
{
    /// <summary>Head of the group (组长). A group may have two, as where party and government lead together (双组长).</summary>
    [BilingualName("组长", "Head")]
    Head = 1,

    /// <summary>Deputy head (副组长).</summary>
    [BilingualName("副组长", "Deputy head")]
    DeputyHead = 2,

    /// <summary>Head of its office (办公室主任).</summary>
    [BilingualName("办公室主任", "Head of office")]
    OfficeDirector = 3,

    /// <summary>Member (成员).</summary>
    [BilingualName("成员", "Member")]
    Member = 4,
}
