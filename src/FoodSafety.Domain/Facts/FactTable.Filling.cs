using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Facts;

public sealed partial class FactTable
{
    private const int Chunk = 4096;

    /// <summary>Adds a row for each of many objects, column by column.</summary>
    /// <param name="items">The objects.</param>
    /// <param name="map">How their facts are read; facts it does not name are unstated, facts without a column are passed over.</param>
    /// <param name="groups">The group of each object; empty for none.</param>
    /// <returns>The number of the first row; the others follow in order.</returns>
    /// <exception cref="ArgumentException">
    /// An object has a value that a fact does not allow, the first such object is named; or there are groups but not one for
    /// each object. Nothing is added.
    /// </exception>
    /// <typeparam name="T">The type of the objects.</typeparam>
    public int AddRange<T>(ReadOnlySpan<T> items, FactMap<T> map, ReadOnlySpan<int> groups = default)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (!groups.IsEmpty && groups.Length != items.Length)
        {
            throw new ArgumentException($"There are {groups.Length} groups for {items.Length} objects.", nameof(groups));
        }

        var first = Count;
        var bindings = Schema.Facts.Select(map.Find).ToArray();
        var values = new long[Math.Min(Chunk, items.Length)];
        try
        {
            Reserve(items, bindings, values);
            for (var start = 0; start < items.Length; start += Chunk)
            {
                var length = Math.Min(Chunk, items.Length - start);
                AddChunk(items.Slice(start, length), bindings, values.AsSpan(0, length), groups.IsEmpty ? default : groups.Slice(start, length));
            }
        }
        catch (Exception e)
        {
            Truncate(first);
            if (e is ArgumentException)
            {
                ThrowWithPlace(items, bindings);
            }

            throw;
        }

        return first;
    }

    /// <summary>Adds a row for each row of columns that the user has already.</summary>
    /// <param name="columns">The columns; facts without a column in this table are passed over.</param>
    /// <param name="groups">The group of each row; empty for none.</param>
    /// <returns>The number of the first row; the others follow in order.</returns>
    /// <exception cref="ArgumentException">
    /// A value is one that its fact does not allow, or there are groups but not one for each row; nothing is added.
    /// </exception>
    public int AddColumns(FactColumns columns, ReadOnlySpan<int> groups = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var rows = new int[columns.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
        }

        return AddRange<int>(rows, columns.Map, groups);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AppendMany(ReadOnlySpan<long> partitions, ReadOnlySpan<int> groups)
    {
        for (var i = 0; i < partitions.Length; i++)
        {
            Append((int)partitions[i], groups.IsEmpty ? -1 : groups[i]);
        }
    }

    private void AddChunk<T>(ReadOnlySpan<T> items, FactBinding<T>?[] bindings, Span<long> values, ReadOnlySpan<int> groups)
    {
        var first = Count;
        // Where the new rows begin in each segment; in one that is yet to come, at 0.
        var starts = new int[_byPartition.Length];
        foreach (var segment in _segments)
        {
            starts[segment.Partition] = segment.Count;
        }

        ReadColumn(items, bindings, _partitionColumn, values);
        AppendMany(values, groups);
        for (var fact = 0; fact < bindings.Length; fact++)
        {
            var areZeros = bindings[fact] is null && Schema.Facts[fact].Unstated == 0;
            ReadColumn(items, bindings, fact, values);
            foreach (var segment in _segments)
            {
                var start = starts[segment.Partition];
                if (!areZeros || !segment.IsFresh(start))
                {
                    segment.WriteFrom(start, fact, first, values);
                }
            }
        }

        foreach (var segment in _segments)
        {
            segment.MarkUsed();
        }
    }

    /// <summary>
    /// Makes room for all objects at once: growing step by step would copy every column several times. What is full at least doubles,
    /// for objects that come one by one must not copy everything each time.
    /// </summary>
    private void Reserve<T>(ReadOnlySpan<T> items, FactBinding<T>?[] bindings, Span<long> values)
    {
        var added = new int[_byPartition.Length];
        for (var start = 0; start < items.Length; start += Chunk)
        {
            var length = Math.Min(Chunk, items.Length - start);
            ReadColumn(items.Slice(start, length), bindings, _partitionColumn, values[..length]);
            foreach (var value in values[..length])
            {
                added[value]++;
            }
        }

        for (var partition = 0; partition < added.Length; partition++)
        {
            if (added[partition] > 0)
            {
                var segment = SegmentFor(partition);
                segment.Reserve(segment.Count + added[partition]);
            }
        }

        ReserveRows(Count + items.Length);
    }

    private void ReadColumn<T>(ReadOnlySpan<T> items, FactBinding<T>?[] bindings, int fact, Span<long> values)
    {
        if (fact >= 0 && bindings[fact] is { } binding)
        {
            binding.ReadAll(items, values);
        }
        else
        {
            values.Fill(fact < 0 ? 0 : Schema.Facts[fact].Unstated);
        }
    }

    /// <summary>Columns are read one after the other; only when one is refused it is worth while to ask which object it was.</summary>
    private static void ThrowWithPlace<T>(ReadOnlySpan<T> items, FactBinding<T>?[] bindings)
    {
        for (var i = 0; i < items.Length; i++)
        {
            foreach (var binding in bindings)
            {
                try
                {
                    binding?.Read(items[i]);
                }
                catch (ArgumentException e)
                {
                    throw new ArgumentException($"Object {i}: {e.Message}", nameof(items), e);
                }
            }
        }
    }

    /// <summary>Takes back the rows from one on; they were added last, so they stand at the ends of their segments.</summary>
    private void Truncate(int count)
    {
        foreach (var segment in _segments)
        {
            segment.Truncate(count);
        }

        Count = count;
    }
}
