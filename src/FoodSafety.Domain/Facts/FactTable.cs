namespace FoodSafety.Domain.Facts;

/// <summary>The facts of many entities, one column for each fact (事实表): what bulk grading reads.</summary>
/// <remarks>
/// <para>A row is numbered from 0 in the order added, and keeps its number for life. Inside, rows are kept together by
/// the schema's partition, and each fact takes the fewest bytes that hold its declared range exactly.</para>
/// <para>Not thread-safe for writing: while one thread writes, nobody reads. Any number of threads may read.</para>
/// </remarks>
public sealed class FactTable
{
    private readonly FactSegment?[] _byPartition = new FactSegment?[256];
    private readonly List<FactSegment> _segments = [];
    private readonly int _partitionColumn;
    private readonly List<(FactSegment Segment, int Slot)> _places = [];
    private readonly List<WeakReference<SlotPlanes>> _followers = [];
    private readonly List<int> _changes = [];
    private long _changesBefore;

    /// <summary>Makes an empty table.</summary>
    /// <param name="schema">The facts that get columns.</param>
    public FactTable(FactSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        _partitionColumn = schema.Partition is null ? -1 : schema.ColumnOf(schema.Partition);
    }

    /// <summary>The facts that have columns.</summary>
    public FactSchema Schema { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => _places.Count;

    /// <summary>
    /// How often a fact of a row was changed so far. Keep it, and ask <see cref="FindChangedSince"/> later what changed since.
    /// </summary>
    public long Revision => _changesBefore + _changes.Count;

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
        for (var i = 0; i < facts.Length; i++)
        {
            values[i] = CheckValue(facts[i], source.Read(facts[i]));
        }

        var row = Count;
        var segment = SegmentFor(_partitionColumn < 0 ? 0 : (int)values[_partitionColumn]);
        var slot = segment.Add(row, group);
        for (var i = 0; i < values.Length; i++)
        {
            segment.Write(i, slot, values[i]);
        }

        _places.Add((segment, slot));
        return row;
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
        var column = Schema.ColumnOf(value.RequireFact());
        var (segment, slot) = _places[row];
        if (segment.Read(column, slot) == value.Stored)
        {
            return false;
        }

        if (column == _partitionColumn)
        {
            Move(row, (int)value.Stored);
            (segment, slot) = _places[row];
        }

        segment.Write(column, slot, value.Stored);
        Log(row);
        return true;
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
        rows.Sort();
        return [.. rows.Distinct()];
    }

    /// <summary>Writes the group of one row.</summary>
    /// <param name="row">The number of the row, from 0.</param>
    /// <param name="group">The group, or -1 for none.</param>
    public void SetGroup(int row, int group)
    {
        CheckRow(row);
        var (segment, slot) = _places[row];
        segment.Groups[slot] = group;
    }

    /// <summary>The group of one row; -1 for none.</summary>
    /// <param name="row">The number of the row, from 0.</param>
    public int GroupOf(int row)
    {
        CheckRow(row);
        var (segment, slot) = _places[row];
        return segment.Groups[slot];
    }

    internal (FactSegment Segment, int Slot) PlaceOf(int row) => _places[row];

    internal void Follow(SlotPlanes planes)
    {
        _followers.RemoveAll(static follower => !follower.TryGetTarget(out _));
        _followers.Add(new WeakReference<SlotPlanes>(planes));
    }

    internal long Read(int row, IFact fact)
    {
        var (segment, slot) = _places[row];
        return segment.Read(Schema.ColumnOf(fact), slot);
    }

    private static long CheckValue(IFact fact, long stored) => fact switch
    {
        NumberFact number when stored < number.Least || stored > number.Most => throw Refuse(fact, stored, $"{number.Least} to {number.Most} smallest units"),
        FlagFact when stored is not (0 or 1) => throw Refuse(fact, stored, "0 and 1"),
        IChoiceFact choice when stored is < 0 or > byte.MaxValue || !choice.Values.Contains((int)stored) => throw Refuse(fact, stored, string.Join(", ", choice.Values)),
        _ => stored,
    };

    private static ArgumentException Refuse(IFact fact, long stored, string allowed) =>
        new($"'{fact.Id}' cannot be {stored}. Allowed: {allowed}.");

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

    private void Move(int row, int partition)
    {
        var (from, slot) = _places[row];
        var to = SegmentFor(partition);
        var target = to.Add(row, from.Groups[slot]);
        for (var fact = 0; fact < Schema.Facts.Length; fact++)
        {
            to.Write(fact, target, from.Read(fact, slot));
        }

        var last = from.Count - 1;
        var moved = from.Remove(slot);
        foreach (var follower in _followers)
        {
            if (follower.TryGetTarget(out var planes))
            {
                planes.Move(from, slot, to, target);
                if (moved >= 0)
                {
                    planes.Move(from, last, from, slot);
                }

                planes.Clear(from, last);
            }
        }

        if (moved >= 0)
        {
            _places[moved] = (from, slot);
        }

        _places[row] = (to, target);
    }

    private FactSegment SegmentFor(int partition)
    {
        if (_byPartition[partition] is { } known)
        {
            return known;
        }

        var segment = new FactSegment(Schema, partition);
        _segments.Add(segment);
        return _byPartition[partition] = segment;
    }

    internal void CheckRow(int row)
    {
        if (row < 0 || row >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(row), row, $"The table has {Count} rows, numbered from 0.");
        }
    }
}
