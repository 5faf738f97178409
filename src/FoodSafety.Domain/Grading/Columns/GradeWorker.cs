using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Grades blocks of rows for one thread, counts what became of them and notes who moved.</summary>
/// <remarks>It writes nothing but its own log: what it found becomes the standing decisions when the log is applied.</remarks>
internal sealed class GradeWorker
{
    private readonly MaskMachine _machine;
    private readonly int _codeBits;
    private readonly int _codes;
    private readonly RedoLog _log = new();

    // Of each plane of a line where its register begins, and all ones where it belongs to the outcome's number and not to the clause's.
    private nint[] _places = [];
    private ulong[] _codePlanes = [];

    // The rows of each word that had an outcome, of those that are graded.
    private readonly ulong[] _known = new ulong[MaskMachine.BlockWords];

    // The rows of each logged line that went from one outcome to another.
    private readonly ulong[] _moved = new ulong[MaskMachine.BlockWords];

    // How many went from which code to which since the reset, the two codes' bits one after the other.
    private readonly long[] _pairs;
    private readonly long[] _stayed;
    private readonly long[] _begun;
    private RawMove[] _moves = new RawMove[64];
    private int _moveCount;
    private readonly List<RawMove> _otherReasons = [];
    private ReasonMap? _reasons;

    public GradeWorker(FactTable table, int grades, LaneWidth width)
    {
        _machine = new MaskMachine(table, width);
        _codeBits = Outcome.CodeBits(grades);
        _codes = grades + 2;
        (_stayed, _begun) = (new long[_codes], new long[_codes]);
        _pairs = new long[1 << (2 * _codeBits)];
    }

    public LaneWidth Width => _machine.Width;

    /// <summary>Begins a pass: nothing is counted or noted. Nothing is logged either, for a worker is used again only when it was settled.</summary>
    /// <param name="reasons">By which the rows are found that go from one reason for no grade to another; null where none can.</param>
    public void Reset(ReasonMap? reasons)
    {
        _reasons = reasons;
        _otherReasons.Clear();
        Array.Clear(_stayed);
        Array.Clear(_begun);
        Array.Clear(_pairs);
        _moveCount = 0;
    }

    /// <summary>Makes what was found since the reset the standing decisions, or forgets it.</summary>
    public void Settle(bool accept)
    {
        if (accept)
        {
            _log.Apply();
        }
        else
        {
            _log.Drop();
        }
    }

    /// <summary>Adds the counts since the reset to a matrix: row by row what they were, column by column what they are.</summary>
    public void AddTo(long[] matrix)
    {
        for (var code = 0; code < _codes; code++)
        {
            matrix[code] += _begun[code];
            matrix[code * _codes + code] += _stayed[code];
            for (var from = 0; from < _codes; from++)
            {
                // Those who moved were counted among those who stayed, with the outcome that they have now.
                var moved = _pairs[(from << _codeBits) | code];
                matrix[code * _codes + code] -= moved;
                matrix[from * _codes + code] += moved;
            }
        }
    }

    /// <summary>The moves since they were taken last.</summary>
    public RawMove[] TakeMoves()
    {
        // Written whole in a moment: to zero it first would cost as much again.
        var taken = GC.AllocateUninitializedArray<RawMove>(_moveCount);
        _moves.AsSpan(0, _moveCount).CopyTo(taken);
        _moveCount = 0;
        return taken;
    }

    /// <summary>The rows that went from one reason for no grade to another since they were taken last.</summary>
    public RawMove[] TakeReasons()
    {
        RawMove[] taken = [.. _otherReasons];
        _otherReasons.Clear();
        return taken;
    }

