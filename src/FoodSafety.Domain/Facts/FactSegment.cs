namespace FoodSafety.Domain.Facts;

/// <summary>The rows of one partition value, each fact in a column of its own.</summary>
/// <remarks>
/// A row has a slot, its place in the segment. Slots are dense: the last row moves into the slot of one that leaves.
/// The capacity is a multiple of 64, so that engines read whole words of 64 rows; what lies beyond the count is noise.
/// </remarks>
internal sealed class FactSegment
{
    private readonly AlignedBuffer<int> _rows;
    private readonly AlignedBuffer<int> _groups;
    private readonly Column[] _exact;
    private readonly List<(int Fact, int Bytes, Column Column)> _narrow = [];
    private readonly FactSchema _schema;
    private int _used;

    public FactSegment(FactSchema schema, int partition)
    {
        Partition = partition;
        _schema = schema;
        _exact = [.. schema.Facts.Select(Column.For)];
        (_rows, _groups) = (new(), new());
    }

    /// <summary>A copy of a segment, without room for more rows.</summary>
    private FactSegment(FactSegment other)
    {
        var capacity = (other.Count + 63) & ~63;
        (Partition, Count, _schema, _used) = (other.Partition, other.Count, other._schema, Math.Min(other._used, capacity));
        (_rows, _groups) = (other._rows.Copy(capacity), other._groups.Copy(capacity));
        _exact = Array.ConvertAll(other._exact, column => column.Copy(capacity));
    }

    /// <summary>The value of the partition fact in all rows; 0 where the schema has no partition.</summary>
    public int Partition { get; }

    public int Count { get; private set; }

    public int Capacity => _rows.Capacity;

    /// <summary>The row that stands in each slot.</summary>
    public Span<int> Rows => _rows.Span;

    /// <summary>The group of the row in each slot.</summary>
    public Span<int> Groups => _groups.Span;

    /// <summary>A column of a fact: the exact one, or a copy in whole units that is narrower, made when first asked for.</summary>
    /// <param name="fact">The number of the fact in the schema.</param>
    /// <param name="bytes">0 for the exact column; 1, 2 or 4 for a copy of as many bytes.</param>
    public Column ColumnOf(int fact, int bytes)
    {
        if (bytes == 0)
        {
            return _exact[fact];
        }

        lock (_narrow)
        {
            var known = _narrow.Find(n => n.Fact == fact && n.Bytes == bytes);
            if (known.Column is null)
            {
                known = (fact, bytes, Narrowed(fact, bytes));
                _narrow.Add(known);
            }

            return known.Column;
        }
    }

    public long Read(int fact, int slot) => _exact[fact].Read(slot);

    public void Write(int fact, int slot, long stored)
    {
        _used = Math.Max(_used, slot + 1);
        _exact[fact].Write(slot, stored);
        foreach (var copy in _narrow)
        {
            if (copy.Fact == fact)
            {
                copy.Column.Write(slot, stored);
            }
        }
    }

    /// <summary>A copy with its own memory.</summary>
    public FactSegment Copy() => new(this);

    /// <summary>Whether the slots from one on were never written and so hold zeros.</summary>
    public bool IsFresh(int slot) => slot >= _used;

    /// <summary>Adds rows for which there is room; their facts are written with <see cref="WriteFrom"/>.</summary>
    /// <param name="rows">The rows, ascending.</param>
    /// <param name="firstRow">The row to which the first of the groups belongs.</param>
    /// <param name="groups">The groups of this and other segments' rows; empty for none.</param>
    public void AddMany(ReadOnlySpan<int> rows, int firstRow, ReadOnlySpan<int> groups)
    {
        rows.CopyTo(Rows[Count..]);
        var target = Groups.Slice(Count, rows.Length);
        if (groups.IsEmpty)
        {
            target.Fill(-1);
        }
        else
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = groups[rows[i] - firstRow];
            }
        }

        Count += rows.Length;
        // Before anything is written: where a later fact is refused, the slots are left with what the facts before it put there.
        _used = Math.Max(_used, Count);
    }

    /// <summary>Writes a fact of the rows from a slot on, out of values that begin with a given row.</summary>
    public void WriteFrom(int slot, int fact, int firstRow, ReadOnlySpan<long> values)
    {
        var rows = Rows[slot..Count];
        _exact[fact].WriteMany(slot, rows, firstRow, values);
        foreach (var copy in _narrow)
        {
            if (copy.Fact == fact)
            {
                copy.Column.WriteMany(slot, rows, firstRow, values);
            }
        }
    }

    /// <summary>Takes out the rows from one on, which stand last.</summary>
    public void Truncate(int firstRow)
    {
        while (Count > 0 && Rows[Count - 1] >= firstRow)
        {
            Count--;
        }
    }

    public int Add(int row, int group)
    {
        Reserve(Count + 1);
        Rows[Count] = row;
        Groups[Count] = group;
        return Count++;
    }

    /// <summary>Takes a row out; returns the row that now stands in its slot, or -1.</summary>
    public int Remove(int slot)
    {
        var last = --Count;
        if (slot == last)
        {
            return -1;
        }

        for (var fact = 0; fact < _exact.Length; fact++)
        {
            Write(fact, slot, Read(fact, last));
        }

        Groups[slot] = Groups[last];
        return Rows[slot] = Rows[last];
    }

    /// <summary>Makes room for a number of rows, and where there is none for as many again as there are.</summary>
    public void Reserve(int count)
    {
        if (count > Capacity)
        {
            Grow((Math.Max(count, Capacity * 2) + 63) & ~63);
        }
    }

    private void Grow(int capacity)
    {
        _rows.Grow(capacity);
        _groups.Grow(capacity);
        foreach (var column in _exact.Concat(_narrow.Select(n => n.Column)))
        {
            column.Grow(capacity);
        }
    }

    private Column Narrowed(int fact, int bytes)
    {
        var unit = Exact.Power(((NumberFact)_schema.Facts[fact]).Decimals);
        Column column = bytes switch
        {
            1 => new Column<byte>(unit),
            2 => new Column<ushort>(unit),
            _ => new Column<uint>(unit),
        };
        column.Grow(Capacity);
        for (var slot = 0; slot < Count; slot++)
        {
            column.Write(slot, Read(fact, slot));
        }

        return column;
    }
}
