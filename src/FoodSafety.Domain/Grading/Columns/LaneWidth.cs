using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FoodSafety.Domain.Grading;

/// <summary>How many bits of a column the machine looks at in one step.</summary>
internal enum LaneWidth
{
    Scalar = 0,
    Bits128 = 128,
    Bits256 = 256,
    Bits512 = 512,
}

/// <summary>Which widths this processor has; the answers are the same with every one.</summary>
internal static class LaneWidths
{
    public static LaneWidth Best { get; } =
        Vector512.IsHardwareAccelerated ? LaneWidth.Bits512
        : Vector256.IsHardwareAccelerated ? LaneWidth.Bits256
        : Vector128.IsHardwareAccelerated ? LaneWidth.Bits128
        : LaneWidth.Scalar;
}

/// <summary>Looks at 64 values of a column and answers with one bit for each.</summary>
internal interface ILanes
{
    /// <summary>Of which of 64 values a test holds.</summary>
    static abstract ulong Find<T, TTest>(ref T values, T operand) where T : unmanaged, IBinaryInteger<T> where TTest : struct, IValueTest;
}

/// <summary>One value after the other: for processors without vectors, and the plainest statement of what the others do.</summary>
internal readonly struct ScalarLanes : ILanes
{
    public static ulong Find<T, TTest>(ref T values, T operand) where T : unmanaged, IBinaryInteger<T> where TTest : struct, IValueTest
    {
        var mask = 0UL;
        for (var i = 0; i < 64; i++)
        {
            mask |= (TTest.Holds(Unsafe.Add(ref values, i), operand) ? 1UL : 0) << i;
        }

        return mask;
    }
}

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

/// <summary>Vectors of 512 bits; the processor answers with bits at once.</summary>
internal readonly struct Lanes512 : ILanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find<T, TTest>(ref T values, T operand) where T : unmanaged, IBinaryInteger<T> where TTest : struct, IValueTest
    {
        var operands = Vector512.Create(operand);
        var mask = 0UL;
        for (var i = 0; i < 64; i += Vector512<T>.Count)
        {
            mask |= TTest.Holds(Vector512.LoadUnsafe(ref values, (nuint)i), operands).ExtractMostSignificantBits() << i;
        }

        return mask;
    }
}
