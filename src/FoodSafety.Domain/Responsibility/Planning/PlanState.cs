using System.Collections.Immutable;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Responsibility;

/// <summary>All that a plan knows, shared page by page with the plans before and after it.</summary>
/// <param name="Rows">The chain of each row.</param>
/// <param name="Holders">Seats and benches by number, from 1; those of cadres who left stay.</param>
/// <param name="Pools">The pool of each area, by ordinal; null where nobody ever was in post or waited.</param>
/// <param name="Outside">How many rows have no tier.</param>
/// <param name="Uncovered">How many rows have a tier and no main responsible.</param>
/// <param name="Unsettled">
/// The areas in which seats were stated that the posts of the day do not have, or with more rows than they may have: the next plan
/// reviews them, whatever became of the roster. None in a plan that was made.
/// </param>
internal sealed record PlanState(
    Pages<RowPlan> Rows, Pages<Holder?> Holders, Pages<Pool?> Pools, int Outside, int Uncovered, ImmutableArray<int> Unsettled)
{
    public static readonly PlanState Empty = new(Pages<RowPlan>.Empty, Pages<Holder?>.Empty, Pages<Pool?>.Empty, 0, 0, []);

    public RowPlan RowAt(int row) => row < Rows.Count ? Rows[row] : default;

    /// <summary>Who takes a step, numbered from 0, of a row; nobody when it is vacant or there is no such step or row.</summary>
    public Seat SeatAt(int row, int step) => RowAt(row)[step] is not 0 and var holder ? Holders[holder]!.Seat : default;

    public Pool PoolOf(int area) => area < Pools.Count ? Pools[area] ?? Pool.Empty : Pool.Empty;

    /// <summary>The number of the seat of a cadre in an area, or 0.</summary>
    public int FindSeat(int area, CadreId cadre) => PoolOf(area).FindSeat(cadre, number => Holders[number]!);

    /// <summary>The area that has to take a step: see <see cref="Pool.PlaceAt"/>.</summary>
    public int PlaceAt(AreaTree areas, int area, AreaLevel level) => Pool.PlaceAt(areas, area, level, place => PoolOf(place).IsStaffed);
}
