using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>What a member is in a leading group or a task force (成员职务).</summary>
/// <remarks>The default value 0 is no role. Names are in <see cref="MemberRoles"/>.</remarks>
public enum MemberRole
{
    /// <summary>Head of the group (组长). A group may have two, as where party and government lead together (双组长).</summary>
    Head = 1,

    /// <summary>Deputy head (副组长).</summary>
    DeputyHead = 2,

    /// <summary>Head of its office (办公室主任).</summary>
    OfficeDirector = 3,

    /// <summary>Member (成员).</summary>
    Member = 4,
}

/// <summary>What people call the roles in a group.</summary>
public static class MemberRoles
{
    /// <summary>The name of a role.</summary>
    /// <param name="role">The role.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="role"/> is not one of the named values.</exception>
    public static BilingualText Name(this MemberRole role) => role.Named() switch
    {
        MemberRole.Head => ("组长", "Head"),
        MemberRole.DeputyHead => ("副组长", "Deputy head"),
        MemberRole.OfficeDirector => ("办公室主任", "Head of office"),
        MemberRole.Member => ("成员", "Member"),
    };
}
