using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FoodSafety.Domain.Grading;

/// <summary>Vectors of 128 bits.</summary>
/// <remarks>
/// Collecting one bit of each value is the dear step, on Arm above all: the answers of wider values are narrowed to bytes
/// before, all ones staying all ones.
/// </remarks>
internal readonly struct Lanes128 : ILanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find<T, TTest>(ref T values, T operand) where T : unmanaged, IBinaryInteger<T> where TTest : struct, IValueTest
    {
        var operands = Vector128.Create(operand);
        return Sixteen<T, TTest>(ref values, operands)
            | ((ulong)Sixteen<T, TTest>(ref Unsafe.Add(ref values, 16), operands) << 16)
            | ((ulong)Sixteen<T, TTest>(ref Unsafe.Add(ref values, 32), operands) << 32)
            | ((ulong)Sixteen<T, TTest>(ref Unsafe.Add(ref values, 48), operands) << 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Sixteen<T, TTest>(ref T values, Vector128<T> operands) where T : unmanaged, IBinaryInteger<T> where TTest : struct, IValueTest
    {
        if (Unsafe.SizeOf<T>() == sizeof(byte))
        {
            return TTest.Holds(Vector128.LoadUnsafe(ref values), operands).ExtractMostSignificantBits();
        }

        if (Unsafe.SizeOf<T>() == sizeof(short))
        {
            return Vector128.NarrowWithSaturation(Eight<T, TTest>(ref values, operands), Eight<T, TTest>(ref Unsafe.Add(ref values, 8), operands))
                .ExtractMostSignificantBits();
        }

        if (Unsafe.SizeOf<T>() == sizeof(int))
        {
            return Vector128.NarrowWithSaturation(
                Vector128.NarrowWithSaturation(Four<T, TTest>(ref values, operands), Four<T, TTest>(ref Unsafe.Add(ref values, 4), operands)),
                Vector128.NarrowWithSaturation(Four<T, TTest>(ref Unsafe.Add(ref values, 8), operands), Four<T, TTest>(ref Unsafe.Add(ref values, 12), operands)))
                .ExtractMostSignificantBits();
        }

        var bits = 0U;
        for (var i = 0; i < 16; i += 2)
        {
            bits |= TTest.Holds(Vector128.LoadUnsafe(ref values, (nuint)i), operands).ExtractMostSignificantBits() << i;
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Eight<T, TTest>(ref T values, Vector128<T> operands) where T : unmanaged, IBinaryInteger<T> where TTest : struct, IValueTest =>
        TTest.Holds(Vector128.LoadUnsafe(ref values), operands).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Four<T, TTest>(ref T values, Vector128<T> operands) where T : unmanaged, IBinaryInteger<T> where TTest : struct, IValueTest =>
        TTest.Holds(Vector128.LoadUnsafe(ref values), operands).AsInt32();
}
