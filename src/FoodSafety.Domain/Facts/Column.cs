using System.Numerics;
using System.Runtime.CompilerServices;

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
        word = stored != 0 ? word | bit : word & ~bit;
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
                bits |= (values[ofWord[j] - firstRow] != 0 ? 1UL : 0) << (from + j);
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
