namespace FoodSafety.Domain.Grading;

/// <summary>An appeal was decided, with what followed from it at once (已作出复核决定).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AppealDecided<TGrade> : GradeEvent<TGrade> where TGrade : struct, Enum
{
    internal AppealDecided(GradeAppeal<TGrade> appeal)
        : base(appeal.ClosedOn!.Value, appeal.ClosedBy) => Appeal = appeal;

    /// <summary>The appeal, decided; its outcome says why.</summary>
    public GradeAppeal<TGrade> Appeal { get; }

    /// <summary>The regrading after facts were corrected; null for other outcomes.</summary>
    public Regrading<TGrade>? Regrading { get; internal init; }

    /// <summary>The override that set the grade; null for other outcomes.</summary>
    public GradeAssignment<TGrade>? Set { get; internal init; }

    /// <summary>The override that was in force and ended for it; null when there was none.</summary>
    public GradeAssignment<TGrade>? Ended { get; internal init; }

    /// <summary>True when it was decided after its deadline (逾期复核).</summary>
    public bool IsLate => Appeal.IsOverdue(On);
}
