using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace FoodSafety.Domain.Grading;

/// <summary>Asks the memory for what the next block reads while this one is still being compared.</summary>
/// <remarks>
/// It pays only where a table is larger than the caches, since a block's columns are many streams and the processor follows few by
/// itself; in a smaller table it costs some percent. Processors that cannot be asked do without.
/// </remarks>
internal readonly unsafe struct Prefetch
{
    // More columns than any policy reads in one segment; what is beyond them is fetched when it is read.
    private const int MaxStreams = 16;

    private readonly Streams _streams;
    private readonly int _count;

    private Prefetch(GradeErrand errand, int firstWord, int words)
    {
        foreach (var column in errand.Columns)
        {
            Add(ref _streams, ref _count, column.Address, column.BytesPerWord);
        }

        Add(ref _streams, ref _count, (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(errand.Beside.Lines)), errand.Beside.Stride * sizeof(ulong));

        void Add(ref Streams streams, ref int count, nint address, int bytes)
        {
            // Flags of 512 rows share a line; they come by themselves.
            if (bytes >= 64 && count < MaxStreams)
            {
                streams[count++] = (address + (nint)firstWord * bytes, bytes);
            }
        }
    }

    /// <summary>For the block that begins with a word; for nothing where the segment has no more such block.</summary>
    public static Prefetch Of(GradeErrand errand, int firstWord, int words) =>
        Sse.IsSupported && firstWord + words <= errand.Words ? new Prefetch(errand, firstWord, words) : default;

    /// <summary>Fetches one word of 64 rows of the block, in all columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Next(nint word)
    {
        unchecked
        {
            for (var i = 0; i < _count; i++)
            {
                var (address, bytes) = _streams[i];
                for (var at = 0; at < bytes; at += 64)
                {
                    if (Sse.IsSupported)
                    {
                        Sse.Prefetch1((void*)(address + word * bytes + at));
                    }
                }
            }
        }
    }

    /// <summary>Fetches what is read in a moment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Now(ref int value)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref value));
        }
    }

    [InlineArray(MaxStreams)]
    private struct Streams
    {
        private (nint Address, int Bytes) _first;
    }
}
