using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Facts;

/// <summary>The facts of many entities, one column for each fact (事实表): what bulk grading reads.</summary>
/// <remarks>
/// <para>A row is numbered from 0 in the order added, and keeps its number for life. Inside, rows are kept together by
/// the schema's partition, and each fact takes the fewest bytes that hold its declared range exactly.</para>
/// <para>Not thread-safe for writing: while one thread writes, nobody reads. Any number of threads may read.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class FactTable
{
    private readonly FactSegment?[] _byPartition = new FactSegment?[256];
    private readonly List<FactSegment> _segments = [];
    private readonly int _partitionColumn;
    private readonly List<WeakReference<SlotPlanes>> _followers = [];
    private readonly List<int> _changes = [];
    private long _changesBefore;
    private byte[] _partitionOf = [];
    private int[] _slotOf = [];

    /// <summary>Makes an empty table.</summary>
    /// <param name="schema">The facts that get columns.</param>
    public FactTable(FactSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        _partitionColumn = schema.Partition is null ? -1 : schema.ColumnOf(schema.Partition);
    }

    private FactTable(FactTable other)
    {
        (Schema, _partitionColumn, Count) = (other.Schema, other._partitionColumn, other.Count);
        (_partitionOf, _slotOf) = (other._partitionOf[..Count], other._slotOf[..Count]);
        foreach (var segment in other._segments)
        {
            var copy = segment.Copy();
            _segments.Add(copy);
            _byPartition[copy.Partition] = copy;
        }
    }

    /// <summary>The facts that have columns.</summary>
    public FactSchema Schema { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// How often a fact of a row was changed so far. Keep it, and ask <see cref="FindChangedSince"/> later what changed since.
    /// </summary>
    public long Revision => _changesBefore + _changes.Count;

    /// <summary>What tells the keys of the rows, for errors; null where only their numbers are known.</summary>
    internal Func<int, string?>? KeyOf { get; init; }

    /// <summary>A table with the same rows, which goes its own way; nobody follows it, and it remembers no change.</summary>
    /// <param name="keyOf">What tells the keys of its rows.</param>
    internal FactTable Copy(Func<int, string?> keyOf) => new(this) { KeyOf = keyOf };

    internal string? FindKey(int row) => KeyOf?.Invoke(row);

    internal IReadOnlyList<FactSegment> Segments => _segments;

    /// <summary>A view of one row, which reads the table as it is when asked.</summary>
    /// <param name="row">The number of the row, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public FactRow this[int row]
    {
        get
        {
            CheckRow(row);
            return new FactRow(this, row);
        }
    }

    /// <summary>Adds a row.</summary>
    /// <param name="source">The entity whose facts are copied.</param>
    /// <param name="group">
    /// A number by which results can be counted, as the ordinal of the entity's area; -1 for none.
    /// </param>
    /// <returns>The number of the row.</returns>
    /// <exception cref="ArgumentException">A fact of the entity has a value that it does not allow; nothing is added.</exception>
    public int Add(IFactSource source, int group = -1)
    {
        ArgumentNullException.ThrowIfNull(source);
        var facts = Schema.Facts;
        Span<long> values = facts.Length <= 64 ? stackalloc long[facts.Length] : new long[facts.Length];
        for (var fact = 0; fact < facts.Length; fact++)
        {
            values[fact] = CheckValue(facts[fact], source.Read(facts[fact]));
        }

        var slot = Append(_partitionColumn < 0 ? 0 : (int)values[_partitionColumn], group);
        var segment = SegmentOf(Count - 1);
        for (var fact = 0; fact < values.Length; fact++)
        {
            segment.Write(fact, slot, values[fact]);
        }

        return Count - 1;
    }

    /// <summary>Writes one fact of one row.</summary>
    /// <param name="row">The number of the row, from 0.</param>
    /// <param name="value">The fact with its new value.</param>
    /// <returns>True when the value was another before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException">The table has no column for the fact.</exception>
    public bool Set(int row, FactValue value)
    {
        CheckRow(row);
        var fact = Schema.ColumnOf(value.RequireFact());
        var (segment, slot) = PlaceOf(row);
        if (segment.Read(fact, slot) == value.Stored)
        {
            return false;
        }

        if (fact == _partitionColumn)
        {
            Move(row, (int)value.Stored);
            (segment, slot) = PlaceOf(row);
        }

        segment.Write(fact, slot, value.Stored);
        Log(row);
        return true;
    }

    /// <summary>Writes a fact of every row: what <see cref="Set"/> would do row by row.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="values">Its stored values by row, each within its range or not stated.</param>
    /// <returns>How many rows had another value before.</returns>
    internal int SetColumn(IFact fact, ReadOnlySpan<long> values)
    {
        var column = Schema.ColumnOf(fact);
        var changed = 0;
        foreach (var segment in _segments)
        {
            for (var slot = 0; slot < segment.Count; slot++)
            {
                var row = segment.Rows[slot];
                if (segment.Read(column, slot) != values[row])
                {
                    segment.Write(column, slot, values[row]);
                    Log(row);
                    changed++;
                }
            }
        }

        return changed;
    }

    /// <summary>The rows of which a fact changed since a revision, ascending, each once; added rows are not among them.</summary>
    /// <param name="revision">What <see cref="Revision"/> was then.</param>
    /// <returns>The rows; null when more was changed since then than the table remembers, so that every row may have.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The revision is negative or still to come.</exception>
    public IReadOnlyList<int>? FindChangedSince(long revision)
    {
        if (revision < 0 || revision > Revision)
        {
            throw new ArgumentOutOfRangeException(nameof(revision), revision, $"Allowed: 0 to {Revision}.");
        }

        if (revision < _changesBefore)
        {
            return null;
        }

        var rows = _changes[(int)(revision - _changesBefore)..];
        // Rows that were taken out since are nobody's any more.
        rows.RemoveAll(row => row >= Count);
        rows.Sort();
        return [.. rows.Distinct()];
    }

    /// <summary>Writes the group of one row.</summary>
    /// <param name="row">The number of the row, from 0.</param>
    /// <param name="group">The group, or -1 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public void SetGroup(int row, int group)
    {
        CheckRow(row);
        SegmentOf(row).Groups[_slotOf[row]] = group;
    }

    /// <summary>The group of one row; -1 for none.</summary>
    /// <param name="row">The number of the row, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int GroupOf(int row)
    {
        CheckRow(row);
        return SegmentOf(row).Groups[_slotOf[row]];
    }

    internal static long CheckValue(IFact fact, long stored) => fact switch
    {
        _ when stored == fact.Unstated => stored,
        NumberFact number when !number.Allows(stored) => throw Refuse(fact, stored, number.AllowsWholeRange ? $"{number.Least} to {number.Most} smallest units" : number.Allowed.English),
        FlagFact when stored is not (0 or 1) => throw Refuse(fact, stored, "0 and 1"),
        IChoiceFact choice when !choice.Allows(stored) => throw Refuse(fact, stored, string.Join(", ", choice.Values)),
        _ => stored,
    };

    internal void CheckRow(int row)
    {
        if (row < 0 || row >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(row), row, $"The table has {Count} rows, numbered from 0.");
        }
    }

    internal (FactSegment Segment, int Slot) PlaceOf(int row) => (SegmentOf(row), _slotOf[row]);

    internal long Read(int row, IFact fact) => SegmentOf(row).Read(Schema.ColumnOf(fact), _slotOf[row]);

    internal void Follow(SlotPlanes planes)
    {
        _followers.RemoveAll(static follower => !follower.TryGetTarget(out _));
        _followers.Add(new WeakReference<SlotPlanes>(planes));
    }

    private static ArgumentException Refuse(IFact fact, long stored, string allowed) =>
        new($"'{fact.Id}' cannot be {stored}. Allowed: {allowed}.");

    private FactSegment SegmentOf(int row) => _byPartition[_partitionOf[row]]!;

    private FactSegment SegmentFor(int partition) => _byPartition[partition] ?? NewSegment(partition);

    private FactSegment NewSegment(int partition)
    {
        var segment = new FactSegment(Schema, partition);
        _segments.Add(segment);
        return _byPartition[partition] = segment;
    }

    /// <summary>Makes a row without values; returns its slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Append(int partition, int group)
    {
        ReserveRows(Count + 1);
        var slot = SegmentFor(partition).Add(Count, group);
        _partitionOf[Count] = (byte)partition;
        _slotOf[Count] = slot;
        Count++;
        return slot;
    }

    private void ReserveRows(int count)
    {
        if (count > _slotOf.Length)
        {
            var capacity = Math.Max(count, Math.Max(64, _slotOf.Length * 2));
            Array.Resize(ref _slotOf, capacity);
            Array.Resize(ref _partitionOf, capacity);
        }
    }

    private void Move(int row, int partition)
    {
        var (from, slot) = PlaceOf(row);
        var to = SegmentFor(partition);
        var target = to.Add(row, from.Groups[slot]);
        for (var fact = 0; fact < Schema.Facts.Length; fact++)
        {
            to.Write(fact, target, from.Read(fact, slot));
        }

        foreach (var follower in _followers)
        {
            if (follower.TryGetTarget(out var planes))
            {
                planes.Move(from, slot, to, target);
            }
        }

        Leave(from, slot);
        (_partitionOf[row], _slotOf[row]) = ((byte)partition, target);
    }

    /// <summary>Takes out the rows from one on, wherever changes of their partition have put them since.</summary>
    internal void TakeOut(int first)
    {
        for (var row = Count - 1; row >= first; row--)
        {
            var (segment, slot) = PlaceOf(row);
            Leave(segment, slot);
            Count--;
        }
    }

    /// <summary>Frees a slot; the last row of the segment, and what follows it, moves there.</summary>
    private void Leave(FactSegment segment, int slot)
    {
        var last = segment.Count - 1;
        var moved = segment.Remove(slot);
        foreach (var follower in _followers)
        {
            if (follower.TryGetTarget(out var planes))
            {
                if (moved >= 0)
                {
                    planes.Move(segment, last, segment, slot);
                }

                planes.Clear(segment, last);
            }
        }

        if (moved >= 0)
        {
            _slotOf[moved] = slot;
        }
    }

    /// <summary>Remembers a change. With more changes than rows, going through all rows is the cheaper answer.</summary>
    private void Log(int row)
    {
        if (_changes.Count > Math.Max(1024, Count))
        {
            _changesBefore += _changes.Count;
            _changes.Clear();
        }

        _changes.Add(row);
    }
}
