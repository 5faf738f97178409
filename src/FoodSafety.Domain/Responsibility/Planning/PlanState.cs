namespace FoodSafety.Domain.Responsibility;

/// <summary>All that a plan knows, shared page by page with the plans before and after it.</summary>
/// <param name="Rows">The chain of each row.</param>
/// <param name="Holders">Seats and benches by number, from 1; those of cadres who left stay.</param>
/// <param name="Pools">The pool of each area, by ordinal; null where nobody ever was in post or waited.</param>
/// <param name="Outside">How many rows have no tier.</param>
/// <param name="Uncovered">How many rows have a tier and no main responsible.</param>
internal sealed record PlanState(Pages<RowPlan> Rows, Pages<Holder?> Holders, Pages<Pool?> Pools, int Outside, int Uncovered)
{
    public static readonly PlanState Empty = new(Pages<RowPlan>.Empty, Pages<Holder?>.Empty, Pages<Pool?>.Empty, 0, 0);

    public RowPlan RowAt(int row) => row < Rows.Count ? Rows[row] : default;

    public Pool PoolOf(int area) => area < Pools.Count ? Pools[area] ?? Pool.Empty : Pool.Empty;
}