    /// <summary>Grades some words of a segment.</summary>
    /// <param name="errand">The segment.</param>
    /// <param name="firstWord">The first word of 64 rows.</param>
    /// <param name="words">How many words, a block at most.</param>
    /// <param name="only">The rows of each word to grade; empty for all.</param>
    /// <param name="ahead">Whether to fetch the block behind this one into the caches meanwhile.</param>
    public void Grade(GradeErrand errand, int firstWord, int words, ReadOnlySpan<ulong> only, bool ahead = false)
    {
        _machine.Run(errand.Program, errand.Columns, errand.Segment, firstWord, words, only);
        var room = _log.Reserve(words, errand.Beside.Stride);
        FindPlanes(errand);
        var lines = LogLines(errand, firstWord, words, room, ahead ? Prefetch.Of(errand, firstWord + words, words) : default);
        Count(errand.Program, _machine[MaskProgram.Everybody][..words], _known.AsSpan(0, words));
        if (lines > 0)
        {
            NoteMoves(errand, lines, room);
            if (_reasons is { IsIdentity: true })
            {
                NoteReasonsOfLines(errand, lines, room);
            }

            _log.Keep(errand.Beside, lines);
        }

        if (_reasons is { IsIdentity: false })
        {
            NoteReasonsOfWords(errand, firstWord, words);
        }
    }

    private int LogLines(GradeErrand errand, int firstWord, int words, RedoLog.Room room, in Prefetch prefetch) => Width switch
    {
        LaneWidth.Bits512 => LogLines<Wide512>(errand, firstWord, words, room, prefetch),
        LaneWidth.Bits256 => LogLines<Wide256>(errand, firstWord, words, room, prefetch),
        LaneWidth.Bits128 => LogLines<Wide128>(errand, firstWord, words, room, prefetch),
        LaneWidth.Scalar => LogLines<Wide64>(errand, firstWord, words, room, prefetch),
    };

    /// <summary>Lays the planes of each word side by side as its line is to be, and logs the lines that differ from what stands.</summary>
    /// <returns>How many lines were logged; beside each stand its word, and in <see cref="_moved"/> the rows that moved.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int LogLines<TWide>(GradeErrand errand, int firstWord, int words, RedoLog.Room room, in Prefetch prefetch) where TWide : struct, IWide<TWide>
    {
        nint stride = errand.Beside.Stride;
        // The registers follow each other, each a block long.
        ref var registers = ref MemoryMarshal.GetReference(_machine[0]);
        ref var everybody = ref MemoryMarshal.GetReference(_machine[MaskProgram.Everybody]);
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        ref var codes = ref MemoryMarshal.GetArrayDataReference(_codePlanes);
        ref var standing = ref MemoryMarshal.GetReference(errand.Beside.Lines.Slice(firstWord * errand.Beside.Stride, words * errand.Beside.Stride));
        ref var known = ref MemoryMarshal.GetArrayDataReference(_known);
        ref var moved = ref MemoryMarshal.GetArrayDataReference(_moved);
        ref var logged = ref room.Lines;
        ref var wordOf = ref room.Words;
        nint lines = 0;
        unchecked
        {
            for (nint word = 0; word < words; word++)
            {
                prefetch.Next(word);
                var graded = Unsafe.Add(ref everybody, word);
                var rows = TWide.Repeat(graded);
                var (had, goes, differs) = (TWide.Repeat(0), TWide.Repeat(0), TWide.Repeat(0));
                for (nint plane = 0; plane < stride; plane += TWide.Words)
                {
                    var now = TWide.Gather(ref Unsafe.Add(ref registers, word), ref Unsafe.Add(ref places, plane));
                    var stood = TWide.Load(ref standing, plane);
                    var differ = (stood ^ now) & rows;

                    // Written in any case, and written over by the next line where nothing differs: a branch here would be guessed wrong too often.
                    (stood ^ differ).Store(ref logged, plane);
                    var code = TWide.Load(ref codes, plane);
                    had |= stood & code;
                    goes |= differ & code;
                    differs |= differ;
                }

                var hadOne = had.Any() & graded;
                Unsafe.Add(ref known, word) = hadOne;
                Unsafe.Add(ref moved, lines) = goes.Any() & hadOne;
                Unsafe.Add(ref wordOf, lines) = firstWord + (int)word;
                standing = ref Unsafe.Add(ref standing, stride);
                var step = differs.Any() != 0 ? 1 : 0;
                lines += step;
                logged = ref Unsafe.Add(ref logged, step * stride);
            }
        }

        return (int)lines;
    }

