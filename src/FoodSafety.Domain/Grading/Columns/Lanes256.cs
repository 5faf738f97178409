using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FoodSafety.Domain.Grading;

/// <summary>Vectors of 256 bits.</summary>
internal readonly struct Lanes256 : ILanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find<T, TTest>(ref T values, T operand) where T : unmanaged, IBinaryInteger<T> where TTest : struct, IValueTest
    {
        var operands = Vector256.Create(operand);
        return ThirtyTwo<T, TTest>(ref values, operands) | ((ulong)ThirtyTwo<T, TTest>(ref Unsafe.Add(ref values, 32), operands) << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ThirtyTwo<T, TTest>(ref T values, Vector256<T> operands) where T : unmanaged, IBinaryInteger<T> where TTest : struct, IValueTest
    {
        if (Unsafe.SizeOf<T>() == sizeof(short))
        {
            // Narrowed to bytes first, all ones staying all ones, since the bits of bytes are collected at once.
            return Vector256.NarrowWithSaturation(Test<T, TTest>(ref values, 0, operands).AsInt16(), Test<T, TTest>(ref values, 16, operands).AsInt16())
                .ExtractMostSignificantBits();
        }

        var bits = 0U;
        for (var i = 0; i < 32; i += Vector256<T>.Count)
        {
            bits |= Test<T, TTest>(ref values, i, operands).ExtractMostSignificantBits() << i;
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Test<T, TTest>(ref T values, int first, Vector256<T> operands) where T : unmanaged, IBinaryInteger<T> where TTest : struct, IValueTest =>
        TTest.Holds(Vector256.LoadUnsafe(ref values, (nuint)first), operands);
}
