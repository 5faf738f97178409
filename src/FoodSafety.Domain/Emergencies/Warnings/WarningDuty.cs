using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Emergencies;

/// <summary>A measure that a government takes once a warning is in force (预警期措施).</summary>
/// <param name="Id">The stable key in files.</param>
/// <param name="Text">What is done.</param>
/// <param name="Basis">The article that says so.</param>
/// <param name="IsChoice">True when it is one of several of which the government takes one or more; false when it always does.</param>
public sealed record WarningDuty(string Id, BilingualText Text, Citation Basis, bool IsChoice)
{
    /// <summary>What is done.</summary>
    public BilingualText Text { get; init => field = TextRule.Note.CheckAny(value, nameof(Text)); } = TextRule.Note.CheckAny(Text, nameof(Text));

    /// <summary>The stable key in files.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));
}
