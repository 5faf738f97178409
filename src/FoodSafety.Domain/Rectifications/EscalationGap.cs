using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Something overdue that has nobody to go to, with the reason (无法督办).</summary>
/// <param name="Id">The rectification.</param>
/// <param name="Row">The row of the business in the register; null when it is in none.</param>
/// <param name="DueDay">The last day that was in time.</param>
/// <param name="Reason">Why.</param>
public readonly record struct EscalationGap(RectificationId Id, int? Row, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate DueDay, EscalationGapReason Reason)
{
    /// <summary>The law by which the deadline was computed while no notice confirms it (暂定依据); null when it is sure.</summary>
    public Citation? ProvisionalBy { get; init; }
}
