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
