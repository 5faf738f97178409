using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>The risk grade of a food business (食品安全风险等级): how often a bureau inspects it.</summary>
/// <remarks>
/// A is the lowest risk and D the highest (Order 49 of 2021, Art. 21). Not to be mixed up with <see cref="Tier"/>. Never
/// compare the numbers of the enum; <see cref="RiskGrades.Scale"/> knows the order. The default value 0 is no grade.
/// </remarks>
[GradingKey("risk-grade")]
public enum RiskGrade : byte
{
    /// <summary>A 级风险: the lowest.</summary>
    [BilingualName("A 级风险", "risk grade A")]
    A = 1,

    /// <summary>B 级风险.</summary>
    [BilingualName("B 级风险", "risk grade B")]
    B = 2,

    /// <summary>C 级风险.</summary>
    [BilingualName("C 级风险", "risk grade C")]
    C = 3,

    /// <summary>D 级风险: the highest.</summary>
    [BilingualName("D 级风险", "risk grade D")]
    D = 4,
}

/// <summary>The risk grades in their order (食品安全风险等级).</summary>
public static class RiskGrades
{
    /// <summary>From A, the lowest risk, to D, the highest.</summary>
    public static GradeScale<RiskGrade> Scale { get; } = GradeScale.Of(RiskGrade.A, RiskGrade.B, RiskGrade.C, RiskGrade.D).WithMeaning((
        "风险等级表示经营活动的风险高低，决定监督检查的频次：A 级风险最低，D 级风险最高。与包保等级不同，两者不可混用。",
        "A risk grade says how high the risk of the business is, and so how often it is inspected: A is the lowest risk, D the highest. It is another thing than the tier of guarantee, and the letters do not mean the same."));
}
