using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A cadre in an area in which the cadre is in post (席位): what a business is tied to.</summary>
/// <remarks>
/// A cadre with posts in two areas has two seats, each with businesses of its own. Another title in the same area is the same
/// seat. The default value is nobody.
/// </remarks>
/// <param name="Cadre">The cadre.</param>
/// <param name="Area">The area.</param>
[JsonConverter(typeof(TextJsonConverter<Seat>))]
public readonly record struct Seat(CadreId Cadre, AreaCode Area) : ITextValue<Seat>
{
    private const string In = " @ ";

    /// <summary>True when there is nobody.</summary>
    public bool IsNone => Cadre.IsNone;

    static BilingualText ITextValue<Seat>.Allowed => ($"干部编号{In}区划代码，如 C-1{In}510115", $"the id of a cadre{In}an area code, as C-1{In}510115");

    /// <summary>Reads a seat.</summary>
    /// <param name="s">Cadre and area, as <c>C-1 @ 510115</c>.</param>
    /// <param name="provider">Not used: the text is the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is none.</exception>
    public static Seat Parse(string s, IFormatProvider? provider = null) => ITextValue<Seat>.Read(s);

    /// <summary>Reads a seat; false when the text is none.</summary>
    /// <param name="s">Cadre and area, as <c>C-1 @ 510115</c>.</param>
    /// <param name="provider">Not used: the text is the same everywhere.</param>
    /// <param name="result">What was read; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Seat result)
    {
        result = default;
        // An id has no blanks, so the sign stands once.
        if (s?.Split(In) is not [var cadre, var area] || !CadreId.TryParse(cadre, null, out var who)
            || (area.Length > 0 && !AreaCode.TryParse(area, out _)))
        {
            return false;
        }

        result = new(who, area.Length > 0 ? AreaCode.Parse(area) : default);
        return true;
    }

    /// <summary>Cadre and area; empty by default.</summary>
    public override string ToString() => IsNone ? "" : $"{Cadre}{In}{Area.ToShortString()}";
}
