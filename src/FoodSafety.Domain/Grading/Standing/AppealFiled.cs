namespace FoodSafety.Domain.Grading;

/// <summary>An appeal was filed (已提出申诉).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AppealFiled<TGrade> : GradeEvent<TGrade> where TGrade : struct, Enum
{
    internal AppealFiled(GradeAppeal<TGrade> appeal)
        : base(appeal.FiledOn, appeal.FiledBy) => Appeal = appeal;

    /// <summary>The appeal, open.</summary>
    public GradeAppeal<TGrade> Appeal { get; }
}
