using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>One fact of all rows of a segment, side by side in memory.</summary>
internal abstract class Column
{
    /// <summary>Where the first row lies; the memory is pinned.</summary>
    public abstract nint Address { get; }

    /// <summary>How many bytes 64 rows take.</summary>
    public abstract int BytesPerWord { get; }

    public abstract long Read(int slot);

    public abstract void Write(int slot, long stored);

    /// <summary>Writes the values of some rows into slots that follow each other.</summary>
    public abstract void WriteMany(int slot, ReadOnlySpan<int> rows, int firstRow, ReadOnlySpan<long> values);

    public abstract void Grow(int capacity);

    /// <summary>A copy with its own memory, of the first rows.</summary>
    public abstract Column Copy(int capacity);

    /// <summary>The narrowest column that holds every value of a fact exactly.</summary>
    public static Column For(IFact fact) => fact switch
    {
        FlagFact => new BitColumn(),
        NumberFact number => number switch
        {
            { Least: < 0 } or { Most: > uint.MaxValue } => new Column<long>(0),
            { Most: <= byte.MaxValue } => new Column<byte>(0),
            { Most: <= ushort.MaxValue } => new Column<ushort>(0),
            _ => new Column<uint>(0),
        },
        _ => new Column<byte>(0),
    };
}

/// <summary>
/// Values as whole multiples of a divisor, cut down and held at the type's maximum; divisor 0 says that every value fits as
/// it is. A column that cuts and holds still answers "at least T" exactly when T is a whole multiple below the maximum.
/// </summary>
internal sealed class Column<T>(long divisor) : Column where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private AlignedBuffer<T> _buffer = new();

    public Span<T> Values => _buffer.Span;

    public override nint Address => _buffer.Address;

    public override int BytesPerWord => 64 * Unsafe.SizeOf<T>();

    public override long Read(int slot) => long.CreateChecked(_buffer.Span[slot]);

    public override void Write(int slot, long stored) =>
        _buffer.Span[slot] = divisor == 0 ? T.CreateTruncating(stored) : T.CreateSaturating(stored / divisor);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void WriteMany(int slot, ReadOnlySpan<int> rows, int firstRow, ReadOnlySpan<long> values)
    {
        var target = _buffer.Span.Slice(slot, rows.Length);
        if (divisor == 0)
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = T.CreateTruncating(values[unchecked(rows[i] - firstRow)]);
            }
        }
        else
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = T.CreateSaturating(values[rows[i] - firstRow] / divisor);
            }
        }
    }

    public override void Grow(int capacity) => _buffer.Grow(capacity);

    public override Column Copy(int capacity) => new Column<T>(divisor) { _buffer = _buffer.Copy(capacity) };
}

/// <summary>A flag of 64 rows in one word.</summary>
internal sealed class BitColumn : Column
{
    private AlignedBuffer<ulong> _buffer = new();

    public Span<ulong> Words => _buffer.Span;

    public override nint Address => _buffer.Address;

    public override int BytesPerWord => sizeof(ulong);

    public override long Read(int slot) => (long)((_buffer.Span[slot >> 6] >> slot) & 1);

    public override void Write(int slot, long stored)
    {
        ref var word = ref _buffer.Span[slot >> 6];
        var bit = 1UL << slot;
        // What is not stated is a negative number, and lies here as not set.
        word = stored > 0 ? word | bit : word & ~bit;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void WriteMany(int slot, ReadOnlySpan<int> rows, int firstRow, ReadOnlySpan<long> values)
    {
        // Gathered into whole words first: a write for each flag would wait for the one before.
        var words = _buffer.Span;
        for (var i = 0; i < rows.Length;)
        {
            var from = (slot + i) & 63;
            var ofWord = rows.Slice(i, Math.Min(64 - from, rows.Length - i));
            var bits = 0UL;
            for (var j = 0; j < ofWord.Length; j++)
            {
                bits |= (values[ofWord[j] - firstRow] > 0 ? 1UL : 0) << (from + j);
            }

            var written = ulong.MaxValue >> (64 - ofWord.Length) << from;
            ref var word = ref words[(slot + i) >> 6];
            word = (word & ~written) | bits;
            i += ofWord.Length;
        }
    }

    public override void Grow(int capacity) => _buffer.Grow((capacity + 63) >> 6);

    public override Column Copy(int capacity) => new BitColumn { _buffer = _buffer.Copy((capacity + 63) >> 6) };
}

/// <summary>Brings expressions of different decimals to the finest of them, so that they can be added and compared.</summary>
internal static class Aligned
{
    public static int Decimals(ReadOnlySpan<NumberExpression> parts)
    {
        if (parts.IsEmpty)
        {
            throw new ArgumentException("At least one expression is needed.", nameof(parts));
        }

        var most = 0;
        foreach (var part in parts)
        {
            most = Math.Max(most, part.Decimals);
        }

        return most;
    }

