using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using NodaTime;

namespace FoodSafety.Domain.Standing;

/// <summary>A grading of whichever enum, as the root asks for it.</summary>
internal interface IGradingBook
{
    /// <summary>By what word it is known in a journal.</summary>
    string Key { get; }

    /// <summary>The enum of grades.</summary>
    Type Grade { get; }

    /// <summary>Brings what is computed and what stands to a day.</summary>
    GradingFollowed Follow(LocalDate today);

    /// <summary>Takes off the days that have come, while a journal is redone: what turned on them is in the outcomes.</summary>
    void Pass(LocalDate today);

    /// <summary>Notes the days that are to come of those of whom a slip was put right, while a journal is redone.</summary>
    void NoteCorrected(LocalDate today);

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
