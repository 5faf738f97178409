using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FoodSafety.Domain.Grading;

/// <summary>Words of masks that are combined at once; the same work is written once over all widths.</summary>
internal interface IWide<TSelf> where TSelf : struct, IWide<TSelf>
{
    /// <summary>How many words there are in one.</summary>
    static abstract int Words { get; }

    static abstract TSelf Load(ref ulong words, nint index);

    /// <summary>One word out of each of as many places as it has words.</summary>
    static abstract TSelf Gather(ref ulong words, ref nint places);

    /// <summary>The same word everywhere.</summary>
    static abstract TSelf Repeat(ulong word);

    void Store(ref ulong words, nint index);

    static abstract TSelf operator &(TSelf a, TSelf b);

    static abstract TSelf operator |(TSelf a, TSelf b);

    static abstract TSelf operator ^(TSelf a, TSelf b);

    /// <summary>What is in the first and not in the second.</summary>
    static abstract TSelf AndNot(TSelf a, TSelf b);

    /// <summary>What is in any of its words.</summary>
    ulong Any();
}

/// <summary>512 bits.</summary>
internal readonly struct Wide512(Vector512<ulong> value) : IWide<Wide512>
{
    private readonly Vector512<ulong> _value = value;

    public static int Words => Vector512<ulong>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Load(ref ulong words, nint index) => new(Vector512.LoadUnsafe(ref words, unchecked((nuint)index)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Gather(ref ulong words, ref nint places) => new(Vector512.Create(
        At(ref words, ref places, 0), At(ref words, ref places, 1), At(ref words, ref places, 2), At(ref words, ref places, 3),
        At(ref words, ref places, 4), At(ref words, ref places, 5), At(ref words, ref places, 6), At(ref words, ref places, 7)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Repeat(ulong word) => new(Vector512.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref ulong words, nint index) => _value.StoreUnsafe(ref words, unchecked((nuint)index));

    public static Wide512 operator &(Wide512 a, Wide512 b) => new(a._value & b._value);

    public static Wide512 operator |(Wide512 a, Wide512 b) => new(a._value | b._value);

    public static Wide512 operator ^(Wide512 a, Wide512 b) => new(a._value ^ b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 AndNot(Wide512 a, Wide512 b) => new(Vector512.AndNot(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Any() => new Wide256(_value.GetLower() | _value.GetUpper()).Any();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong At(ref ulong words, ref nint places, nint i) => Unsafe.Add(ref words, Unsafe.Add(ref places, i));
}

/// <summary>256 bits.</summary>
internal readonly struct Wide256(Vector256<ulong> value) : IWide<Wide256>
{
    private readonly Vector256<ulong> _value = value;

    public static int Words => Vector256<ulong>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Load(ref ulong words, nint index) => new(Vector256.LoadUnsafe(ref words, unchecked((nuint)index)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Gather(ref ulong words, ref nint places) => new(Vector256.Create(
        At(ref words, ref places, 0), At(ref words, ref places, 1), At(ref words, ref places, 2), At(ref words, ref places, 3)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Repeat(ulong word) => new(Vector256.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref ulong words, nint index) => _value.StoreUnsafe(ref words, unchecked((nuint)index));

    public static Wide256 operator &(Wide256 a, Wide256 b) => new(a._value & b._value);

    public static Wide256 operator |(Wide256 a, Wide256 b) => new(a._value | b._value);

    public static Wide256 operator ^(Wide256 a, Wide256 b) => new(a._value ^ b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 AndNot(Wide256 a, Wide256 b) => new(Vector256.AndNot(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Any() => new Wide128(_value.GetLower() | _value.GetUpper()).Any();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong At(ref ulong words, ref nint places, nint i) => Unsafe.Add(ref words, Unsafe.Add(ref places, i));
}

/// <summary>128 bits.</summary>
internal readonly struct Wide128(Vector128<ulong> value) : IWide<Wide128>
{
    private readonly Vector128<ulong> _value = value;

    public static int Words => Vector128<ulong>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Load(ref ulong words, nint index) => new(Vector128.LoadUnsafe(ref words, unchecked((nuint)index)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Gather(ref ulong words, ref nint places) => new(Vector128.Create(At(ref words, ref places, 0), At(ref words, ref places, 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Repeat(ulong word) => new(Vector128.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref ulong words, nint index) => _value.StoreUnsafe(ref words, unchecked((nuint)index));

    public static Wide128 operator &(Wide128 a, Wide128 b) => new(a._value & b._value);

    public static Wide128 operator |(Wide128 a, Wide128 b) => new(a._value | b._value);

    public static Wide128 operator ^(Wide128 a, Wide128 b) => new(a._value ^ b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 AndNot(Wide128 a, Wide128 b) => new(Vector128.AndNot(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Any() => _value.ToScalar() | _value.GetElement(1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong At(ref ulong words, ref nint places, nint i) => Unsafe.Add(ref words, Unsafe.Add(ref places, i));
}

/// <summary>One word: for processors without vectors.</summary>
internal readonly struct Wide64(ulong value) : IWide<Wide64>
{
    private readonly ulong _value = value;

    public static int Words => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Load(ref ulong words, nint index) => new(Unsafe.Add(ref words, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Gather(ref ulong words, ref nint places) => new(Unsafe.Add(ref words, places));

    public static Wide64 Repeat(ulong word) => new(word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref ulong words, nint index) => Unsafe.Add(ref words, index) = _value;

    public static Wide64 operator &(Wide64 a, Wide64 b) => new(a._value & b._value);

    public static Wide64 operator |(Wide64 a, Wide64 b) => new(a._value | b._value);

    public static Wide64 operator ^(Wide64 a, Wide64 b) => new(a._value ^ b._value);

    public static Wide64 AndNot(Wide64 a, Wide64 b) => new(a._value & ~b._value);

    public ulong Any() => _value;
}
