using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

/// <summary>The incident grades in their order (事故等级).</summary>
public static class IncidentGrades
{
    /// <summary>From IV, the mildest, to I, the strictest.</summary>
    public static GradeScale<IncidentGrade> Scale { get; } = new(
        (IncidentGrade.General, ("Ⅳ级（一般）", "grade IV (general)")),
        (IncidentGrade.Larger, ("Ⅲ级（较大）", "grade III (larger)")),
        (IncidentGrade.Major, ("Ⅱ级（重大）", "grade II (major)")),
        (IncidentGrade.EspeciallyMajor, ("Ⅰ级（特别重大）", "grade I (especially major)")));

    /// <summary>The name of a grade.</summary>
    /// <param name="grade">The grade.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grade"/> is not one of the named values.</exception>
    public static BilingualText Name(this IncidentGrade grade) => Scale.NameOf(grade);
}
