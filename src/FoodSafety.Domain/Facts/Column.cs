using System.Numerics;

namespace FoodSafety.Domain.Facts;

/// <summary>One fact of all rows of a segment, side by side in memory.</summary>
internal abstract class Column
{
    public abstract long Read(int slot);

    public abstract void Write(int slot, long stored);

    public abstract void Grow(int capacity);

    /// <summary>The narrowest column that holds every value of a fact exactly.</summary>
    public static Column For(IFact fact) => fact switch
    {
        FlagFact => new BitColumn(),
        NumberFact number => number switch
        {
            { Least: < 0 } or { Most: > uint.MaxValue } => new Column<long>(1),
            { Most: <= byte.MaxValue } => new Column<byte>(1),
            { Most: <= ushort.MaxValue } => new Column<ushort>(1),
            _ => new Column<uint>(1),
        },
        _ => new Column<byte>(1),
    };
}

/// <summary>
/// Values as whole multiples of a divisor, cut down and held at the type's maximum. With divisor 1 and a type that is wide
/// enough it is exact; narrower, "at least T" still answers exactly when T is a whole multiple below the maximum.
/// </summary>
internal sealed class Column<T>(long divisor) : Column where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly AlignedBuffer<T> _buffer = new();

    public Span<T> Values => _buffer.Span;

    public override long Read(int slot) => long.CreateChecked(_buffer.Span[slot]);

    public override void Write(int slot, long stored) =>
        _buffer.Span[slot] = T.CreateSaturating(divisor == 1 ? stored : stored / divisor);

    public override void Grow(int capacity) => _buffer.Grow(capacity);
}

/// <summary>A flag of 64 rows in one word.</summary>
internal sealed class BitColumn : Column
{
    private readonly AlignedBuffer<ulong> _buffer = new();

    public Span<ulong> Words => _buffer.Span;

    public override long Read(int slot) => (long)((_buffer.Span[slot >> 6] >> slot) & 1);

    public override void Write(int slot, long stored)
    {
        ref var word = ref _buffer.Span[slot >> 6];
        var bit = 1UL << slot;
        word = stored != 0 ? word | bit : word & ~bit;
    }

    public override void Grow(int capacity) => _buffer.Grow((capacity + 63) >> 6);
}
