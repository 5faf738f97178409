using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>One task of the plan (检查任务): a business, what is due there, in which window, and how it stands.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PlanTask
{
    internal PlanTask()
    {
    }

    /// <summary>The business.</summary>
    public required BusinessId Business { get; init; }

    /// <summary>What kind of inspection is due.</summary>
    public required InspectionKind Kind { get; init; }

    /// <summary>
    /// Who has to go: the main responsible cadre for a visit; nobody for the inspection of a bureau, and where that cadre is not in post any
    /// more on the day of the plan, so that the chains have to be planned again.
    /// </summary>
    public required Seat Seat { get; init; }

    /// <summary>The first day on which doing it counts.</summary>
    public required LocalDate First { get; init; }

    /// <summary>The last day on which doing it counts; for a follow-up, the deadline, after which it still counts but is late.</summary>
    public required LocalDate Last { get; init; }

    /// <summary>The day it is due by: the last working day of the window.</summary>
    public required LocalDate DueBy { get; init; }

    /// <summary>The law by which the day it is due by was computed while no notice confirms it (暂定依据); null when that day is sure.</summary>
    public Citation? ProvisionalBy { get; init; }

    /// <summary>True while the day it is due by rests on days that no notice has confirmed (暂定).</summary>
    public bool IsProvisional => ProvisionalBy is not null;

    /// <summary>How often it has to be done in the window.</summary>
    public required int Times { get; init; }

    /// <summary>How often it was done in the window, up to the day of the plan.</summary>
    public required int TimesDone { get; init; }

    /// <summary>How it stands.</summary>
    public required PlanTaskStatus Status { get; init; }

    /// <summary>The frequency it follows from; null for a follow-up.</summary>
    public InspectionFrequency? Frequency { get; init; }

    /// <summary>Why it is due, in both languages: the name of the frequency, or the reason of the follow-up.</summary>
    public required BilingualText Reason { get; init; }

    /// <summary>The last day of the rest after a higher bureau; null when it is not excused.</summary>
    public LocalDate? ExcusedThrough { get; init; }
}

/// <summary>How a task of the plan stands on a day (任务状态). Every task has exactly one.</summary>
/// <remarks>
/// Only what was done up to the day counts, so the status on a past day never changes. Zero, the default, is no task.
/// </remarks>
public enum PlanTaskStatus : byte
{
    /// <summary>Its first day is still to come (未到期).</summary>
    [BilingualName("未到期", "upcoming")]
    Upcoming = 1,

    /// <summary>It can be done, and the day it is due by is not over (待完成).</summary>
    [BilingualName("待完成", "due")]
    Due = 2,

    /// <summary>The day it is due by is over, and it can still be made good: the window has not closed, or it is a follow-up (逾期).</summary>
    [BilingualName("逾期", "overdue")]
    Overdue = 3,

    /// <summary>The window closed and it was not done often enough (漏检); a later inspection does not heal it.</summary>
    [BilingualName("漏检", "missed")]
    Missed = 4,

    /// <summary>It was done as often as required, within its window (已完成).</summary>
    [BilingualName("已完成", "done")]
    Done = 5,

    /// <summary>A higher bureau inspected the business within the months of the policy, so it is left alone (暂免).</summary>
    [BilingualName("暂免", "excused")]
    Excused = 6,
}

/// <summary>A business that has to be looked at again by a day (复查任务): what was ordered must have been put right.</summary>
/// <param name="Business">The business.</param>
/// <param name="Kind">What kind of inspection is to follow; any of that kind settles it.</param>
/// <param name="From">The first day on which an inspection settles it, inclusive.</param>
/// <param name="Deadline">The last day, inclusive: the deadline that was set, already moved to a working day where its rule says so.</param>
/// <param name="Reason">Why, in both languages.</param>
public readonly record struct FollowUpTask(BusinessId Business, InspectionKind Kind, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate From, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate Deadline, BilingualText Reason)
{
    /// <summary>The law by which the deadline was computed while no notice confirms it (暂定依据); null when it is sure.</summary>
    public Citation? ProvisionalBy { get; init; }
}
