using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Something overdue, and to whom it is passed upward (逾期督办).</summary>
/// <param name="Id">The rectification.</param>
/// <param name="Row">The row of the business in the register.</param>
/// <param name="DueDay">The last day that was in time.</param>
/// <param name="Level">How far it has come. At the top of the area tree it stays with the main responsible cadre.</param>
/// <param name="Main">The main responsible cadre of the business, and in which area.</param>
/// <param name="Office">The area whose office takes it: that above the main cadre's once the grace is over, the main cadre's own before.</param>
public readonly record struct Escalation(RectificationId Id, int Row, LocalDate DueDay, EscalationLevel Level, Seat Main, AreaCode Office);
