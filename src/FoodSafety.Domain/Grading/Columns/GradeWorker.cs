using System.Numerics;
using System.Runtime.CompilerServices;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Grades blocks of rows for one thread, counts what became of them and notes who moved.</summary>
internal sealed class GradeWorker
{
    private readonly MaskMachine _machine;
    private readonly int _codeBits;
    private readonly int _codes;
    private readonly ulong[] _changed = new ulong[MaskMachine.BlockWords];
    private readonly ulong[] _known = new ulong[MaskMachine.BlockWords];
    private int[] _slots = new int[64];
    private RawMove[] _moves = new RawMove[64];
    private int _moveCount;

    public GradeWorker(FactTable table, int grades, LaneWidth width)
    {
        _machine = new MaskMachine(table, width);
        _codeBits = Outcome.CodeBits(grades);
        _codes = grades + 2;
        Matrix = new long[_codes * _codes];
    }

    public LaneWidth Width => _machine.Width;

    /// <summary>The counts since the last <see cref="Reset"/>.</summary>
    public long[] Matrix { get; }

    public void Reset()
    {
        Array.Clear(Matrix);
        _moveCount = 0;
    }

    /// <summary>The moves since they were taken last.</summary>
    public RawMove[] TakeMoves()
    {
        var taken = _moves.AsSpan(0, _moveCount).ToArray();
        _moveCount = 0;
        return taken;
    }

    /// <summary>Grades some words of a segment.</summary>
    /// <param name="errand">The segment.</param>
    /// <param name="firstWord">The first word of 64 rows.</param>
    /// <param name="words">How many words, a block at most.</param>
    /// <param name="only">The rows of each word to grade; empty for all.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Grade(GradeErrand errand, int firstWord, int words, ReadOnlySpan<ulong> only)
    {
        _machine.Run(errand.Program, errand.Columns, errand.Segment, firstWord, words, only);
        var changed = _changed.AsSpan(0, words);
        var known = _known.AsSpan(0, words);
        changed.Clear();
        known.Clear();
        ReadOnlySpan<ulong> rows = _machine[MaskProgram.Everybody][..words];
        for (var plane = 0; plane < errand.Beside.Planes; plane++)
        {
            var old = errand.Beside[plane].Slice(firstWord, words);
            var next = errand.Beside.Next(plane).Slice(firstWord, words);
            var found = _machine[plane < errand.Program.Planes.Length ? errand.Program.Planes[plane] : MaskProgram.Nobody][..words];
            if (only.IsEmpty)
            {
                Masks.Store(found, rows, next);
            }
            else
            {
                Masks.Store(found, rows, old, next);
            }

            if (plane < _codeBits)
            {
                Masks.Compare(old, next, changed, known);
            }
        }

        Count(errand.Program, rows, known);
        NoteMoves(errand, firstWord, changed, known);
    }

    /// <summary>Counts outcomes as if every row that had one stayed; the rows that moved are set right one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(MaskProgram program, ReadOnlySpan<ulong> rows, Span<ulong> known)
    {
        var restOfAll = Masks.Count(rows, rows);
        var restOfKnown = Masks.Count(known, rows);
        var (allKnown, noneKnown) = (restOfKnown == restOfAll, restOfKnown == 0);
        if (!allKnown && !noneKnown)
        {
            Masks.Store(known, rows, known);
        }

        var codes = program.Codes;
        for (var i = 0; i < codes.Length; i++)
        {
            // The last outcome has the rows that no other has.
            var found = _machine[codes[i].Register];
            var all = i == codes.Length - 1 ? restOfAll : Masks.Count(found, rows);
            var stayed = allKnown ? all : noneKnown ? 0 : i == codes.Length - 1 ? restOfKnown : Masks.Count(found, known);
            restOfAll -= all;
            restOfKnown -= stayed;
            Matrix[codes[i].Code] += all - stayed;
            Matrix[codes[i].Code * _codes + codes[i].Code] += stayed;
        }
    }

    /// <summary>Notes the rows of which the outcome became another: first where they stand, then, plane by plane, what they were and are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NoteMoves(GradeErrand errand, int firstWord, ReadOnlySpan<ulong> changed, ReadOnlySpan<ulong> known)
    {
        var count = Masks.Count(changed, known);
        if (count == 0)
        {
            return;
        }

        var first = _moveCount;
        _moveCount += count;
        if (_moveCount > _moves.Length)
        {
            Array.Resize(ref _moves, Math.Max(_moveCount, _moves.Length * 2));
            Array.Resize(ref _slots, _moves.Length);
        }

        var moves = _moves.AsSpan(first, count);
        var slots = _slots.AsSpan(first, count);
        FindSlots(changed, known, firstWord * 64, slots);
        var segmentRows = errand.Segment.Rows;
        for (var i = 0; i < moves.Length; i++)
        {
            moves[i] = new RawMove(segmentRows[slots[i]], 0, 0);
        }

        for (var plane = 0; plane < errand.Beside.Planes; plane++)
        {
            ReadOnlySpan<ulong> old = errand.Beside[plane];
            ReadOnlySpan<ulong> next = errand.Beside.Next(plane);
            for (var i = 0; i < moves.Length; i++)
            {
                var slot = slots[i];
                moves[i].From |= (int)((old[slot >> 6] >> slot) & 1) << plane;
                moves[i].To |= (int)((next[slot >> 6] >> slot) & 1) << plane;
            }
        }

        foreach (var move in moves)
        {
            var (from, to) = (Outcome.Unpack(move.From, _codeBits).Code, Outcome.Unpack(move.To, _codeBits).Code);
            Matrix[to * _codes + to]--;
            Matrix[from * _codes + to]++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindSlots(ReadOnlySpan<ulong> changed, ReadOnlySpan<ulong> known, int firstSlot, Span<int> slots)
    {
        var found = 0;
        for (var word = 0; word < changed.Length; word++)
        {
            for (var rest = changed[word] & known[word]; rest != 0; rest &= rest - 1)
            {
                slots[found++] = firstSlot + word * 64 + BitOperations.TrailingZeroCount(rest);
            }
        }
    }
}
