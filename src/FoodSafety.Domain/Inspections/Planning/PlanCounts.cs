using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Inspections;

/// <summary>How many tasks stand in which status (任务统计). The default value counts nothing.</summary>
/// <param name="Upcoming">Not begun.</param>
/// <param name="Due">To be done.</param>
/// <param name="Overdue">Late, and can be made good.</param>
/// <param name="Missed">Late, and cannot be made good.</param>
/// <param name="Done">Done.</param>
/// <param name="Excused">Left alone after a higher bureau.</param>
/// <exception cref="ArgumentOutOfRangeException">A count is not between 0 and 10^15.</exception>
public readonly record struct PlanCounts(long Upcoming, long Due, long Overdue, long Missed, long Done, long Excused)
{
    private const long Largest = 1_000_000_000_000_000;

    /// <summary>Not begun.</summary>
    public long Upcoming { get; init => field = Count(value, nameof(Upcoming)); } = Count(Upcoming, nameof(Upcoming));

    /// <summary>To be done.</summary>
    public long Due { get; init => field = Count(value, nameof(Due)); } = Count(Due, nameof(Due));

    /// <summary>Late, and can be made good.</summary>
    public long Overdue { get; init => field = Count(value, nameof(Overdue)); } = Count(Overdue, nameof(Overdue));

    /// <summary>Late, and cannot be made good.</summary>
    public long Missed { get; init => field = Count(value, nameof(Missed)); } = Count(Missed, nameof(Missed));

    /// <summary>Done.</summary>
    public long Done { get; init => field = Count(value, nameof(Done)); } = Count(Done, nameof(Done));

    /// <summary>Left alone after a higher bureau.</summary>
    public long Excused { get; init => field = Count(value, nameof(Excused)); } = Count(Excused, nameof(Excused));

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

    private static long Count(long count, string parameter) =>
        count is >= 0 and <= Largest ? count : throw new ArgumentOutOfRangeException(parameter, count, $"Allowed: 0 to {Largest}.");

    /// <summary>The counts in a row of numbers of which place s is that of status s.</summary>
    internal static PlanCounts Of(ReadOnlySpan<long> counts) => new(counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
}

/// <summary>The tasks of a plan by area (分区域任务统计), every area with all that lies in it.</summary>
/// <remarks>Immutable and safe to share.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PlanCountsByArea
{
    private readonly long[][] _byStatus;

    internal PlanCountsByArea(AreaTree areas, long[][] byStatus) => (Areas, _byStatus) = (areas, byStatus);

    /// <summary>The areas.</summary>
    public AreaTree Areas { get; }

    /// <summary>The tasks of the businesses in an area.</summary>
    /// <param name="area">An area at any level.</param>
    /// <exception cref="AreaNotFoundException">There is no such area.</exception>
    public PlanCounts this[AreaCode area]
    {
        get
        {
            var ordinal = Areas[area].Ordinal;
            Span<long> counts = stackalloc long[7];
            for (var status = 0; status < counts.Length; status++)
            {
                counts[status] = _byStatus[status][ordinal];
            }

            return PlanCounts.Of(counts);
        }
    }
}

/// <summary>How the visits of a cadre in an area stand (干部督导进度).</summary>
/// <param name="Seat">The cadre and the area.</param>
/// <param name="Counts">The tasks by status.</param>
public readonly record struct SeatPlanCounts(Seat Seat, PlanCounts Counts);
