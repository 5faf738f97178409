namespace FoodSafety.Domain.Grading;

/// <summary>An override or a provisional grade was set (已人工定级).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeAssigned<TGrade> : GradeEvent<TGrade> where TGrade : struct, Enum
{
    internal GradeAssigned(GradeAssignment<TGrade> assignment)
        : base(assignment.On, assignment.By) => Assignment = assignment;

    /// <summary>What was set, and why.</summary>
    public GradeAssignment<TGrade> Assignment { get; }
}
