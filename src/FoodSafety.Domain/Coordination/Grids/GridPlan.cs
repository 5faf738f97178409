using System.Collections.Frozen;
using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>How the ground is cut into grids (网格划分): no area lies in two.</summary>
/// <remarks>Immutable. Looking up the grid of an area or a business takes constant time once the area is found.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GridPlan
{
    private const int None = -1;

    // Place of the grid of each area among the grids, by the ordinal of the area.
    private readonly int[] _gridOf;

    private readonly FrozenDictionary<string, int> _numbers;

    private GridPlan(AreaTree areas, ImmutableArray<Grid> grids, int[] gridOf)
    {
        (Areas, Grids, _gridOf) = (areas, grids, gridOf);
        _numbers = grids.Select((grid, number) => KeyValuePair.Create(grid.Code, number)).ToFrozenDictionary();
    }

    /// <summary>The areas that are cut.</summary>
    public AreaTree Areas { get; }

    /// <summary>The grids, in the order given.</summary>
    public ImmutableArray<Grid> Grids { get; }

    /// <summary>Cuts the ground into grids.</summary>
    /// <param name="areas">The areas that are cut.</param>
    /// <param name="grids">The grids, in any order; together they may leave areas out.</param>
    /// <exception cref="CoordinationFaultsException">A code stands twice, or an area is not in the tree or lies in two grids; all faults are told.</exception>
    public static GridPlan Build(AreaTree areas, IEnumerable<Grid> grids)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(grids);
        ImmutableArray<Grid> given = [.. grids];
        var (gridOf, faults) = Cut(areas, given);
        CoordinationFaultsException.ThrowIfAny(faults);
        return new GridPlan(areas, given, gridOf);
    }

    /// <summary>The grid in which an area lies whole; null when it lies in none, as one that is cut into several.</summary>
    /// <param name="area">The area.</param>
    /// <exception cref="AreaNotFoundException">The tree has no such area.</exception>
    public Grid? FindGrid(AreaCode area) => _gridOf[Areas[area].Ordinal] is not None and var number ? Grids[number] : null;

    /// <summary>The grid with a code; null when there is none.</summary>
    /// <param name="code">The code.</param>
    public Grid? FindGrid(string code) => FindNumber(code) is { } number ? Grids[number] : null;

    /// <summary>The areas of which no part lies in a grid (网格空白), the widest only, in the order of their codes.</summary>
    /// <param name="within">The area in which to look, itself included.</param>
    /// <exception cref="AreaNotFoundException">The tree has no such area.</exception>
    public ImmutableArray<AreaCode> UncoveredIn(AreaCode within)
    {
        var area = Areas[within];
        var found = ImmutableArray.CreateBuilder<AreaCode>();
        for (var ordinal = area.Ordinal; ordinal < area.End;)
        {
            var end = Areas.Ends[ordinal];
            var isBare = _gridOf.AsSpan(ordinal, end - ordinal).IndexOfAnyExcept(None) < 0;
            if (isBare)
            {
                found.Add(Areas.Codes[ordinal]);
            }

            ordinal = isBare ? end : ordinal + 1;
        }

        return found.DrainToImmutable();
    }

    /// <summary>Sorts the businesses of a register into the grids, each into one or into <see cref="GridBusinesses.Outside"/>.</summary>
    /// <param name="register">The businesses, in the same area tree.</param>
    /// <exception cref="ArgumentException">The register has another area tree.</exception>
    public GridBusinesses BusinessesOf(BusinessRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        if (!ReferenceEquals(register.Areas, Areas))
        {
            throw new ArgumentException("The register stands in another area tree than the grids.", nameof(register));
        }

        // Place 0 is for those outside, so that a grid's rows are in the place after its own.
        var rows = new ImmutableArray<int>.Builder[Grids.Length + 1];
        for (var place = 0; place < rows.Length; place++)
        {
            rows[place] = ImmutableArray.CreateBuilder<int>();
        }

        for (var row = 0; row < register.Count; row++)
        {
            rows[_gridOf[register.Facts.GroupOf(row)] + 1].Add(row);
        }

        return new GridBusinesses(this, [.. rows.Skip(1).Select(grid => grid.DrainToImmutable())], rows[0].DrainToImmutable());
    }

    internal int? FindNumber(string code) => _numbers.TryGetValue(code, out var number) ? number : null;

    /// <summary>What is wrong with grids; none when they can be built.</summary>
    internal static ImmutableArray<CoordinationFault> FaultsOf(AreaTree areas, ImmutableArray<Grid> grids) => Cut(areas, grids).Faults;

    private static (int[] GridOf, ImmutableArray<CoordinationFault> Faults) Cut(AreaTree areas, ImmutableArray<Grid> grids)
    {
        var gridOf = new int[areas.Count];
        Array.Fill(gridOf, None);
        var faults = ImmutableArray.CreateBuilder<CoordinationFault>();
        var codes = new HashSet<string>();
        for (var number = 0; number < grids.Length; number++)
        {
            if (!codes.Add(grids[number].Code))
            {
                faults.Add(new(CoordinationFaultKind.CodeTwice, grids[number].Code));
            }

            foreach (var code in grids[number].Areas)
            {
                if (!areas.TryGet(code, out var area))
                {
                    faults.Add(new(CoordinationFaultKind.AreaUnknown, $"{code}"));
                    continue;
                }

                var ground = gridOf.AsSpan(area.Ordinal, area.End - area.Ordinal);
                if (ground.IndexOfAnyExcept(None) is >= 0 and var taken)
                {
                    faults.Add(new(CoordinationFaultKind.AreaTwice, $"{areas.Codes[area.Ordinal + taken]}", grids[ground[taken]].Code));
                }

                ground.Fill(number);
            }
        }

        return (gridOf, faults.DrainToImmutable());
    }
}

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

/// <summary>A grid of supervision (监管网格): some whole areas with the one person who looks after them.</summary>
/// <remarks>The village is the smallest part of a grid, for no division list goes below it.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Grid
{
    /// <summary>Describes a grid.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="keeper">Who looks after it: the key of the person in the user's platform, not blank.</param>
    /// <param name="areas">Its areas, each with all that lies in it; at least one.</param>
    /// <exception cref="ArgumentException">The code is none, the name is empty, nobody looks after it, or there is no area.</exception>
    public Grid(string code, BilingualText name, string keeper, params IEnumerable<AreaCode> areas)
    {
        TextRule.Key.Check(keeper);
        ArgumentNullException.ThrowIfNull(areas);
        (Code, Name) = Codes.Check(code, name);
        Areas = [.. areas.Order()];
        if (Areas.IsEmpty)
        {
            throw new ArgumentException($"Grid '{code}' has no area.", nameof(areas));
        }

        Keeper = keeper;
    }

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }

    /// <summary>Who looks after it (网格员).</summary>
    public string Keeper { get; }

    /// <summary>Its areas (网格范围), in the order of their codes.</summary>
    public ItemList<AreaCode> Areas { get; }
}
