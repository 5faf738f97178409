using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FoodSafety.Domain.Grading;

/// <summary>Bitwise work on spans of equal length.</summary>
internal static class Masks
{
    /// <summary>Takes the bits of some rows from one span, and those of all other rows from what stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store(ReadOnlySpan<ulong> found, ReadOnlySpan<ulong> rows, ReadOnlySpan<ulong> old, Span<ulong> next)
    {
        ref var f = ref MemoryMarshal.GetReference(found);
        ref var r = ref MemoryMarshal.GetReference(rows);
        ref var o = ref MemoryMarshal.GetReference(old);
        ref var n = ref MemoryMarshal.GetReference(next);
        var i = 0;
        for (; i <= next.Length - Vector<ulong>.Count; i += Vector<ulong>.Count)
        {
            var stood = Load(ref o, i);
            (stood ^ ((stood ^ Load(ref f, i)) & Load(ref r, i))).StoreUnsafe(ref n, (nuint)i);
        }

        for (; i < next.Length; i++)
        {
            next[i] = old[i] ^ ((old[i] ^ found[i]) & rows[i]);
        }
    }

    /// <summary>Does the same where no other row has a bit, which spares reading what stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store(ReadOnlySpan<ulong> found, ReadOnlySpan<ulong> rows, Span<ulong> next)
    {
        ref var f = ref MemoryMarshal.GetReference(found);
        ref var r = ref MemoryMarshal.GetReference(rows);
        ref var n = ref MemoryMarshal.GetReference(next);
        var i = 0;
        for (; i <= next.Length - Vector<ulong>.Count; i += Vector<ulong>.Count)
        {
            (Load(ref f, i) & Load(ref r, i)).StoreUnsafe(ref n, (nuint)i);
        }

        for (; i < next.Length; i++)
        {
            next[i] = found[i] & rows[i];
        }
    }

    /// <summary>Adds to the rows that differ, and to those that had any bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compare(ReadOnlySpan<ulong> old, ReadOnlySpan<ulong> next, Span<ulong> changed, Span<ulong> known)
    {
        ref var o = ref MemoryMarshal.GetReference(old);
        ref var n = ref MemoryMarshal.GetReference(next);
        ref var c = ref MemoryMarshal.GetReference(changed);
        ref var k = ref MemoryMarshal.GetReference(known);
        var i = 0;
        for (; i <= old.Length - Vector<ulong>.Count; i += Vector<ulong>.Count)
        {
            var stood = Load(ref o, i);
            (Load(ref c, i) | (stood ^ Load(ref n, i))).StoreUnsafe(ref c, (nuint)i);
            (Load(ref k, i) | stood).StoreUnsafe(ref k, (nuint)i);
        }

        for (; i < old.Length; i++)
        {
            changed[i] |= old[i] ^ next[i];
            known[i] |= old[i];
        }
    }

    /// <summary>How many bits of some rows are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Count(ReadOnlySpan<ulong> found, ReadOnlySpan<ulong> rows)
    {
        var (even, odd) = (0, 0);
        var i = 0;
        for (; i + 1 < rows.Length; i += 2)
        {
            even += BitOperations.PopCount(found[i] & rows[i]);
            odd += BitOperations.PopCount(found[i + 1] & rows[i + 1]);
        }

        return i < rows.Length ? even + odd + BitOperations.PopCount(found[i] & rows[i]) : even + odd;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Load(ref ulong words, int index) => Vector.LoadUnsafe(ref words, (nuint)index);
}
