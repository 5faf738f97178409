using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

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
