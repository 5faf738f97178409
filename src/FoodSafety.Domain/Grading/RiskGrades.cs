using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>The risk grades in their order (食品安全风险等级).</summary>
public static class RiskGrades
{
    /// <summary>From A, the lowest risk, to D, the highest.</summary>
    public static GradeScale<RiskGrade> Scale { get; } = new(
        (RiskGrade.A, ("A 级风险", "risk grade A")), (RiskGrade.B, ("B 级风险", "risk grade B")),
        (RiskGrade.C, ("C 级风险", "risk grade C")), (RiskGrade.D, ("D 级风险", "risk grade D")));

    /// <summary>The name of a risk grade.</summary>
    /// <param name="grade">The grade.</param>
    public static BilingualText Name(this RiskGrade grade) => Scale.NameOf(grade);
}
