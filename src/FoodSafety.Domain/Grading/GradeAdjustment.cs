using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>A change of the grade that the rules gave (等级调整): some steps stricter or milder.</summary>
/// <remarks>The steps of all adjustments that apply are added; the sum moves the grade, stopping at either end of the scale.</remarks>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="Steps">Steps towards the strictest grade; negative is milder. Not 0, and within ±64.</param>
/// <param name="When">When it applies.</param>
/// <param name="Title">The reason, for people.</param>
/// <param name="Basis">Where it comes from.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeAdjustment(string Id, int Steps, Condition When, BilingualText Title, Citation Basis)
    : PolicyClause(Id, Title, Basis);
