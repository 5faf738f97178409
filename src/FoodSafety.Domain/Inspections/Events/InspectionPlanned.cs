using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>An inspection was planned (已计划).</summary>
/// <param name="Inspection">The number that it got.</param>
/// <param name="Task">What is to be inspected.</param>
/// <param name="By">Who did it: the key of the person or body in the user's platform.</param>
/// <param name="On">The day.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionPlanned(InspectionId Inspection, InspectionTask Task, string By, LocalDate On) : InspectionEvent(By, On);
