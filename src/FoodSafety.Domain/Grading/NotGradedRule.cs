using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>When a policy gives no grade, and why (不予分级): closed, exempt, awaiting its first inspection.</summary>
/// <remarks>It is asked before the rules. That an entity is not graded is an outcome with a reason, not an error.</remarks>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="When">When it applies.</param>
/// <param name="Title">The reason, for people.</param>
/// <param name="Basis">Where it comes from.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NotGradedRule(string Id, Condition When, BilingualText Title, Citation Basis)
    : PolicyClause(Id, Title, Basis);
