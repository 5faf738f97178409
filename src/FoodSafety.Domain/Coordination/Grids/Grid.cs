using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>A grid of supervision (监管网格): some whole areas with the one person who looks after them.</summary>
/// <remarks>The village is the smallest part of a grid, for no division list goes below it.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Grid
{
    /// <summary>Describes a grid.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="keeper">Who looks after it: the key of the person in the user's platform, not blank.</param>
    /// <param name="areas">Its areas, each with all that lies in it; at least one.</param>
    /// <exception cref="ArgumentException">The code is none, the name is empty, nobody looks after it, or there is no area.</exception>
    public Grid(string code, BilingualText name, string keeper, params IEnumerable<AreaCode> areas)
    {
        TextRule.Key.Check(keeper);
        ArgumentNullException.ThrowIfNull(areas);
        (Code, Name) = Codes.Check(code, name);
        Areas = [.. areas.Order()];
        if (Areas.IsEmpty)
        {
            throw new ArgumentException($"Grid '{code}' has no area.", nameof(areas));
        }

        Keeper = keeper;
    }

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }

    /// <summary>Who looks after it (网格员).</summary>
    public string Keeper { get; }

    /// <summary>Its areas (网格范围), in the order of their codes.</summary>
    public ItemList<AreaCode> Areas { get; }
}
