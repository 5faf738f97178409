using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>Names and prefixes of <see cref="LicenceKind"/>.</summary>
public static class LicenceKinds
{
    /// <summary>The name of a licence; "no licence" (无许可证) of the default value.</summary>
    /// <param name="kind">The kind of licence.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is neither a named value nor the default.</exception>
    public static BilingualText Name(this LicenceKind kind) => kind.NamedOrNone() switch
    {
        0 => ("无许可证", "No licence"),
        LicenceKind.Production => ("食品生产许可证", "Food production licence"),
        LicenceKind.Trade => ("食品经营许可证", "Food trade licence"),
    };

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
