using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FoodSafety.Domain.Grading;

/// <summary>Counting on spans of masks.</summary>
internal static class Masks
{
    /// <summary>How many bits of some rows are set.</summary>
    /// <param name="found">The masks; at least as many as of the rows.</param>
    /// <param name="rows">The rows that count.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Count(ReadOnlySpan<ulong> found, ReadOnlySpan<ulong> rows)
    {
        ref var f = ref MemoryMarshal.GetReference(found[..rows.Length]);
        ref var r = ref MemoryMarshal.GetReference(rows);

        // Four sums, since an addition would otherwise wait for the one before.
        var (first, second, third, fourth) = (0, 0, 0, 0);
        nint i = 0;
        unchecked
        {
            for (; i + 4 <= rows.Length; i += 4)
            {
                first += BitOperations.PopCount(Unsafe.Add(ref f, i) & Unsafe.Add(ref r, i));
                second += BitOperations.PopCount(Unsafe.Add(ref f, i + 1) & Unsafe.Add(ref r, i + 1));
                third += BitOperations.PopCount(Unsafe.Add(ref f, i + 2) & Unsafe.Add(ref r, i + 2));
                fourth += BitOperations.PopCount(Unsafe.Add(ref f, i + 3) & Unsafe.Add(ref r, i + 3));
            }

            for (; i < rows.Length; i++)
            {
                first += BitOperations.PopCount(Unsafe.Add(ref f, i) & Unsafe.Add(ref r, i));
            }

            return first + second + third + fourth;
        }
    }
}
