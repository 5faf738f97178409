using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>How a row stands on a day (生效等级): its grade, by which rule of which policy version or by whose order, and since when.</summary>
/// <remarks>Derived from the ledger when asked, never stored.</remarks>
/// <param name="Row">The number of the row.</param>
/// <param name="Day">The day.</param>
/// <param name="Source">What the standing rests on.</param>
/// <param name="Effective">The decision that stands; its clause is that of <paramref name="Rule"/>, or -1 without one.</param>
/// <param name="Since">
/// The first day since which, without a break, the grade (or that there is none) has been this one, from whatever source;
/// null when nothing was ever decided.
/// </param>
/// <param name="Computed">What was computed last up to the day; null when nothing was.</param>
/// <param name="Rule">The computed decision that stands: <paramref name="Computed"/> or, under observation, an earlier one; null when an assignment stands.</param>
/// <param name="Assignment">The override or provisional grade that stands; null when a computed decision does.</param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeStanding<TGrade>(
    int Row,
    LocalDate Day,
    StandingSource Source,
    GradeDecision<TGrade> Effective,
    LocalDate? Since,
    GradeEntry<TGrade>? Computed,
    GradeEntry<TGrade>? Rule,
    GradeAssignment<TGrade>? Assignment) where TGrade : struct, Enum
{
    /// <summary>The policy whose version decided; null when an assignment stands or nothing is decided.</summary>
    public GradingPolicy<TGrade>? Policy => Rule?.Policy;

    /// <summary>The clause that decided; null when an assignment stands or nothing is decided.</summary>
    public PolicyClause? Clause => Rule?.Clause;
}
