using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>A result that is still to be made public (待公示).</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Deadline">By when; null when the calendar knows nothing of a year it would take.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly record struct PublicationDue(Inspection Inspection, Deadline? Deadline)
{
    /// <summary>Why there is no deadline: the year of which the calendar knows nothing; null when there is one.</summary>
    public BilingualText? Unknown { get; init; }
}
