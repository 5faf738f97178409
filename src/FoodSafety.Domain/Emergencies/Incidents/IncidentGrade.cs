using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

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

/// <summary>What grade an incident was given, by which clause of which plan (事故定级), or that it is below the table.</summary>
/// <remarks>It says enough to be kept when the plan is long replaced. For evidence and nearest changes ask <see cref="Grader{TGrade}.Explain"/>.</remarks>
/// <param name="Grade">The grade; null when the incident is below the table (未达分级标准).</param>
/// <param name="Policy">The key of the policy.</param>
/// <param name="Version">Its version.</param>
/// <param name="Clause">The key of the clause that decided.</param>
/// <param name="Reason">The title of the clause.</param>
/// <param name="Basis">Where the clause comes from.</param>
public sealed record IncidentGrading(IncidentGrade? Grade, string Policy, string Version, string Clause, BilingualText Reason, Citation Basis)
{
    /// <summary>The grade; null when the incident is below the table.</summary>
    public IncidentGrade? Grade { get; init => field = value?.Named(); } = Grade?.Named();

    /// <summary>The key of the policy.</summary>
    public string Policy { get; init => field = TextRule.Key.Check(value, nameof(Policy)); } = TextRule.Key.Check(Policy, nameof(Policy));

    /// <summary>Its version.</summary>
    public string Version { get; init => field = TextRule.Key.Check(value, nameof(Version)); } = TextRule.Key.Check(Version, nameof(Version));

    /// <summary>The key of the clause that decided.</summary>
    public string Clause { get; init => field = TextRule.Key.Check(value, nameof(Clause)); } = TextRule.Key.Check(Clause, nameof(Clause));

    /// <summary>The title of the clause.</summary>
    public BilingualText Reason { get; init => field = TextRule.Name.CheckAny(value, nameof(Reason)); } = TextRule.Name.CheckAny(Reason, nameof(Reason));

    /// <summary>True when no criterion of the table is met.</summary>
    public bool IsBelowTable => Grade is null;

    /// <summary>The grade as people read it, and why.</summary>
    public BilingualText Text
    {
        get
        {
            var grade = Grade?.Name() ?? ("未达分级标准", "below the table");
            return ($"{grade.Chinese}：{Reason.Chinese}", $"{grade.English}: {Reason.English}");
        }
    }

    /// <summary>Grades an incident.</summary>
    /// <param name="grader">The policy, made ready.</param>
    /// <param name="facts">What is known of the incident.</param>
    public static IncidentGrading Of(Grader<IncidentGrade> grader, IFactSource facts)
    {
        ArgumentNullException.ThrowIfNull(grader);
        var decision = grader.Grade(facts);
        var clause = grader.Policy.ClauseOf(decision);
        return new(decision.FindGrade(), grader.Policy.Id, grader.Policy.Version, clause.Id, clause.Title, clause.Basis);
    }
}
