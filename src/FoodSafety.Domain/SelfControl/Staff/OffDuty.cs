using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.SelfControl;

/// <summary>Days on which the holder of a post is not on duty (离岗): leave, illness, training elsewhere.</summary>
/// <param name="Term">The days.</param>
/// <param name="Reason">Why.</param>
public sealed record OffDuty(Term Term, string Reason)
{
    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}
