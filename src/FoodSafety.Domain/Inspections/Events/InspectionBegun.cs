using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>An inspection was begun (已开始).</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Team">Who carries it out, and how.</param>
/// <param name="By">Who did it: the key of the person or body in the user's platform.</param>
/// <param name="On">The day.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionBegun(InspectionId Inspection, InspectionTeam Team, string By, LocalDate On) : InspectionEvent(By, On);
