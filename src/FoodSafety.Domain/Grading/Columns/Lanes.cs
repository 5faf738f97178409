using System.Numerics;
using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Grading;

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
