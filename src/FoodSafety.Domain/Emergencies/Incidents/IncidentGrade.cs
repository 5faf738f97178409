using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

/// <summary>The grade of a food-safety incident (食品安全事故等级): I is the gravest.</summary>
/// <remarks>
/// A lower number is a graver grade. What is below the table has no grade. The default value 0 is none. The order is in
/// <see cref="IncidentGrades"/>.
/// </remarks>
public enum IncidentGrade
{
    /// <summary>Grade I (Ⅰ级，特别重大).</summary>
    [BilingualName("Ⅰ级（特别重大）", "grade I (especially major)")]
    EspeciallyMajor = 1,

    /// <summary>Grade II (Ⅱ级，重大).</summary>
    [BilingualName("Ⅱ级（重大）", "grade II (major)")]
    Major = 2,

    /// <summary>Grade III (Ⅲ级，较大).</summary>
    [BilingualName("Ⅲ级（较大）", "grade III (larger)")]
    Larger = 3,

    /// <summary>Grade IV (Ⅳ级，一般).</summary>
    [BilingualName("Ⅳ级（一般）", "grade IV (general)")]
    General = 4,
}

/// <summary>The incident grades in their order (事故等级).</summary>
public static class IncidentGrades
{
    /// <summary>From IV, the mildest, to I, the strictest.</summary>
    public static GradeScale<IncidentGrade> Scale { get; } = GradeScale.Of(IncidentGrade.General, IncidentGrade.Larger, IncidentGrade.Major, IncidentGrade.EspeciallyMajor);
}
