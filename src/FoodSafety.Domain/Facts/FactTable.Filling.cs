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
            var partitions = ReadPartitions(items, bindings, values);
            Reserve(partitions);
            for (var start = 0; start < items.Length; start += Chunk)
            {
                var length = Math.Min(Chunk, items.Length - start);
                AddChunk(
                    items.Slice(start, length), partitions.AsSpan(start, length), bindings, values.AsSpan(0, length),
                    groups.IsEmpty ? default : groups.Slice(start, length));
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

    /// <summary>The partition value of each object; what decides where a row stands is read once.</summary>
    private byte[] ReadPartitions<T>(ReadOnlySpan<T> items, FactBinding<T>?[] bindings, Span<long> values)
    {
        // Where nobody tells them all are in that of the value 0, which says that it is not stated.
        var partitions = new byte[items.Length];
        var binding = _partitionColumn < 0 ? null : bindings[_partitionColumn];
        for (var start = 0; start < items.Length && binding is not null; start += Chunk)
        {
            var length = Math.Min(Chunk, items.Length - start);
            binding.ReadAll(items.Slice(start, length), values);
            for (var i = 0; i < length; i++)
            {
                partitions[start + i] = (byte)values[i];
            }
        }

        return partitions;
    }

    private void AddChunk<T>(ReadOnlySpan<T> items, ReadOnlySpan<byte> partitions, FactBinding<T>?[] bindings, Span<long> values, ReadOnlySpan<int> groups)
    {
        var first = Count;
        var added = AddRows(partitions, groups);
        for (var fact = 0; fact < bindings.Length; fact++)
        {
            if (bindings[fact] is not { } binding)
            {
                foreach (var (segment, start) in added)
                {
                    segment.LeaveUnstated(start, fact);
                }

                continue;
            }

            if (fact == _partitionColumn)
            {
                for (var i = 0; i < partitions.Length; i++)
                {
                    values[i] = partitions[i];
                }
            }
            else
            {
                binding.ReadAll(items, values);
            }

            var areAllStated = binding.AlwaysStates || !values.Contains(Schema.Unstated[fact]);
            foreach (var (segment, start) in added)
            {
                segment.WriteFrom(start, fact, first, values, areAllStated);
            }
        }
    }

    /// <summary>Gives each of some rows its slot, the next of its segment; there is room. Their facts are still to be written.</summary>
    /// <returns>The segments that have got rows, and where these begin.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private List<(FactSegment Segment, int Start)> AddRows(ReadOnlySpan<byte> partitions, ReadOnlySpan<int> groups)
    {
        // Sorted by counting, so that the rows of a segment go there as one run.
        Span<int> ends = stackalloc int[_byPartition.Length];
        Span<int> sorted = stackalloc int[Chunk];
        CountByPartition(partitions, ends);
        for (var (partition, before) = (0, 0); partition < ends.Length; partition++)
        {
            (ends[partition], before) = (before, before + ends[partition]);
        }

        for (var i = 0; i < partitions.Length; i++)
        {
            sorted[ends[partitions[i]]++] = Count + i;
        }

        var added = new List<(FactSegment, int)>(_segments.Count);
        foreach (var segment in _segments)
        {
            // A run begins where that of the partition before ends.
            var rows = sorted[(segment.Partition == 0 ? 0 : ends[segment.Partition - 1])..ends[segment.Partition]];
            if (rows.IsEmpty)
            {
                continue;
            }

            var start = segment.Count;
            for (var i = 0; i < rows.Length; i++)
            {
                _slotOf[rows[i]] = start + i;
            }

            added.Add((segment, start));
            segment.AddMany(rows, Count, groups);
        }

        partitions.CopyTo(_partitionOf.AsSpan(Count));
        Count += partitions.Length;
        return added;
    }

    private static void CountByPartition(ReadOnlySpan<byte> partitions, Span<int> counts)
    {
        counts.Clear();
        foreach (var partition in partitions)
        {
            counts[partition]++;
        }
    }

    /// <summary>
    /// Makes room for all rows at once: growing step by step would copy every column several times. What is full at least doubles,
    /// for objects that come one by one must not copy everything each time.
    /// </summary>
    private void Reserve(ReadOnlySpan<byte> partitions)
    {
        Span<int> added = stackalloc int[_byPartition.Length];
        CountByPartition(partitions, added);
        for (var partition = 0; partition < added.Length; partition++)
        {
            if (added[partition] > 0)
            {
                var segment = SegmentFor(partition);
                segment.Reserve(segment.Count + added[partition]);
            }
        }

        ReserveRows(Count + partitions.Length);
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