    private void FindPlanes(GradeErrand errand)
    {
        var stride = errand.Beside.Stride;
        if (_places.Length < stride)
        {
            (_places, _codePlanes) = (new nint[stride], new ulong[stride]);
            _codePlanes.AsSpan(0, _codeBits).Fill(ulong.MaxValue);
        }

        var planes = errand.Program.Planes;
        for (var plane = 0; plane < stride; plane++)
        {
            // The register of a plane which the policy does not need is empty.
            _places[plane] = (plane < planes.Length ? planes[plane] : MaskProgram.Nobody) * MaskMachine.BlockWords;
        }
    }

    /// <summary>Counts outcomes as if every row that had one stayed; the rows that moved are set right when the counts are added up.</summary>
    private void Count(MaskProgram program, ReadOnlySpan<ulong> rows, ReadOnlySpan<ulong> known)
    {
        var restOfAll = Masks.Count(rows, rows);
        var (allKnown, noneKnown) = (known.SequenceEqual(rows), !known.ContainsAnyExcept(0UL));
        var restOfKnown = allKnown ? restOfAll : noneKnown ? 0 : Masks.Count(known, known);
        var codes = program.Codes;
        for (var i = 0; i < codes.Length; i++)
        {
            // The last outcome has the rows that no other has.
            var found = _machine[codes[i].Register];
            var all = i == codes.Length - 1 ? restOfAll : Masks.Count(found, rows);
            var stayed = allKnown ? all : noneKnown ? 0 : i == codes.Length - 1 ? restOfKnown : Masks.Count(found, known);
            restOfAll -= all;
            restOfKnown -= stayed;
            _begun[codes[i].Code] += all - stayed;
            _stayed[codes[i].Code] += stayed;
        }
    }

