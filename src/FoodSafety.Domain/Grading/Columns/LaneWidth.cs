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
