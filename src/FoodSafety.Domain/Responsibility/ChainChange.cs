namespace FoodSafety.Domain.Responsibility;

/// <summary>A step of a business that is with another cadre than before (包保调整).</summary>
/// <param name="Row">The row of the business in the register.</param>
/// <param name="Step">The step.</param>
/// <param name="From">Who took it before; nobody when it is assigned for the first time.</param>
/// <param name="To">Who takes it now; nobody when the business became uncovered, the step vacant or no step any more.</param>
/// <param name="Reason">Why.</param>
public readonly record struct ChainChange(int Row, ResponsibleStep Step, Seat From, Seat To, ChainChangeReason Reason)
{
    /// <summary>True when somebody takes it whom nobody preceded (新派).</summary>
    public bool IsAssigned => From.IsNone && !To.IsNone;

    /// <summary>True when it went from one seat to another (调整).</summary>
    public bool IsMoved => !From.IsNone && !To.IsNone;

    /// <summary>True when nobody takes it any more (解除).</summary>
    public bool IsReleased => To.IsNone;
}
