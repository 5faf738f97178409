using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>An inspection was cancelled (已取消).</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who did it: the key of the person or body in the user's platform.</param>
/// <param name="On">The day.</param>
public sealed record InspectionCancelled(InspectionId Inspection, string Reason, string By, LocalDate On) : InspectionEvent(By, On)
{
    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}
