using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FoodSafety.Domain.Grading;

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
