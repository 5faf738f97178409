using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

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
