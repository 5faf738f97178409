using System.Runtime.InteropServices;

namespace FoodSafety.Domain.Facts;

/// <summary>Facts about the place of an entity among others (群体指标), computed as columns before grading: its rank in its town, its percentile.</summary>
/// <remarks>
/// <para>Who is compared with whom: without a map all rows of the table; with one, the rows whose groups it maps to the same
/// number. A table whose groups are ordinals of areas, and a map from each ordinal to that of the town it lies in, compare within
/// towns. Rows without a group, or mapped to -1, are compared with each other.</para>
/// <para>Equal numbers share their place. Who does not state the number has none, and does not count among the others.</para>
/// </remarks>
public static class PopulationFacts
{
    /// <summary>Writes the rank of every row by a number (位次): 1 for the largest; equals share, and the next rank after two firsts is 3.</summary>
    /// <param name="table">The table.</param>
    /// <param name="into">The number that takes the rank, which is declared <see cref="IFact.IsFixed"/>; the table has a column for it.</param>
    /// <param name="number">What is compared.</param>
    /// <param name="groups">The map from each group of the table to what is compared within; empty for the whole table.</param>
    /// <returns>How many rows had another value before.</returns>
    /// <exception cref="ArgumentException">
    /// A row's group is not in the map, the fact is not declared fixed, it does not allow the rank of some row, or a column is missing; nothing is written.
    /// </exception>
    public static int WriteRank(FactTable table, NumberFact into, NumberExpression number, ReadOnlySpan<int> groups = default) =>
        table.SetColumn(into, Ranks(table, into, number, groups));

    /// <summary>
    /// Writes the percentile of every row by a number (百分位): of the rows it is compared with, itself among them, the percentage
    /// that has at most its number. More than 0; 100 for the largest. Above 90 are those in the top tenth.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="into">The number that takes it, declared <see cref="IFact.IsFixed"/>, rounded to its decimals, halves away from zero; the table has a column for it.</param>
    /// <param name="number">What is compared.</param>
    /// <param name="groups">The map from each group of the table to what is compared within; empty for the whole table.</param>
    /// <returns>How many rows had another value before.</returns>
    /// <exception cref="ArgumentException">
    /// A row's group is not in the map, the fact is not declared fixed, it does not allow the percentile of some row, or a column is missing; nothing is written.
    /// </exception>
    public static int WritePercentile(FactTable table, NumberFact into, NumberExpression number, ReadOnlySpan<int> groups = default) =>
        table.SetColumn(into, Percentiles(table, into, number, groups));

    /// <summary>The ranks by row, as they are stored.</summary>
    internal static long[] Ranks(FactTable table, NumberFact into, NumberExpression number, ReadOnlySpan<int> groups) =>
        Compute(table, into, number, groups, static (place, _) => place.First + 1);

    /// <summary>The percentiles by row, as they are stored.</summary>
    internal static long[] Percentiles(FactTable table, NumberFact into, NumberExpression number, ReadOnlySpan<int> groups) => Compute(
        table, into, number, groups, static (place, fact) => decimal.Round(100m * (place.Size - place.First) / place.Size, fact.Decimals, MidpointRounding.AwayFromZero));

    private static long[] Compute(
        FactTable table, NumberFact into, NumberExpression number, ReadOnlySpan<int> groups, Func<(int First, int Size), NumberFact, decimal> measure)
    {
        ArgumentNullException.ThrowIfNull(table);
        DerivedValue.RequireFixed(into, nameof(into));
        ArgumentNullException.ThrowIfNull(number);
        var members = MembersOf(table, number, groups);
        var values = new long[table.Count];
        values.AsSpan().Fill(into.Unstated);
        for (var start = 0; start < members.Length;)
        {
            var end = EndOf(members, start, static (one, other) => one.Group == other.Group);
            for (var first = start; first < end;)
            {
                var next = EndOf(members, first, static (one, other) => one.Group == other.Group && one.Number == other.Number);
                var value = measure((first - start, end - start), into);
                for (; first < next; first++)
                {
                    values[members[first].Row] = DerivedValue.Store(into, members[first].Row, value);
                }
            }

            start = end;
        }

        return values;
    }

    /// <summary>All rows that state the number, group by group, in each the largest number first; rows of equal numbers in any order, for they share their place.</summary>
    private static Member[] MembersOf(FactTable table, NumberExpression number, ReadOnlySpan<int> groups)
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
                    members.Add(new Member(GroupOf(row, segment.Groups[slot], groups), stored, row));
                }
            }
        }

        // Group -1 is laid first.
        var most = -1;
        foreach (var group in groups)
        {
            most = Math.Max(most, group);
        }

        var laid = Grouped.Lay<Member>(CollectionsMarshal.AsSpan(members), most + 2, static member => member.Group + 1, out var ends);
        var keys = Array.ConvertAll(laid, static member => -member.Number);
        for (int group = 0, first = 0; group < most + 2; first = ends[group++])
        {
            Array.Sort(keys, laid, first, ends[group] - first);
        }

        return laid;
    }

    private static int GroupOf(int row, int own, ReadOnlySpan<int> groups)
    {
        var group = groups.IsEmpty ? -1 : own;
        return group < 0 ? -1
            : group < groups.Length ? Math.Max(-1, groups[group])
            : throw new ArgumentException($"Row {row} has the group {group}; the map has {groups.Length} groups, numbered from 0.", nameof(groups));
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

    private readonly record struct Member(int Group, long Number, int Row);
}
