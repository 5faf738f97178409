using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

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