    /// <summary>The unit that all parts have, constants aside; empty where they have several, or none.</summary>
    public static BilingualText Unit(ReadOnlySpan<NumberExpression> parts)
    {
        BilingualText? common = null;
        foreach (var part in parts)
        {
            if (part is not NumberConstant && part.Unit != (common ??= part.Unit))
            {
                return default;
            }
        }

        return common ?? default;
    }

    /// <summary>One bound of each part in the common smallest unit, all put together.</summary>
    public static Int128 Bound(ReadOnlySpan<NumberExpression> parts, Func<NumberExpression, Int128> bound, Func<Int128, Int128, Int128> join)
    {
        var decimals = Decimals(parts);
        var all = In(parts[0]);
        foreach (var part in parts[1..])
        {
            all = join(all, In(part));
        }

        return all;

        Int128 In(NumberExpression part) => bound(part) * Exact.Power(decimals - part.Decimals);
    }

    public static long Stored(NumberExpression part, IFactSource source, int decimals) =>
        part.Stored(source) is var stored && stored == NumberExpression.NotStated ? stored : stored * Exact.Power(decimals - part.Decimals);

    /// <summary>The parts of something in the common smallest unit, all put together; not stated where one is not.</summary>
    public static long Join(ImmutableArray<NumberExpression> parts, IFactSource source, int decimals, Func<long, long, long> join)
    {
        var all = Stored(parts[0], source, decimals);
        for (var i = 1; i < parts.Length && all != NumberExpression.NotStated; i++)
        {
            all = Stored(parts[i], source, decimals) is var stored && stored == NumberExpression.NotStated ? stored : join(all, stored);
        }

        return all;
    }
}

/// <summary>
/// A growable array whose first element lies on a 64-byte boundary, because a 64-byte vector that straddles two cache
/// lines loads at half speed. The array is pinned: the collector must not move it off the boundary.
/// </summary>
internal sealed class AlignedBuffer<T> where T : unmanaged
{
    private const int Boundary = 64;
    private T[] _array = [];
    private int _start;

    public int Capacity { get; private set; }

    /// <summary>Where the first element lies, until it grows.</summary>
    public nint Address => AddressOf(_array) + _start * Unsafe.SizeOf<T>();

    public Span<T> Span => _array.AsSpan(_start, Capacity);

    /// <summary>Grows, keeping what is there; the rest is zero.</summary>
    public void Grow(int capacity)
    {
        var size = Unsafe.SizeOf<T>();
        var array = GC.AllocateArray<T>(capacity + Boundary / size, pinned: true);
        var start = (int)((Boundary - AddressOf(array) % Boundary) % Boundary / size);
        Span.CopyTo(array.AsSpan(start, capacity));
        (_array, _start, Capacity) = (array, start, capacity);
    }

    /// <summary>A copy of the first elements.</summary>
    public AlignedBuffer<T> Copy(int capacity)
    {
        var copy = new AlignedBuffer<T>();
        copy.Grow(capacity);
        Span[..Math.Min(capacity, Capacity)].CopyTo(copy.Span);
        return copy;
    }

    /// <summary>Lets go of everything.</summary>
    public void Clear() => (_array, _start, Capacity) = ([], 0, 0);

    private static unsafe nint AddressOf(T[] array) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
}
