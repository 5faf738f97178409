using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>The wording of a finished record was corrected (文字更正); the record stays.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Note">What was wrong and what is right.</param>
/// <param name="By">Who did it: the key of the person or body in the user's platform.</param>
/// <param name="On">The day.</param>
public sealed record InspectionCorrected(InspectionId Inspection, string Note, string By, LocalDate On) : InspectionEvent(By, On)
{
    /// <summary>What was wrong and what is right.</summary>
    public string Note { get; init => field = TextRule.Note.Check(value, nameof(Note)); } = TextRule.Note.Check(Note, nameof(Note));
}
