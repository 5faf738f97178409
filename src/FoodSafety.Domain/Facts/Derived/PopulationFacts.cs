using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>Facts about the place of an entity among others (群体指标), computed as columns before grading: its rank in its town, its percentile.</summary>
/// <remarks>
/// <para>Who is compared with whom is said by <see cref="PopulationGroups"/>: unless it is, rows of the same group of the table, so that a table without
/// groups is compared as a whole.</para>
/// <para>Which end comes first is always stated (<see cref="PopulationOrder"/>): of scores, where a high number is good, the highest; of violations, where it is
/// bad, the lowest. Equal numbers share the place of the first of them. Who does not state the number has none, and does not count among the others.</para>
/// <code>
/// // The best tenth of each town by score has more than 90.
/// PopulationFacts.Write(table, PlaceInTown, PopulationMeasure.Percentile, AverageScore, PopulationOrder.HighestFirst);
/// </code>
/// </remarks>
public static class PopulationFacts
{
    /// <summary>Writes the place of every row among those it is compared with.</summary>
    /// <param name="table">The table.</param>
    /// <param name="into">The number that takes it, which is declared <see cref="IFact.IsFixed"/>; the table has a column for it.</param>
    /// <param name="measure">What is measured.</param>
    /// <param name="number">What is compared.</param>
    /// <param name="order">Which end comes first.</param>
    /// <param name="groups">Who is compared with whom; null for the groups of the table.</param>
    /// <returns>How many rows had another value before.</returns>
    /// <exception cref="ArgumentException">
    /// A row's group is not in the map, the fact is not declared fixed or does not allow the measure of some row, or a column is missing; nothing is written.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is not in the enum.</exception>
    public static int Write(
        FactTable table, NumberFact into, PopulationMeasure measure, NumberExpression number, PopulationOrder order, PopulationGroups? groups = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        DerivedValue.RequireFixed(into, nameof(into));
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(number);
        return table.SetColumn(into, Compute(table, into, measure, number, order.Named(), groups ?? PopulationGroups.OfTable));
    }

    /// <summary>The measures by row, as they are stored.</summary>
    internal static long[] Compute(FactTable table, NumberFact into, PopulationMeasure measure, NumberExpression number, PopulationOrder order, PopulationGroups groups)
    {
        // Members are sorted ascending, so what comes first has to be the smallest.
        var sign = order switch
        {
            PopulationOrder.HighestFirst => -1,
            PopulationOrder.LowestFirst => 1,
        };
        var members = MembersOf(table, number, sign, groups);
        var values = new long[table.Count];
        values.AsSpan().Fill(into.Unstated);
        for (var start = 0; start < members.Length;)
        {
            var end = EndOf(members, start, static (one, other) => one.Group == other.Group);
            var (from, size) = (start, end - start);
            decimal NumberAt(int place) => Exact.ToDecimal(sign * members[from + place].Ranked, number.Decimals);
            for (var first = start; first < end;)
            {
                var next = EndOf(members, first, static (one, other) => one.Group == other.Group && one.Ranked == other.Ranked);
                var value = measure.Of(first - start, size, NumberAt);
                for (; first < next; first++)
                {
                    values[members[first].Row] = DerivedValue.Store(into, members[first].Row, value, measure.IsRounded);
                }
            }

            start = end;
        }

        return values;
    }

    /// <summary>All rows that state the number, group by group, in each what comes first in order; rows of equal numbers in any order, for they share their place.</summary>
    private static Member[] MembersOf(FactTable table, NumberExpression number, int sign, PopulationGroups groups)
    {
        var members = new List<Member>(table.Count);
        var view = new FactRow(table);
        foreach (var segment in table.Segments)
        {
            view.Enter(segment);
            for (var slot = 0; slot < segment.Count; slot++)
            {
                view.Slot = slot;
                var row = segment.Rows[slot];
                if (number.Stored(view) is var stored && stored != NumberExpression.NotStated)
                {
                    members.Add(new Member(groups.Of(row, segment.Groups[slot]), sign * stored, row));
                }
            }
        }

        // Group -1 is laid first.
        var most = -1;
        foreach (var member in members)
        {
            most = Math.Max(most, member.Group);
        }

        var laid = Grouped.Lay<Member>(CollectionsMarshal.AsSpan(members), most + 2, static member => member.Group + 1, out var ends);
        var keys = Array.ConvertAll(laid, static member => member.Ranked);
        for (int group = 0, first = 0; group < most + 2; first = ends[group++])
        {
            Array.Sort(keys, laid, first, ends[group] - first);
        }

        return laid;
    }

