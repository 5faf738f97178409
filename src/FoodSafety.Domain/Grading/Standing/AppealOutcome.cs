using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>What an appeal came to (复核结论): <see cref="AppealUpheld{TGrade}"/>, <see cref="FactsCorrected{TGrade}"/> or <see cref="GradeSet{TGrade}"/>; there is no other.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record AppealOutcome<TGrade> where TGrade : struct, Enum
{
    private protected AppealOutcome(string reason)
    {
        TextRule.Note.Check(reason);
        Reason = reason;
    }

    /// <summary>Why it was decided so (复核理由).</summary>
    public string Reason { get; }
}
