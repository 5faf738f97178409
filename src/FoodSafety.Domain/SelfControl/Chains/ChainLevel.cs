using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A level of a chain of shops (连锁层级), the headquarters first.</summary>
/// <remarks>Zero, the default, is no level. Names are in <see cref="ChainLevels"/>.</remarks>
public enum ChainLevel : byte
{
    /// <summary>The headquarters (企业总部).</summary>
    Headquarters = 1,

    /// <summary>A branch that runs shops for it (分支机构).</summary>
    Branch = 2,

    /// <summary>A shop (门店).</summary>
    Shop = 3,
}

/// <summary>The names of <see cref="ChainLevel"/>.</summary>
public static class ChainLevels
{
    /// <summary>The level as people read it.</summary>
    /// <param name="level">The level.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not one of the named values.</exception>
    public static BilingualText Name(this ChainLevel level) => Known(level) switch
    {
        ChainLevel.Headquarters => ("企业总部", "headquarters"),
        ChainLevel.Branch => ("分支机构", "branch"),
        ChainLevel.Shop => ("门店", "shop"),
    };

    private static ChainLevel Known(ChainLevel level) => Enum.IsDefined(level)
        ? level
        : throw new ArgumentOutOfRangeException(nameof(level), level, "Allowed: 1 (Headquarters) to 3 (Shop).");
}
