using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FoodSafety.Domain.Facts;

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
