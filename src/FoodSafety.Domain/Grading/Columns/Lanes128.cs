using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FoodSafety.Domain.Grading;

/// <summary>Vectors of 128 bits.</summary>
internal readonly struct Lanes128 : ILanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong AtLeast<T>(ref T values, T limit) where T : unmanaged, IBinaryInteger<T>
    {
        var limits = Vector128.Create(limit);
        var mask = 0UL;
        for (var i = 0; i < 64; i += Vector128<T>.Count)
        {
            mask |= (ulong)Vector128.GreaterThanOrEqual(Vector128.LoadUnsafe(ref values, (nuint)i), limits).ExtractMostSignificantBits() << i;
        }

        return mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal<T>(ref T values, T value) where T : unmanaged, IBinaryInteger<T>
    {
        var wanted = Vector128.Create(value);
        var mask = 0UL;
        for (var i = 0; i < 64; i += Vector128<T>.Count)
        {
            mask |= (ulong)Vector128.Equals(Vector128.LoadUnsafe(ref values, (nuint)i), wanted).ExtractMostSignificantBits() << i;
        }

        return mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bit<T>(ref T values, int bit) where T : unmanaged, IBinaryInteger<T>
    {
        var wanted = Vector128.Create(T.One << bit);
        var mask = 0UL;
        for (var i = 0; i < 64; i += Vector128<T>.Count)
        {
            var found = Vector128.LoadUnsafe(ref values, (nuint)i) & wanted;
            mask |= (ulong)Vector128.Equals(found, wanted).ExtractMostSignificantBits() << i;
        }

        return mask;
    }
}
