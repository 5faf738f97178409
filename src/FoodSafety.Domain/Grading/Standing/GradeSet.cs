using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>Another grade was set by hand (改定等级): an override by who decides, from the day of the decision, in place of one in force.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
public sealed record GradeSet<TGrade> : AppealOutcome<TGrade> where TGrade : struct, Enum
{
    /// <summary>Sets a grade.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="grade">The grade.</param>
    /// <param name="until">The first day no longer in force.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public GradeSet(string reason, TGrade grade, LocalDate until)
        : base(reason)
    {
        Grade = grade;
        Until = until;
    }

    /// <summary>The grade.</summary>
    public TGrade Grade { get; }

    /// <summary>The first day no longer in force.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate Until { get; }
}
