using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Inspections;

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
