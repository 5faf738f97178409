using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>The lines of planes that a pass would change, as they are to become: written to their places when the pass is accepted, else dropped.</summary>
/// <remarks>
/// So a pass changes nothing until its end, whatever is thrown in it, and needs no second set of planes: most lines of most
/// passes stay as they are. Each thread has a log of its own and writes back what it computed itself, which still lies in the
/// caches nearest to it.
/// </remarks>
internal sealed class RedoLog
{
    // A first grading logs every line, once in the life of a sheet. What is larger than this is not kept for the next pass: 8 MB.
    private const int KeptWords = 1 << 20;

    private readonly List<Piece> _pieces = [];
    private readonly AlignedBuffer<ulong> _lines = new();
    private int[] _words = [];
    private int _stride;
    private int _count;

    /// <summary>Room for the lines of a block, behind what is logged; what is written there counts when it is kept.</summary>
    /// <param name="words">How many lines at most.</param>
    /// <param name="stride">How many words a line has; the same as long as something is logged.</param>
    public Room Reserve(int words, int stride)
    {
        _stride = stride;
        var needed = (_count + words) * stride;
        if (needed > _lines.Capacity)
        {
            _lines.Grow(Math.Max(needed, (int)Math.Min(_lines.Capacity * 2L, Array.MaxLength - SlotPlanes.LineUnit)));
        }

        if (_count + words > _words.Length)
        {
            Array.Resize(ref _words, Math.Max(_count + words, _words.Length * 2));
        }

        return new Room(_lines.Span.Slice(_count * stride, words * stride), _words.AsSpan(_count, words));
    }

    /// <summary>Keeps the first lines of the room that was reserved last.</summary>
    public void Keep(SlotPlanes.Beside beside, int lines)
    {
        if (lines > 0)
        {
            _pieces.Add(new Piece(beside, _count, lines));
            _count += lines;
        }
    }

    /// <summary>Writes all that is kept to its place, and forgets it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply()
    {
        foreach (var (beside, first, count) in _pieces)
        {
            ref var lines = ref MemoryMarshal.GetReference(beside.Lines);
            ref var logged = ref MemoryMarshal.GetReference(_lines.Span);
            for (var line = first; line < first + count; line++)
            {
                for (var unit = 0; unit < _stride; unit += SlotPlanes.LineUnit)
                {
                    Vector512.LoadUnsafe(ref logged, (nuint)(line * _stride + unit)).StoreUnsafe(ref lines, (nuint)(_words[line] * _stride + unit));
                }
            }
        }

        Drop();
    }

    /// <summary>Forgets all that is kept.</summary>
    public void Drop()
    {
        _pieces.Clear();
        _count = 0;
        if (_lines.Capacity > KeptWords)
        {
            _lines.Clear();
            _words = [];
        }
    }

    /// <summary>Where a block writes its lines, and beside each the word of rows to which it belongs.</summary>
    public readonly ref struct Room(Span<ulong> lines, Span<int> words)
    {
        public ref ulong Lines => ref MemoryMarshal.GetReference(_lines);

        public ref int Words => ref MemoryMarshal.GetReference(_words);

        private readonly Span<ulong> _lines = lines;
        private readonly Span<int> _words = words;
    }

    private readonly record struct Piece(SlotPlanes.Beside Beside, int First, int Count);
}
