using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace GeneratedDistrict.Visits;

/// <summary>When a cadre reaches a business in the round.</summary>
/// <param name="Row">The row of the business.</param>
/// <param name="Cadre">Its main responsible.</param>
/// <param name="Publicity">The day on which it is told of its duties.</param>
/// <param name="Training">The day on which its people are trained.</param>
/// <param name="Visit">The day of the visit.</param>
public sealed record Call(int Row, CadreId Cadre, LocalDate Publicity, LocalDate Training, LocalDate Visit);
