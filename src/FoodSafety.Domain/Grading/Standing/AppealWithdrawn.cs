namespace FoodSafety.Domain.Grading;

/// <summary>An appeal was taken back by who filed it (已撤回申诉).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AppealWithdrawn<TGrade> : GradeEvent<TGrade> where TGrade : struct, Enum
{
    internal AppealWithdrawn(GradeAppeal<TGrade> appeal)
        : base(appeal.ClosedOn!.Value, appeal.ClosedBy) => Appeal = appeal;

    /// <summary>The appeal, withdrawn.</summary>
    public GradeAppeal<TGrade> Appeal { get; }
}
