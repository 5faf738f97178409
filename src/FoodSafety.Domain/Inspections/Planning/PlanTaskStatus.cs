using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

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
