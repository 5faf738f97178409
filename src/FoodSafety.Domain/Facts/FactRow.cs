using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Facts;

/// <summary>A view of one row of a <see cref="FactTable"/> (事实行).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class FactRow : IFactSource
{
    private const int Remembered = 4;

    // Only in a pass, in which no row goes elsewhere: the segment that is shown, the columns that were asked for, and the last of them.
    private readonly (IFact? Fact, int Column)[] _columns = new (IFact?, int)[Remembered];
    private readonly int _row;
    private FactSegment? _segment;
    private int _next;
    private IFact? _lastFact;
    private Column? _lastColumn;
    private UnstatedRows? _lastUnstated;

    internal FactRow(FactTable table, int row = -1)
    {
        Table = table;
        _row = row;
    }

    /// <summary>The table.</summary>
    public FactTable Table { get; }

    /// <summary>The number of the row, from 0.</summary>
    public int Row => _segment is null ? _row : _segment.Rows[Slot];

    /// <summary>The place in the segment that is shown.</summary>
    internal int Slot { get; set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The table has no column for the fact.</exception>
    public long Read(IFact fact)
    {
        // Most conditions ask for one fact, row after row.
        if (_lastColumn is { } column && ReferenceEquals(fact, _lastFact))
        {
            return _lastUnstated is { } unstated && unstated.Contains(Slot) ? fact.Unstated : column.Read(Slot);
        }

        ArgumentNullException.ThrowIfNull(fact);
        if (_segment is null)
        {
            return Table.Read(_row, fact);
        }

        var number = ColumnOf(fact);
        (_lastColumn, _lastUnstated, _lastFact) = (_segment.ColumnOf(number, 0), _segment.UnstatedOf(number), fact);
        return _segment.Read(number, Slot);
    }

    /// <summary>Makes this object a view of rows of a segment, for a pass that shows many through one; <see cref="Slot"/> says which.</summary>
    internal void Enter(FactSegment segment)
    {
        // Also of the same segment: since the pass before, rows may have come to leave a fact unstated.
        _segment = segment;
        _lastColumn = null;
    }

    private int ColumnOf(IFact fact)
    {
        foreach (var (known, column) in _columns)
        {
            if (ReferenceEquals(known, fact))
            {
                return column;
            }
        }

        var found = Table.Schema.ColumnOf(fact);
        _columns[_next] = (fact, found);
        _next = (_next + 1) % Remembered;
        return found;
    }
}

/// <summary>Reading a fact of a source, whatever kind of source it is.</summary>
internal static class FactReading
{
    /// <summary>What <see cref="IFactSource.Read"/> gives, for a row of a table without a call through the interface.</summary>
    /// <remarks>Bulk grading shows custom conditions rows, and a process that has seen other sources too cannot guess which comes next.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long StoredOf(this IFactSource source, IFact fact) => source is FactRow row ? row.Read(fact) : source.Read(fact);
}

/// <summary>Which facts conditions read.</summary>
internal static class FactsRead
{
    /// <summary>The facts, ordered by their keys; of one that is declared in two ways both.</summary>
    public static ImmutableArray<IFact> By(IEnumerable<Condition> conditions) =>
        [.. ExpressionNodes.In(conditions)
            .Select(node => node is ChoiceIn choice ? choice.Fact : node as IFact)
            .OfType<IFact>()
            .Distinct()
            .OrderBy(fact => fact.Id, StringComparer.Ordinal)];
}
