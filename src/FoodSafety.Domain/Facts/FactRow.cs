namespace FoodSafety.Domain.Facts;

/// <summary>A view of one row of a <see cref="FactTable"/> (事实行).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class FactRow : IFactSource
{
    private const int Remembered = 4;

    private readonly (IFact? Fact, Column? Column)[] _columns = new (IFact?, Column?)[Remembered];
    private FactSegment? _segment;
    private int _slot;
    private int _next;

    internal FactRow(FactTable table, int row = -1)
    {
        Table = table;
        Row = row;
    }

    /// <summary>The table.</summary>
    public FactTable Table { get; }

    /// <summary>The number of the row, from 0.</summary>
    public int Row { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The table has no column for the fact.</exception>
    public long Read(IFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return _segment is null ? Table.Read(Row, fact) : ColumnOf(fact, _segment).Read(_slot);
    }

    /// <summary>Makes this object a view of another row, for a pass that shows many rows through one.</summary>
    internal void MoveTo(FactSegment segment, int slot)
    {
        if (!ReferenceEquals(segment, _segment))
        {
            _segment = segment;
            Array.Clear(_columns);
        }

        _slot = slot;
        Row = segment.Rows[slot];
    }

    /// <summary>The column of a fact; a pass asks for the same few facts over and over.</summary>
    private Column ColumnOf(IFact fact, FactSegment segment)
    {
        foreach (var (known, column) in _columns)
        {
            if (ReferenceEquals(known, fact))
            {
                return column!;
            }
        }

        var found = segment.ColumnOf(Table.Schema.ColumnOf(fact), 0);
        _columns[_next] = (fact, found);
        _next = (_next + 1) % Remembered;
        return found;
    }
}