    private static int EndOf(Member[] members, int start, Func<Member, Member, bool> areAlike)
    {
        var end = start + 1;
        while (end < members.Length && areAlike(members[start], members[end]))
        {
            end++;
        }

        return end;
    }

    private readonly record struct Member(int Group, long Ranked, int Row);
}

/// <summary>Which end of the numbers comes first, and with it whether a high one is good (排序方向).</summary>
/// <remarks>The default value 0 is no order and is refused.</remarks>
public enum PopulationOrder
{
    /// <summary>The highest number is the first, as of scores (由高到低).</summary>
    [BilingualName("由高到低", "highest first")]
    HighestFirst = 1,

    /// <summary>The lowest number is the first, as of violations (由低到高).</summary>
    [BilingualName("由低到高", "lowest first")]
    LowestFirst = 2,
}

/// <summary>What is measured of the place of an entity among those it is compared with (群体指标).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PopulationMeasure
{
    // How many are before it, of how many it is one, and the number that stands at each place of them in order.
    private readonly Func<int, int, Func<int, decimal>, decimal> _compute;

    private PopulationMeasure(Func<int, int, Func<int, decimal>, decimal> compute) => _compute = compute;

    /// <summary>The rank (位次): 1 for the first; equals share, and the next rank after two firsts is 3.</summary>
    public static PopulationMeasure Rank { get; } = new(static (before, _, _) => before + 1);

    /// <summary>
    /// The percentile (百分位): of those it is compared with, itself among them, the percentage that is not before it. More than 0; 100 for the first and its
    /// equals. Above 90 is the first tenth. Rounded to the decimals of the fact, halves away from zero.
    /// </summary>
    public static PopulationMeasure Percentile { get; } = new(static (before, size, _) => 100m * (size - before) / size) { IsRounded = true };

    internal bool IsRounded { get; private init; }

    /// <summary>
    /// The quantile (分位数): among those it is compared with the number, one of theirs, at a percentile: the last of them, in order, whose percentile is at least
    /// so much. All of one group have the same, a limit to hold their own against. With the highest first, 50 gives the lower median, and 90 the smallest
    /// number that at least 90% do not exceed; with the lowest first 90 gives the largest that at least 90% reach.
    /// </summary>
    /// <param name="percentile">The percentile; more than 0, at most 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentile is not.</exception>
    public static PopulationMeasure Quantile(decimal percentile) => percentile is > 0 and <= 100
        ? new((_, size, numberAt) => numberAt((int)decimal.Floor((100 - percentile) * size / 100)))
        : throw new ArgumentOutOfRangeException(nameof(percentile), percentile, "Allowed: more than 0, at most 100.");

    internal decimal Of(int before, int size, Func<int, decimal> numberAt) => _compute(before, size, numberAt);
}

/// <summary>Who is compared with whom (比较范围): the rows of the same group, or all.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PopulationGroups
{
    private readonly bool _isWhole;
    private readonly ImmutableArray<int>? _map;

    private PopulationGroups(bool isWhole, ImmutableArray<int>? map) => (_isWhole, _map) = (isWhole, map);

    /// <summary>All rows of the table with each other, whatever their groups.</summary>
    public static PopulationGroups All { get; } = new(isWhole: true, null);

    /// <summary>The rows of each group of the table with each other, and those without a group with each other.</summary>
    public static PopulationGroups OfTable { get; } = new(isWhole: false, null);

    /// <summary>
    /// The rows with each other whose groups are mapped to the same number. A table whose groups are ordinals of areas, and a map from each ordinal to that of
    /// the town it lies in, compare within towns. Rows without a group, or mapped to -1, are compared with each other.
    /// </summary>
    /// <param name="groups">For each group of the table, by its number, what is compared within.</param>
    public static PopulationGroups Mapped(params ReadOnlySpan<int> groups) => new(isWhole: false, [.. groups]);

    /// <summary>What a row is compared within; -1 for those that are in no group.</summary>
    internal int Of(int row, int own) =>
        _isWhole || own < 0 ? -1
        : _map is not { } map ? own
        : own < map.Length ? Math.Max(-1, map[own])
        : throw new ArgumentException($"Row {row} has the group {own}; the map has {map.Length} groups, numbered from 0.");
}

