using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>How many tasks stand in which status (任务统计). The default value counts nothing.</summary>
/// <param name="Upcoming">Not begun.</param>
/// <param name="Due">To be done.</param>
/// <param name="Overdue">Late, and can be made good.</param>
/// <param name="Missed">Late, and cannot be made good.</param>
/// <param name="Done">Done.</param>
/// <param name="Excused">Left alone after a higher bureau.</param>
public readonly record struct PlanCounts(long Upcoming, long Due, long Overdue, long Missed, long Done, long Excused)
{
    /// <summary>All tasks.</summary>
    public long Total => Upcoming + Due + Overdue + Missed + Done + Excused;

    /// <summary>What is done, of all that has begun and is not excused (完成率); null when there is nothing of the kind.</summary>
    public decimal? Completion => Total - Upcoming - Excused is > 0 and var begun ? (decimal)Done / begun : null;

    /// <summary>The number in a status.</summary>
    /// <param name="status">The status.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not one of the named values.</exception>
    public long this[PlanTaskStatus status] => status.Named() switch
    {
        PlanTaskStatus.Upcoming => Upcoming,
        PlanTaskStatus.Due => Due,
        PlanTaskStatus.Overdue => Overdue,
        PlanTaskStatus.Missed => Missed,
        PlanTaskStatus.Done => Done,
        PlanTaskStatus.Excused => Excused,
    };

    /// <summary>The counts in a row of numbers of which place s is that of status s.</summary>
    internal static PlanCounts Of(ReadOnlySpan<long> counts) => new(counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
}
