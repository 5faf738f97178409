namespace FoodSafety.Domain.Emergencies;

/// <summary>The grade of a food-safety incident (食品安全事故等级): I is the gravest.</summary>
/// <remarks>
/// A lower number is a graver grade. What is below the table has no grade. The default value 0 is none. Order and names are in
/// <see cref="IncidentGrades"/>.
/// </remarks>
public enum IncidentGrade
{
    /// <summary>Grade I (Ⅰ级，特别重大).</summary>
    EspeciallyMajor = 1,

    /// <summary>Grade II (Ⅱ级，重大).</summary>
    Major = 2,

    /// <summary>Grade III (Ⅲ级，较大).</summary>
    Larger = 3,

    /// <summary>Grade IV (Ⅳ级，一般).</summary>
    General = 4,
}