    /// <summary>Notes the rows of the logged lines of which the outcome became another, with what they were and what they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NoteMoves(GradeErrand errand, int lines, RedoLog.Room room)
    {
        ref var rows = ref MemoryMarshal.GetReference(errand.Segment.Rows);
        ref var wordOf = ref room.Words;
        ref var movedOf = ref MemoryMarshal.GetArrayDataReference(_moved);
        var count = 0;
        unchecked
        {
            for (nint line = 0; line < lines; line++)
            {
                var moved = Unsafe.Add(ref movedOf, line);
                count += BitOperations.PopCount(moved);

                // The numbers of the rows lie apart: the first and the last that moved bring most of what the loop below reads.
                ref var rowsOfWord = ref Unsafe.Add(ref rows, Unsafe.Add(ref wordOf, line) * 64);
                Prefetch.Now(ref Unsafe.Add(ref rowsOfWord, BitOperations.TrailingZeroCount(moved) & 63));
                Prefetch.Now(ref Unsafe.Add(ref rowsOfWord, (63 - BitOperations.LeadingZeroCount(moved)) & 63));
            }
        }

        if (count == 0)
        {
            return;
        }

        if (_moveCount + count > _moves.Length)
        {
            Array.Resize(ref _moves, Math.Max(_moveCount + count, _moves.Length * 2));
        }

        ref var move = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_moves), _moveCount);
        _moveCount += count;
        var (stride, codeBits, codeMask) = (errand.Beside.Stride, _codeBits, (1 << _codeBits) - 1);
        ref var pair = ref MemoryMarshal.GetArrayDataReference(_pairs);
        ref var standing = ref MemoryMarshal.GetReference(errand.Beside.Lines);
        unchecked
        {
            for (nint line = 0; line < lines; line++)
            {
                nint word = Unsafe.Add(ref wordOf, line);
                ref var was = ref Unsafe.Add(ref standing, word * stride);
                ref var now = ref Unsafe.Add(ref room.Lines, line * stride);
                for (var rest = Unsafe.Add(ref movedOf, line); rest != 0; rest &= rest - 1)
                {
                    var bit = BitOperations.TrailingZeroCount(rest);
                    var (from, to) = (NumberAt(ref was, stride, bit), NumberAt(ref now, stride, bit));
                    move = new RawMove(Unsafe.Add(ref rows, word * 64 + bit), from, to);
                    move = ref Unsafe.Add(ref move, 1);
                    Unsafe.Add(ref pair, ((from & codeMask) << codeBits) | (to & codeMask))++;
                }
            }
        }
    }

    /// <summary>Where every reason keeps its number, only rows of lines that were logged can have another.</summary>
    private void NoteReasonsOfLines(GradeErrand errand, int lines, RedoLog.Room room)
    {
        var stride = errand.Beside.Stride;
        var logged = MemoryMarshal.CreateReadOnlySpan(ref room.Lines, lines * stride);
        var wordOf = MemoryMarshal.CreateReadOnlySpan(ref room.Words, lines);
        for (var line = 0; line < lines; line++)
        {
            var now = logged.Slice(line * stride, stride);
            NoteReasons(errand, wordOf[line], now, NotGraded(now));
        }
    }

    /// <summary>Where reasons have other numbers than before, one that keeps the number may be another: every word is looked at that has rows without a grade.</summary>
    private void NoteReasonsOfWords(GradeErrand errand, int firstWord, int words)
    {
        var program = errand.Program;
        var code = program.Codes.FirstOrDefault(code => code.Code == _codes - 1);
        if (code.Code == 0)
        {
            return;
        }

        Span<ulong> now = stackalloc ulong[errand.Beside.Stride];
        for (var word = 0; word < words; word++)
        {
            var rows = _machine[code.Register][word] & _machine[MaskProgram.Everybody][word];
            if (rows == 0)
            {
                continue;
            }

            for (var plane = 0; plane < now.Length; plane++)
            {
                now[plane] = plane < program.Planes.Length ? _machine[program.Planes[plane]][word] : 0;
            }

            NoteReasons(errand, firstWord + word, now, rows);
        }
    }

    /// <summary>Notes those of some rows without a grade that had none before, for another reason.</summary>
    private void NoteReasons(GradeErrand errand, int word, ReadOnlySpan<ulong> now, ulong rows)
    {
        var was = errand.Beside.Lines.Slice(word * now.Length, now.Length);
        rows &= NotGraded(was);
        if (_reasons!.IsIdentity)
        {
            rows &= OfOtherClause(was, now);
        }

        for (; rows != 0; rows &= rows - 1)
        {
            var bit = BitOperations.TrailingZeroCount(rows);
            var (from, to) = (NumberAt(ref MemoryMarshal.GetReference(was), now.Length, bit), NumberAt(ref MemoryMarshal.GetReference(now), now.Length, bit));
            if (_reasons.IsMove(from >> _codeBits, to >> _codeBits))
            {
                _otherReasons.Add(new RawMove(errand.Segment.Rows[word * 64 + bit], from, to));
            }
        }
    }

    private ulong OfOtherClause(ReadOnlySpan<ulong> was, ReadOnlySpan<ulong> now)
    {
        var rows = 0UL;
        for (var plane = _codeBits; plane < now.Length; plane++)
        {
            rows |= was[plane] ^ now[plane];
        }

        return rows;
    }

    /// <summary>The rows of a line that have no grade, for a reason.</summary>
    private ulong NotGraded(ReadOnlySpan<ulong> line)
    {
        var rows = ulong.MaxValue;
        for (var plane = 0; plane < _codeBits; plane++)
        {
            rows &= (((_codes - 1) >> plane) & 1) != 0 ? line[plane] : ~line[plane];
        }

        return rows;
    }

    /// <summary>The number of one row: bit b of it is the row's bit in plane b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NumberAt(ref ulong line, int stride, int bit)
    {
        unchecked
        {
            var number = EightAt(ref line, bit);
            for (var unit = SlotPlanes.LineUnit; unit < stride; unit += SlotPlanes.LineUnit)
            {
                number |= EightAt(ref Unsafe.Add(ref line, unit), bit) << unit;
            }

            return (int)number;
        }
    }

    /// <summary>A row's bits in eight planes: shifted to the top, one instruction collects them where vectors are wide enough, else two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint EightAt(ref ulong planes, int bit)
    {
        unchecked
        {
            return Vector512.IsHardwareAccelerated
                ? (uint)Vector512.ShiftLeft(Vector512.LoadUnsafe(ref planes), 63 - bit).ExtractMostSignificantBits()
                : Vector256.ShiftLeft(Vector256.LoadUnsafe(ref planes), 63 - bit).ExtractMostSignificantBits()
                    | (Vector256.ShiftLeft(Vector256.LoadUnsafe(ref planes, 4), 63 - bit).ExtractMostSignificantBits() << 4);
        }
    }
}
