using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Inspections;

/// <summary>How the visits of a cadre in an area stand (干部督导进度).</summary>
/// <param name="Seat">The cadre and the area.</param>
/// <param name="Counts">The tasks by status.</param>
public readonly record struct SeatPlanCounts(Seat Seat, PlanCounts Counts);
