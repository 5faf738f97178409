using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A cadre in an area in which the cadre is in post (席位): what a business is tied to.</summary>
/// <remarks>
/// A cadre with posts in two areas has two seats, each with businesses of its own. Another title in the same area is the same
/// seat. The default value is nobody.
/// </remarks>
/// <param name="Cadre">The cadre.</param>
/// <param name="Area">The area.</param>
public readonly record struct Seat(CadreId Cadre, AreaCode Area)
{
    /// <summary>True when there is nobody.</summary>
    public bool IsNone => Cadre.IsNone;

    /// <summary>Cadre and area; empty by default.</summary>
    public override string ToString() => IsNone ? "" : $"{Cadre} @ {Area.ToShortString()}";
}
