using System.Numerics;
using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Grading;

/// <summary>Looks at 64 values of a column and answers with one bit for each.</summary>
internal interface ILanes
{
    /// <summary>Which of 64 values are at least a limit.</summary>
    static abstract ulong AtLeast<T>(ref T values, T limit) where T : unmanaged, IBinaryInteger<T>;

    /// <summary>Which of 64 values equal another.</summary>
    static abstract ulong Equal<T>(ref T values, T value) where T : unmanaged, IBinaryInteger<T>;

    /// <summary>One bit of 64 values.</summary>
    static abstract ulong Bit<T>(ref T values, int bit) where T : unmanaged, IBinaryInteger<T>;
}

/// <summary>One value after the other: for processors without vectors, and the plainest statement of what the others do.</summary>
internal readonly struct ScalarLanes : ILanes
{
    public static ulong AtLeast<T>(ref T values, T limit) where T : unmanaged, IBinaryInteger<T>
    {
        var mask = 0UL;
        for (var i = 0; i < 64; i++)
        {
            mask |= (Unsafe.Add(ref values, i) >= limit ? 1UL : 0) << i;
        }

        return mask;
    }

    public static ulong Equal<T>(ref T values, T value) where T : unmanaged, IBinaryInteger<T>
    {
        var mask = 0UL;
        for (var i = 0; i < 64; i++)
        {
            mask |= (Unsafe.Add(ref values, i) == value ? 1UL : 0) << i;
        }

        return mask;
    }

    public static ulong Bit<T>(ref T values, int bit) where T : unmanaged, IBinaryInteger<T>
    {
        var mask = 0UL;
        for (var i = 0; i < 64; i++)
        {
            mask |= (T.IsZero((Unsafe.Add(ref values, i) >> bit) & T.One) ? 0UL : 1) << i;
        }

        return mask;
    }
}
