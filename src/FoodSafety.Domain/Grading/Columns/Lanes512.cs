using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FoodSafety.Domain.Grading;

/// <summary>Vectors of 512 bits.</summary>
internal readonly struct Lanes512 : ILanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong AtLeast<T>(ref T values, T limit) where T : unmanaged, IBinaryInteger<T>
    {
        var limits = Vector512.Create(limit);
        var mask = 0UL;
        for (var i = 0; i < 64; i += Vector512<T>.Count)
        {
            mask |= (ulong)Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref values, (nuint)i), limits).ExtractMostSignificantBits() << i;
        }

        return mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal<T>(ref T values, T value) where T : unmanaged, IBinaryInteger<T>
    {
        var wanted = Vector512.Create(value);
        var mask = 0UL;
        for (var i = 0; i < 64; i += Vector512<T>.Count)
        {
            mask |= (ulong)Vector512.Equals(Vector512.LoadUnsafe(ref values, (nuint)i), wanted).ExtractMostSignificantBits() << i;
        }

        return mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bit<T>(ref T values, int bit) where T : unmanaged, IBinaryInteger<T>
    {
        var wanted = Vector512.Create(T.One << bit);
        var mask = 0UL;
        for (var i = 0; i < 64; i += Vector512<T>.Count)
        {
            var found = Vector512.LoadUnsafe(ref values, (nuint)i) & wanted;
            mask |= (ulong)Vector512.Equals(found, wanted).ExtractMostSignificantBits() << i;
        }

        return mask;
    }
}
