namespace FoodSafety.Domain.Responsibility;

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
