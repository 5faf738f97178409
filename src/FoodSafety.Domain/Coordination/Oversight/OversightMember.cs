using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

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
