using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>Something that was done in a <see cref="GradeLedger{TGrade}"/> (台账事项): what, when, by whom.</summary>
/// <remarks>
/// One of <see cref="RowsRegraded{TGrade}"/>, <see cref="GradeAssigned{TGrade}"/>, <see cref="AssignmentEnded{TGrade}"/>,
/// <see cref="AppealFiled{TGrade}"/>, <see cref="AppealDecided{TGrade}"/> and <see cref="AppealWithdrawn{TGrade}"/>; there is no other.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record GradeEvent<TGrade> where TGrade : struct, Enum
{
    private protected GradeEvent(LocalDate on, string? by) => (On, By) = (on.Iso(), by);

    /// <summary>The day.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate On { get; }

    /// <summary>Who did it: a key in the user's platform; null for a regrading, which a policy decides.</summary>
    public string? By { get; }
}
