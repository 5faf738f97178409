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
