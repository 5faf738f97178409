using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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
    private readonly int[] _words = new int[MaskMachine.BlockWords];
    private ulong[] _old = [];
    private ulong[] _new = [];
    private int _stride;
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

    /// <summary>Notes the rows of which the outcome became another, with what they were and what they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NoteMoves(GradeErrand errand, int firstWord, ReadOnlySpan<ulong> changed, ReadOnlySpan<ulong> known)
    {
        var count = Masks.Count(changed, known);
        if (count == 0)
        {
            return;
        }

        if (_moveCount + count > _moves.Length)
        {
            Array.Resize(ref _moves, Math.Max(_moveCount + count, _moves.Length * 2));
        }

        var words = FindWords(changed, known);
        GatherPlanes(errand.Beside, firstWord, words);
        ReadOnlySpan<int> rows = errand.Segment.Rows[(firstWord * 64)..];
        var moves = _moves.AsSpan(_moveCount, count);
        _moveCount += count;
        var (matrix, codes, codeMask) = (Matrix, _codes, (1 << _codeBits) - 1);
        var noted = 0;
        var side = 0;
        foreach (var word in words)
        {
            for (var rest = changed[word] & known[word]; rest != 0; rest &= rest - 1)
            {
                var bit = BitOperations.TrailingZeroCount(rest);
                var move = new RawMove(rows[word * 64 + bit], BitAcross(_old, side, bit), BitAcross(_new, side, bit));
                var (from, to) = (move.From & codeMask, move.To & codeMask);
                matrix[to * codes + to]--;
                matrix[from * codes + to]++;
                moves[noted++] = move;
            }

            side += _stride;
        }
    }

    /// <summary>The words in which a row moved; found once, so that going through the planes needs no guessing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlySpan<int> FindWords(ReadOnlySpan<ulong> changed, ReadOnlySpan<ulong> known)
    {
        var found = 0;
        for (var word = 0; word < changed.Length; word++)
        {
            _words[found] = word;
            found += (changed[word] & known[word]) != 0 ? 1 : 0;
        }

        return _words.AsSpan(0, found);
    }

    /// <summary>Lays the planes of each word that has moves side by side, so that one bit of all of them is read at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GatherPlanes(SlotPlanes.Beside beside, int firstWord, ReadOnlySpan<int> words)
    {
        _stride = (beside.Planes + 3) & ~3;
        if (_old.Length < _stride * MaskMachine.BlockWords)
        {
            _old = new ulong[_stride * MaskMachine.BlockWords];
            _new = new ulong[_stride * MaskMachine.BlockWords];
        }

        var stride = _stride;
        for (var plane = 0; plane < beside.Planes; plane++)
        {
            ReadOnlySpan<ulong> old = beside[plane][firstWord..];
            ReadOnlySpan<ulong> next = beside.Next(plane)[firstWord..];
            var oldSide = _old.AsSpan(plane);
            var newSide = _new.AsSpan(plane);
            var side = 0;
            foreach (var word in words)
            {
                oldSide[side] = old[word];
                newSide[side] = next[word];
                side += stride;
            }
        }
    }

    /// <summary>The number of one row: bit b of it is the row's bit in plane b. Shifted to the top, four planes give it in one instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BitAcross(ulong[] planes, int first, int bit)
    {
        var number = 0u;
        for (var plane = 0; plane < _stride; plane += 4)
        {
            var words = Vector256.LoadUnsafe(ref planes[first], (nuint)plane);
            number |= Vector256.ShiftLeft(words, 63 - bit).ExtractMostSignificantBits() << plane;
        }

        return (int)number;
    }
}
