using System.Numerics;
using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Grading;

/// <summary>Bitwise work on spans of equal length.</summary>
internal static class Masks
{
    /// <summary>Takes the bits of the rows from one span and all others from another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Choose(ReadOnlySpan<ulong> rows, ReadOnlySpan<ulong> yes, ReadOnlySpan<ulong> no, Span<ulong> target)
    {
        var i = 0;
        for (; i + Vector<ulong>.Count <= target.Length; i += Vector<ulong>.Count)
        {
            var (r, y, n) = (new Vector<ulong>(rows[i..]), new Vector<ulong>(yes[i..]), new Vector<ulong>(no[i..]));
            (n ^ ((n ^ y) & r)).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] = no[i] ^ ((no[i] ^ yes[i]) & rows[i]);
        }
    }

    /// <summary>Adds to the rows that differ, and to those that had any bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compare(ReadOnlySpan<ulong> old, ReadOnlySpan<ulong> next, Span<ulong> changed, Span<ulong> known)
    {
        var i = 0;
        for (; i + Vector<ulong>.Count <= old.Length; i += Vector<ulong>.Count)
        {
            var (o, n) = (new Vector<ulong>(old[i..]), new Vector<ulong>(next[i..]));
            (new Vector<ulong>(changed[i..]) | (o ^ n)).CopyTo(changed[i..]);
            (new Vector<ulong>(known[i..]) | o).CopyTo(known[i..]);
        }

        for (; i < old.Length; i++)
        {
            changed[i] |= old[i] ^ next[i];
            known[i] |= old[i];
        }
    }
}
