using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>An inspection was finished (已完成); the findings follow from the result.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Result">The result.</param>
/// <param name="By">Who did it: the key of the person or body in the user's platform.</param>
/// <param name="On">The day.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionFinished(InspectionId Inspection, InspectionResult Result, string By, LocalDate On) : InspectionEvent(By, On);
