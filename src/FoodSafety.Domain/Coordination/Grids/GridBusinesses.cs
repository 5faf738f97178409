using System.Collections.Immutable;

namespace FoodSafety.Domain.Coordination;

/// <summary>Which businesses lie in which grid (网格主体分布); each business stands in it once.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GridBusinesses
{
    private readonly ImmutableArray<ImmutableArray<int>> _rows;

    internal GridBusinesses(GridPlan plan, ImmutableArray<ImmutableArray<int>> rows, ImmutableArray<int> outside) =>
        (Plan, _rows, Outside) = (plan, rows, outside);

    /// <summary>The grids.</summary>
    public GridPlan Plan { get; }

    /// <summary>The rows of the businesses that lie in no grid (网格外主体), ascending.</summary>
    public ImmutableArray<int> Outside { get; }

    /// <summary>The rows of the businesses in a grid (网格内主体), ascending.</summary>
    /// <param name="grid">The code of a grid of the plan.</param>
    /// <exception cref="ArgumentException">The plan has no such grid.</exception>
    public ImmutableArray<int> RowsOf(string grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return Plan.FindNumber(grid) is { } number ? _rows[number] : throw new ArgumentException($"'{grid}' is no grid of the plan.", nameof(grid));
    }
}
