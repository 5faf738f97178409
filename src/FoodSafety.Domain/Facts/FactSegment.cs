namespace FoodSafety.Domain.Facts;

/// <summary>The rows of one partition value, each fact in a column of its own.</summary>
/// <remarks>
/// A row has a slot, its place in the segment. Slots are dense: the last row moves into the slot of one that leaves.
/// The capacity is a multiple of 64, so that engines read whole words of 64 rows; what lies beyond the count is noise.
/// </remarks>
internal sealed class FactSegment
{
    private readonly AlignedBuffer<int> _rows = new();
    private readonly AlignedBuffer<int> _groups = new();

    public FactSegment(FactSchema schema, int partition)
    {
        Partition = partition;
        Columns = [.. schema.Facts.Select(Column.For)];
    }

    /// <summary>The value of the partition fact in all rows; 0 where the schema has no partition.</summary>
    public int Partition { get; }

    public int Count { get; private set; }

    public int Capacity => _rows.Capacity;

    /// <summary>The exact column of each fact, by its number in the schema.</summary>
    public Column[] Columns { get; }

    /// <summary>The row that stands in each slot.</summary>
    public Span<int> Rows => _rows.Span;

    /// <summary>The group of the row in each slot.</summary>
    public Span<int> Groups => _groups.Span;

    public int Add(int row, int group)
    {
        if (Count == Capacity)
        {
            Grow(Math.Max(64, Capacity * 2));
        }

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

        foreach (var column in Columns)
        {
            column.Write(slot, column.Read(last));
        }

        Groups[slot] = Groups[last];
        return Rows[slot] = Rows[last];
    }

    public void Grow(int capacity)
    {
        capacity = (capacity + 63) & ~63;
        if (capacity <= Capacity)
        {
            return;
        }

        _rows.Grow(capacity);
        _groups.Grow(capacity);
        foreach (var column in Columns)
        {
            column.Grow(capacity);
        }
    }
}
