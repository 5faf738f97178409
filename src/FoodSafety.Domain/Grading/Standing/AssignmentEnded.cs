using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>An override or a provisional grade was ended before its time (已提前终止).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AssignmentEnded<TGrade> : GradeEvent<TGrade> where TGrade : struct, Enum
{
    internal AssignmentEnded(GradeAssignment<TGrade> assignment, string reason, string by, LocalDate on)
        : base(on, by) => (Assignment, Reason) = (assignment, reason);

    /// <summary>The assignment, with its new end.</summary>
    public GradeAssignment<TGrade> Assignment { get; }

    /// <summary>Why it was ended.</summary>
    public string Reason { get; }
}
