using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

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
