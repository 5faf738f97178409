using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Standing;

/// <summary>A grading of whichever enum, asked in the words that files write (分级台账): what lists, tables and messages about all gradings of a district are made of.</summary>
/// <remarks>Only <see cref="GradingBook{TGrade}"/> implements it; whoever knows the enum asks that.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("IGrading.Key")]
public interface IGrading
{
    /// <summary>By what word it is known in a journal: <c>tier</c>, <c>risk-grade</c>, or that of an enum of one's own.</summary>
    string Key { get; }

    /// <summary>How a business stands as of the last entry.</summary>
    /// <param name="business">The business.</param>
    /// <exception cref="KeyNotFoundException">It is not registered.</exception>
    StandingInWords StandingOf(BusinessId business);

    /// <summary>What was computed for a business, in the order of days: <see cref="GradingBook{TGrade}.HistoryOf"/>.</summary>
    /// <param name="business">The business.</param>
    /// <exception cref="KeyNotFoundException">It is not registered.</exception>
    ImmutableArray<GradeInWords> HistoryOf(BusinessId business);
}

/// <summary>How a business stands in a grading of whichever enum (生效等级).</summary>
/// <param name="State">Whether it has a grade.</param>
/// <param name="Grade">The grade as files write it: <c>A</c>; null where there is none.</param>
/// <param name="Reason">The key of the reason for which the policy gives none; null where there is a grade, nothing is decided, or another system gave no reason.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly record struct StandingInWords(GradingState State, string? Grade, string? Reason);

/// <summary>A computed decision of a grading of whichever enum (分级记录), as <see cref="GradeEntry{TGrade}"/> says it of a known one.</summary>
/// <param name="On">The day on which it was computed.</param>
/// <param name="State">Whether there is a grade.</param>
/// <param name="Grade">The grade as files write it: <c>A</c>; null where there is none.</param>
/// <param name="Clause">The key of the clause that decided: a rule, a reason for no grade, the default; null where none did.</param>
/// <param name="Policy">The key of the policy.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsCorrection">Whether an appeal had facts put right.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly record struct GradeInWords(LocalDate On, GradingState State, string? Grade, string? Clause, string Policy, string Version, bool IsCorrection);

/// <summary>A grading of whichever enum, as the root asks for it.</summary>
internal interface IGradingBook : IGrading
{
    /// <summary>The enum of grades.</summary>
    Type Grade { get; }

    /// <summary>Brings what is computed and what stands to a day.</summary>
    GradingFollowed Follow(LocalDate today);

    /// <summary>Sets what followed then, and says who stood how before.</summary>
    GradingFollowed RedoFollowing(OutcomePart part, Moment moment);

    /// <summary>Takes off the days that have come, while a journal is redone: what turned on them is in the outcomes.</summary>
    void Pass(LocalDate today);

    /// <summary>Notes the days that are to come of those of whom a slip was put right, while a journal is redone.</summary>
    void NoteCorrected(LocalDate today);

    /// <summary>Whether a policy was withdrawn in this unit, and with it what it gave to anybody.</summary>
    bool ReturnsAll { get; }

    void EndUnit();

    /// <summary>The rows of which the law says something else from a day on, for each day up to one on which it does so for any.</summary>
    IEnumerable<(LocalDate Day, ImmutableArray<int> Rows)> TurnsUpTo(LocalDate day);

    /// <summary>The days after one and up to another on which another policy takes over, with what it is called.</summary>
    IEnumerable<(LocalDate Day, string Policy)> PoliciesBetween(LocalDate after, LocalDate upTo);

    /// <summary>What stands, as of the last entry.</summary>
    GradeSheet Sheet { get; }

    /// <summary>Which of its grades were notified and made public.</summary>
    IGradeNoticeBook Notices { get; }

    /// <summary>What ends of a business because it was inspected on a day, where the rules say that an inspection ends it: overrides without end that began before.</summary>
    IEnumerable<Act> EndedByInspection(BusinessId business, LocalDate inspected, LocalDate today, string reason);

    /// <summary>The grades that somebody set a business and that count on a day or later, each with the act that ends it.</summary>
    IEnumerable<(BilingualText What, Act End)> ToEnd(BusinessId business, LocalDate today, string reason);

    /// <summary>A <see cref="GradingOnDay{TGrade}"/> of the enum.</summary>
    IGradingOnDay On(FactTable table, LocalDate day, bool isToday);
}

/// <summary>A grading of whichever enum on a day.</summary>
internal interface IGradingOnDay
{
    /// <summary>The grades that stand on it.</summary>
    GradeSheet Sheet { get; }
}

/// <summary>What followed from a unit in a grading: what is kept, whose standing is another, and who is without a grade for another reason.</summary>
internal readonly record struct GradingFollowed(OutcomePart Decided, ImmutableArray<int> Rows, ImmutableArray<StandingMove> Moves, ImmutableArray<ReasonMove> Reasons);
