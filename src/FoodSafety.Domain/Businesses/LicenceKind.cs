namespace FoodSafety.Domain.Businesses;

/// <summary>The two licences that a food business may hold (许可证类别).</summary>
/// <remarks>Zero, the default, is no licence. Names and prefixes are in <see cref="LicenceKinds"/>.</remarks>
public enum LicenceKind : byte
{
    /// <summary>Food production licence (食品生产许可证), numbered <c>SC</c>.</summary>
    Production = 1,

    /// <summary>Food trade licence (食品经营许可证), numbered <c>JY</c>: sales, catering and canteens.</summary>
    Trade = 2,
}
