using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;

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

/// <summary>How many businesses go from the cadres of one level to those of another (层级间转移).</summary>
/// <param name="From">The level whose cadres were main responsible; null for businesses that had no tier.</param>
/// <param name="To">The level whose cadres are main responsible now; null for businesses that have no tier any more.</param>
/// <param name="Businesses">How many.</param>
public readonly record struct LevelMove(AreaLevel? From, AreaLevel? To, long Businesses);

/// <summary>How many businesses are tied to a seat (包保负荷), by step.</summary>
/// <param name="Seat">The cadre and the area.</param>
/// <param name="Main">As main responsible.</param>
/// <param name="Second">As second responsible.</param>
/// <param name="Third">As third responsible.</param>
public readonly record struct SeatLoad(Seat Seat, int Main, int Second, int Third)
{
    /// <summary>In all steps together.</summary>
    public int Total => Main + Second + Third;
}

/// <summary>A business without a tier, to which no cadre is tied (未纳入包保).</summary>
/// <param name="Row">The row of the business in the register.</param>
/// <param name="State">Why: it gets no tier, as a closed one, or nobody has graded it yet.</param>
public readonly record struct OutsideBusiness(int Row, GradingState State);
