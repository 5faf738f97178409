using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FoodSafety.Domain.Grading;

/// <summary>Vectors of 256 bits.</summary>
internal readonly struct Lanes256 : ILanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong AtLeast<T>(ref T values, T limit) where T : unmanaged, IBinaryInteger<T>
    {
        var limits = Vector256.Create(limit);
        var mask = 0UL;
        for (var i = 0; i < 64; i += Vector256<T>.Count)
        {
            mask |= (ulong)Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref values, (nuint)i), limits).ExtractMostSignificantBits() << i;
        }

        return mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal<T>(ref T values, T value) where T : unmanaged, IBinaryInteger<T>
    {
        var wanted = Vector256.Create(value);
        var mask = 0UL;
        for (var i = 0; i < 64; i += Vector256<T>.Count)
        {
            mask |= (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref values, (nuint)i), wanted).ExtractMostSignificantBits() << i;
        }

        return mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bit<T>(ref T values, int bit) where T : unmanaged, IBinaryInteger<T>
    {
        var wanted = Vector256.Create(T.One << bit);
        var mask = 0UL;
        for (var i = 0; i < 64; i += Vector256<T>.Count)
        {
            var found = Vector256.LoadUnsafe(ref values, (nuint)i) & wanted;
            mask |= (ulong)Vector256.Equals(found, wanted).ExtractMostSignificantBits() << i;
        }

        return mask;
    }
}
