using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The load of all seats of a level (层级负荷).</summary>
/// <param name="Level">The level.</param>
/// <param name="Seats">How many seats there are; a cadre in post in two areas counts in both.</param>
/// <param name="Main">How many businesses have their main responsible at the level.</param>
/// <param name="Second">How many have their second responsible there.</param>
/// <param name="Third">How many have their third responsible there.</param>
public readonly record struct LevelLoad(AreaLevel Level, int Seats, int Main, int Second, int Third)
{
    /// <summary>Businesses per seat as main responsible (人均包保数); 0 when there are no seats.</summary>
    public decimal MainPerSeat => Seats == 0 ? 0 : (decimal)Main / Seats;
}
