using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

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

    // By fact; null while every row states it, as is usual: then it costs nothing.
    private readonly UnstatedRows?[] _unstated;

    public FactSegment(FactSchema schema, int partition)
    {
        Partition = partition;
        _schema = schema;
        _exact = [.. schema.Facts.Select(Column.For)];
        (_rows, _groups, _unstated) = (new(), new(), new UnstatedRows?[_exact.Length]);
    }

    /// <summary>A copy of a segment, without room for more rows.</summary>
    private FactSegment(FactSegment other)
    {
        var capacity = (other.Count + 63) & ~63;
        (Partition, Count, _schema) = (other.Partition, other.Count, other._schema);
        (_rows, _groups) = (other._rows.Copy(capacity), other._groups.Copy(capacity));
        _exact = Array.ConvertAll(other._exact, column => column.Copy(capacity));
        _unstated = Array.ConvertAll(other._unstated, rows => rows?.Copy(capacity));
        IsComplete = other.IsComplete;
    }

    /// <summary>The value of the partition fact in all rows; 0 where the schema has no partition.</summary>
    public int Partition { get; }

    public int Count { get; private set; }

    public int Capacity => _rows.Capacity;

    /// <summary>True while no row ever left a fact unstated.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The row that stands in each slot.</summary>
    public Span<int> Rows => _rows.Span;

    /// <summary>The group of the row in each slot.</summary>
    public Span<int> Groups => _groups.Span;

    /// <summary>A column of a fact: the exact one, or a copy in whole units that is narrower, made when first asked for.</summary>
    /// <param name="fact">The number of the fact in the schema.</param>
    /// <param name="bytes">0 for the exact column; 1, 2 or 4 for a copy of as many bytes; <see cref="UnstatedBits"/> for the rows that do not state it.</param>
    public Column ColumnOf(int fact, int bytes)
    {
        if (bytes == 0)
        {
            return _exact[fact];
        }

        if (bytes == UnstatedBits)
        {
            return (_unstated[fact] ?? throw new UnreachableException("Only a program for segments in which the fact is not always stated reads this.")).Rows;
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

    /// <summary>Stands for the bits of the rows that do not state a fact where a column is named by its bytes.</summary>
    public const int UnstatedBits = -1;

    /// <summary>The rows that do not state a fact; null where all do.</summary>
    public UnstatedRows? UnstatedOf(int fact) => _unstated[fact] is { Count: > 0 } rows ? rows : null;

    /// <summary>Which of some facts are not stated by every row: bit i for the i-th of them, the highest bit for all from it on.</summary>
    public ulong UnstatedAmong(ImmutableArray<int> facts)
    {
        var among = 0UL;
        for (var i = 0; i < facts.Length && !IsComplete; i++)
        {
            among |= UnstatedOf(facts[i]) is null ? 0 : 1UL << Math.Min(i, 63);
        }

        return among;
    }

    public long Read(int fact, int slot) => _unstated[fact] is { Count: > 0 } rows && rows.Contains(slot) ? _schema.Unstated[fact] : _exact[fact].Read(slot);

    public void Write(int fact, int slot, long stored)
    {
        Mark(fact, slot, stored == _schema.Unstated[fact]);
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
    }

    /// <summary>Writes a fact of the rows from a slot on, out of values that begin with a given row.</summary>
    /// <param name="slot">The first slot.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="firstRow">The row to which the first of the values belongs.</param>
    /// <param name="values">The values of this and other segments' rows.</param>
    /// <param name="areAllStated">Whether each of the values is one.</param>
    public void WriteFrom(int slot, int fact, int firstRow, ReadOnlySpan<long> values, bool areAllStated)
    {
        var rows = Rows[slot..Count];
        if (!areAllStated)
        {
            NoteUnstated(slot, fact, rows, firstRow, values);
        }

        _exact[fact].WriteMany(slot, rows, firstRow, values);
        foreach (var copy in _narrow)
        {
            if (copy.Fact == fact)
            {
                copy.Column.WriteMany(slot, rows, firstRow, values);
            }
        }
    }

    /// <summary>Leaves a fact of the rows from a slot on unstated.</summary>
    public void LeaveUnstated(int slot, int fact) => UnstatedIn(fact).AddAll(slot, Count - slot);

    /// <summary>Takes out the rows from one on, which stand last.</summary>
    public void Truncate(int firstRow)
    {
        while (Count > 0 && Rows[Count - 1] >= firstRow)
        {
            Count--;
            Forget(Count);
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
            Forget(last);
            return -1;
        }

        for (var fact = 0; fact < _exact.Length; fact++)
        {
            Write(fact, slot, Read(fact, last));
        }

        Forget(last);

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
        foreach (var column in _exact.Concat(_narrow.Select(n => n.Column)).Concat(_unstated.OfType<UnstatedRows>().Select(rows => rows.Rows)))
        {
            column.Grow(capacity);
        }
    }

    /// <summary>Notes whether the row in a slot states a fact.</summary>
    private void Mark(int fact, int slot, bool isUnstated)
    {
        if (_unstated[fact] is { } rows)
        {
            rows.Put(slot, isUnstated);
        }
        else if (isUnstated)
        {
            UnstatedIn(fact).Put(slot, true);
        }
    }

    /// <summary>The rows that do not state a fact, to which some are to be added.</summary>
    private UnstatedRows UnstatedIn(int fact)
    {
        IsComplete = false;
        return _unstated[fact] ??= new UnstatedRows(Capacity);
    }

    /// <summary>Notes which of new rows in slots that follow each other do not state a fact, out of values that begin with a given row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NoteUnstated(int slot, int fact, ReadOnlySpan<int> rows, int firstRow, ReadOnlySpan<long> values)
    {
        // Gathered into whole words first, as flags are.
        var unstated = _schema.Unstated[fact];
        for (var i = 0; i < rows.Length;)
        {
            var from = (slot + i) & 63;
            var ofWord = rows.Slice(i, Math.Min(64 - from, rows.Length - i));
            var bits = 0UL;
            for (var j = 0; j < ofWord.Length; j++)
            {
                bits |= (values[ofWord[j] - firstRow] == unstated ? 1UL : 0) << (from + j);
            }

            if (bits != 0)
            {
                UnstatedIn(fact).AddWord((slot + i) >> 6, bits);
            }

            i += ofWord.Length;
        }
    }

    /// <summary>A slot in which there is no row any more is not counted among those that do not state something.</summary>
    private void Forget(int slot)
    {
        for (var fact = 0; fact < _unstated.Length && !IsComplete; fact++)
        {
            _unstated[fact]?.Put(slot, false);
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

/// <summary>The rows of a segment that do not state a fact, a bit for each. What stands for them in the fact's column means nothing.</summary>
/// <remarks>Slots in which no row stands are not among them, so that rows which state it come in without a word.</remarks>
internal sealed class UnstatedRows
{
    public UnstatedRows(int capacity) => Rows.Grow(capacity);

    private UnstatedRows(BitColumn rows, int count) => (Rows, Count) = (rows, count);

    public BitColumn Rows { get; } = new();

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int slot) => Rows.Read(slot) != 0;

    public void Put(int slot, bool isUnstated)
    {
        if (Contains(slot) != isUnstated)
        {
            Rows.Write(slot, isUnstated ? 1 : 0);
            Count += isUnstated ? 1 : -1;
        }
    }

    /// <summary>Adds the rows in slots that follow each other and were free.</summary>
    public void AddAll(int slot, int count)
    {
        for (var end = slot + count; slot < end;)
        {
            var ofWord = Math.Min(64 - (slot & 63), end - slot);
            AddWord(slot >> 6, ulong.MaxValue >> (64 - ofWord) << slot);
            slot += ofWord;
        }
    }

    /// <summary>Adds rows that stand in one word of 64 slots, of which none was among them.</summary>
    public void AddWord(int word, ulong rows)
    {
        Rows.Words[word] |= rows;
        Count += BitOperations.PopCount(rows);
    }

    public UnstatedRows Copy(int capacity) => new((BitColumn)Rows.Copy(capacity), Count);
}
