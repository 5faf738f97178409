using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>A rule of a grading policy (分级规则): the grade of an entity of which the condition holds, unless a stricter rule holds too.</summary>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="Grade">The grade it gives.</param>
/// <param name="When">When it applies.</param>
/// <param name="Title">What it says, for people.</param>
/// <param name="Basis">Where it comes from.</param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradingRule<TGrade>(string Id, TGrade Grade, Condition When, BilingualText Title, Citation Basis)
    : PolicyClause(Id, Title, Basis) where TGrade : struct, Enum;
