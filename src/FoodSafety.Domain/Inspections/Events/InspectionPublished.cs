using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>The result of an inspection was made public (已公示).</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="By">Who did it: the key of the person or body in the user's platform.</param>
/// <param name="On">The day.</param>
public sealed record InspectionPublished(InspectionId Inspection, string By, LocalDate On) : InspectionEvent(By, On);
