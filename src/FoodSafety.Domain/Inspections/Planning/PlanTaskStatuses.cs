using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The names of <see cref="PlanTaskStatus"/>.</summary>
public static class PlanTaskStatuses
{
    /// <summary>The status as people read it.</summary>
    /// <param name="status">The status.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not one of the named values.</exception>
    public static BilingualText Name(this PlanTaskStatus status) => status.Named() switch
    {
        PlanTaskStatus.Upcoming => ("未到期", "upcoming"),
        PlanTaskStatus.Due => ("待完成", "due"),
        PlanTaskStatus.Overdue => ("逾期", "overdue"),
        PlanTaskStatus.Missed => ("漏检", "missed"),
        PlanTaskStatus.Done => ("已完成", "done"),
        PlanTaskStatus.Excused => ("暂免", "excused"),
    };
}
