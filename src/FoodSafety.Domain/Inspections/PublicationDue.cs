using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>A result that is still to be made public (待公示).</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Deadline">By when.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly record struct PublicationDue(Inspection Inspection, Deadline Deadline);
