using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>The two licences that a food business may hold (许可证类别).</summary>
/// <remarks>Zero, the default, is no licence. Prefixes are in <see cref="LicenceKinds"/>.</remarks>
[BilingualNameOfNone("无许可证", "No licence")]
public enum LicenceKind : byte
{
    /// <summary>Food production licence (食品生产许可证), numbered <c>SC</c>.</summary>
    [BilingualName("食品生产许可证", "Food production licence")]
    Production = 1,

    /// <summary>Food trade licence (食品经营许可证), numbered <c>JY</c>: sales, catering and canteens.</summary>
    [BilingualName("食品经营许可证", "Food trade licence")]
    Trade = 2,
}

/// <summary>Prefixes of <see cref="LicenceKind"/>.</summary>
public static class LicenceKinds
{
    /// <summary>The two letters with which the number of a licence begins (字头); empty of the default value.</summary>
    /// <param name="kind">The kind of licence.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is neither a named value nor the default.</exception>
    public static string Prefix(this LicenceKind kind) => kind.NamedOrNone() switch
    {
        0 => "",
        LicenceKind.Production => "SC",
        LicenceKind.Trade => "JY",
    };
}
