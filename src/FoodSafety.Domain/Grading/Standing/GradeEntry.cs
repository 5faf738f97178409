using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>A computed decision as the ledger recorded it (分级记录): in force from its day until the day of the next one.</summary>
/// <param name="Row">The number of the row.</param>
/// <param name="On">The day on which it was computed. Of several entries of one day the last counts for the whole day.</param>
/// <param name="Decision">What the policy decided.</param>
/// <param name="Policy">The policy, in the version that decided.</param>
/// <param name="IsCorrection">
/// True when an appeal had facts corrected (更正): it takes effect at once, since no observation runs from grades that wrong facts gave.
/// </param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeEntry<TGrade>(
    int Row, LocalDate On, GradeDecision<TGrade> Decision, GradingPolicy<TGrade> Policy, bool IsCorrection) where TGrade : struct, Enum
{
    /// <summary>The clause that decided, with its key, title and basis; null where none did, because the grade was taken over from another system.</summary>
    public PolicyClause? Clause => Decision.Clause < 0 ? null : Policy.ClauseOf(Decision);
}
