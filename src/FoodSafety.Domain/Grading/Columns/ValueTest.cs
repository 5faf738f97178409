using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FoodSafety.Domain.Grading;

/// <summary>A question about values, asked of one or of a vector full; in a vector, a value of which it holds becomes all ones, any other zero.</summary>
internal interface IValueTest
{
    static abstract bool Holds<T>(T value, T operand) where T : unmanaged, IBinaryInteger<T>;

    static abstract Vector128<T> Holds<T>(Vector128<T> values, Vector128<T> operand) where T : unmanaged, IBinaryInteger<T>;

    static abstract Vector256<T> Holds<T>(Vector256<T> values, Vector256<T> operand) where T : unmanaged, IBinaryInteger<T>;

    static abstract Vector512<T> Holds<T>(Vector512<T> values, Vector512<T> operand) where T : unmanaged, IBinaryInteger<T>;
}

/// <summary>Whether a value is at least a limit.</summary>
internal readonly struct IsAtLeast : IValueTest
{
    public static bool Holds<T>(T value, T operand) where T : unmanaged, IBinaryInteger<T> => value >= operand;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Holds<T>(Vector128<T> values, Vector128<T> operand) where T : unmanaged, IBinaryInteger<T> =>
        Vector128.GreaterThanOrEqual(values, operand);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Holds<T>(Vector256<T> values, Vector256<T> operand) where T : unmanaged, IBinaryInteger<T> =>
        Vector256.GreaterThanOrEqual(values, operand);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Holds<T>(Vector512<T> values, Vector512<T> operand) where T : unmanaged, IBinaryInteger<T> =>
        Vector512.GreaterThanOrEqual(values, operand);
}

/// <summary>Whether a value is another.</summary>
internal readonly struct IsEqual : IValueTest
{
    public static bool Holds<T>(T value, T operand) where T : unmanaged, IBinaryInteger<T> => value == operand;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Holds<T>(Vector128<T> values, Vector128<T> operand) where T : unmanaged, IBinaryInteger<T> =>
        Vector128.Equals(values, operand);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Holds<T>(Vector256<T> values, Vector256<T> operand) where T : unmanaged, IBinaryInteger<T> =>
        Vector256.Equals(values, operand);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Holds<T>(Vector512<T> values, Vector512<T> operand) where T : unmanaged, IBinaryInteger<T> =>
        Vector512.Equals(values, operand);
}

/// <summary>Whether every bit of the operand is set in a value.</summary>
internal readonly struct HasBits : IValueTest
{
    public static bool Holds<T>(T value, T operand) where T : unmanaged, IBinaryInteger<T> => (value & operand) == operand;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Holds<T>(Vector128<T> values, Vector128<T> operand) where T : unmanaged, IBinaryInteger<T> =>
        Vector128.Equals(values & operand, operand);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Holds<T>(Vector256<T> values, Vector256<T> operand) where T : unmanaged, IBinaryInteger<T> =>
        Vector256.Equals(values & operand, operand);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Holds<T>(Vector512<T> values, Vector512<T> operand) where T : unmanaged, IBinaryInteger<T> =>
        Vector512.Equals(values & operand, operand);
}
