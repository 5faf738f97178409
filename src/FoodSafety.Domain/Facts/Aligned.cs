using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FoodSafety.Domain.Facts;

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
        part.Stored(source) * Exact.Power(decimals - part.Decimals);
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
