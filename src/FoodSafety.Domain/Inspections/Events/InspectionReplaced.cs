using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>A finished record was corrected in substance (实质更正): another took its place.</summary>
/// <param name="Inspection">The record that was wrong.</param>
/// <param name="Replacement">The number of the record that took its place.</param>
/// <param name="Result">The result that is right.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="By">Who did it: the key of the person or body in the user's platform.</param>
/// <param name="On">The day.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionReplaced(
    InspectionId Inspection, InspectionId Replacement, InspectionResult Result, string Reason, string By, LocalDate On) : InspectionEvent(By, On)
{
    /// <summary>What was wrong.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}
