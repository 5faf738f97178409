using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>The grade where no rule of a policy applies (兜底规则).</summary>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="Grade">The grade it gives.</param>
/// <param name="Title">What it says, for people.</param>
/// <param name="Basis">Where it comes from.</param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
public sealed record DefaultRule<TGrade>(string Id, TGrade Grade, BilingualText Title, Citation Basis)
    : PolicyClause(Id, Title, Basis) where TGrade : struct, Enum;
