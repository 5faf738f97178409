using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Inspections;

/// <summary>What a round has covered by a day (覆盖情况): overall, by task, by tier and by area. Immutable.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RoundCoverage
{
    private readonly Round _round;
    private readonly AreaTree _areas;
    private readonly int[] _doneByTask;
    private readonly Coverage[] _byTier;
    private readonly long[] _doneByArea;
    private readonly long[] _totalByArea;

    internal RoundCoverage(Round round, AreaTree areas, Coverage overall, int[] doneByTask, Coverage[] byTier, long[] doneByArea, long[] totalByArea) =>
        (_round, _areas, Overall, _doneByTask, _byTier, _doneByArea, _totalByArea) = (round, areas, overall, doneByTask, byTier, doneByArea, totalByArea);

    /// <summary>The businesses at which all tasks are done, of all of the round.</summary>
    public Coverage Overall { get; }

    /// <summary>The businesses at which one task is done.</summary>
    /// <param name="task">A task of the round.</param>
    /// <exception cref="ArgumentOutOfRangeException">The round has no such task.</exception>
    public Coverage Of(RoundTask task) => _round.Tasks.AsSpan().IndexOf(task) is >= 0 and var index
        ? new Coverage(_doneByTask[index], Overall.Total)
        : throw new ArgumentOutOfRangeException(nameof(task), task, $"Allowed: {string.Join(", ", _round.Tasks)}.");

    /// <summary>The businesses of a tier at which all tasks are done.</summary>
    /// <param name="tier">The tier.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tier"/> is not one of the named values.</exception>
    public Coverage Of(Tier tier) => Enum.IsDefined(tier)
        ? _byTier[(int)tier]
        : throw new ArgumentOutOfRangeException(nameof(tier), tier, "Allowed: 1 (A) to 4 (D).");

    /// <summary>The businesses in an area, and in areas inside it, at which all tasks are done.</summary>
    /// <param name="area">An area at any level.</param>
    /// <exception cref="AreaNotFoundException">There is no such area.</exception>
    public Coverage In(AreaCode area)
    {
        var ordinal = _areas[area].Ordinal;
        return new Coverage((int)_doneByArea[ordinal], (int)_totalByArea[ordinal]);
    }
}

/// <summary>How many of how many are covered (覆盖率). The default value is none of none.</summary>
/// <param name="Done">How many are covered, 0 or more.</param>
/// <param name="Total">How many there are, 0 or more.</param>
/// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
public readonly record struct Coverage(int Done, int Total)
{
    /// <summary>How many are covered.</summary>
    public int Done { get; init => field = NotNegative(value, nameof(Done)); } = NotNegative(Done, nameof(Done));

    /// <summary>How many there are.</summary>
    public int Total { get; init => field = NotNegative(value, nameof(Total)); } = NotNegative(Total, nameof(Total));

    /// <summary>The share, 0 to 1; null where there is nothing to cover.</summary>
    public decimal? Share => Total == 0 ? null : (decimal)Done / Total;

    /// <summary>How many are left.</summary>
    public int Remaining => Total - Done;

    private static int NotNegative(int count, string parameter) => count >= 0 ? count : throw new ArgumentOutOfRangeException(parameter, count, "Allowed: 0 or more.");
}
