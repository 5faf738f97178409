using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Standing;

/// <summary>What a standing rests on (生效依据).</summary>
/// <remarks>The default value 0 is no source; no standing has it.</remarks>
public enum StandingSource
{
    /// <summary>What was computed last, or nothing as yet (自动分级).</summary>
    [BilingualName("自动分级", "computed")]
    Computed = 1,

    /// <summary>A stricter grade computed earlier, while the milder one is observed (观察期).</summary>
    [BilingualName("观察期", "under observation")]
    Observation = 2,

    /// <summary>A grade that an authority set in place of the computed one (人工调整).</summary>
    [BilingualName("人工调整", "overridden")]
    Override = 3,

    /// <summary>A grade that an authority set until there is a computed one (暂定).</summary>
    [BilingualName("暂定", "provisional")]
    Provisional = 4,
}

/// <summary>A computed decision as it was recorded (分级记录): in force from its day until the day of the next one.</summary>
/// <param name="On">The day on which it was computed. Of several entries of one day the last counts for the whole day.</param>
/// <param name="Decision">What the policy decided.</param>
/// <param name="Policy">The policy, in the version that decided.</param>
/// <param name="IsCorrection">
/// True when an appeal had facts corrected (更正): it takes effect at once, since no observation runs from grades that wrong facts gave.
/// </param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeEntry<TGrade>(LocalDate On, GradeDecision<TGrade> Decision, GradingPolicy<TGrade> Policy, bool IsCorrection) where TGrade : struct, Enum
{
    /// <summary>The clause that decided, with its key, title and basis; null where none did, because the grade was taken over from another system.</summary>
    public PolicyClause? Clause => Decision.Clause < 0 ? null : Policy.ClauseOf(Decision);
}

/// <summary>How a business stands on a day (生效等级): its grade, by which rule of which policy version or by whose order, and since when.</summary>
/// <remarks>Derived when asked, never stored.</remarks>
/// <param name="Business">The business.</param>
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
    BusinessId Business,
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

/// <summary>A grading on a day, as a value (某日分级): what stands, and where the appeals are.</summary>
/// <param name="Standing">The grades that stand on the day, by the law.</param>
/// <param name="Appeals">The appeals that were filed until the end of the day, by all that is known now, in the order recorded.</param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradingOnDay<TGrade>(GradeSheet<TGrade> Standing, ItemList<GradeAppeal<TGrade>> Appeals) : IGradingOnDay where TGrade : struct, Enum
{
    GradeSheet IGradingOnDay.Sheet => Standing;

    /// <summary>The policy that decided on the day; null where none was in force.</summary>
    public GradingPolicy<TGrade>? Policy { get; internal init; }

    /// <summary>The grades that were notified until the end of the day, by all that is known now, in the order recorded.</summary>
    public ItemList<GradeNotice<TGrade>> Notices { get; internal init; }
}
