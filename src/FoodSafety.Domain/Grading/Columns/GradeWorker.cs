using System.Collections.Immutable;
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

    // Where the registers of the planes beyond the first eight begin; none for most policies.
    private nint[] _rest = [];

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
    public void Reset()
    {
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
        var taken = _moves.AsSpan(0, _moveCount).ToArray();
        _moveCount = 0;
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
        FindRest(errand);
        var lines = LogLines(errand, firstWord, words, room, ahead ? Prefetch.Of(errand, firstWord + words, words) : default);
        Count(errand.Program, _machine[MaskProgram.Everybody][..words], _known.AsSpan(0, words));
        if (lines > 0)
        {
            NoteMoves(errand, lines, room);
            _log.Keep(errand.Beside, lines);
        }
    }

    /// <summary>Lays the planes of each word side by side as its line is to be, and logs the lines that differ from what stands.</summary>
    /// <returns>How many lines were logged; beside each stand its word, and in <see cref="_moved"/> the rows that moved.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int LogLines(GradeErrand errand, int firstWord, int words, RedoLog.Room room, in Prefetch prefetch)
    {
        var stride = errand.Beside.Stride;
        var planes = errand.Program.Planes;
        // The registers follow each other, each a block long.
        ref var registers = ref MemoryMarshal.GetReference(_machine[0]);
        ref var p0 = ref Unsafe.Add(ref registers, PlaceOf(planes, 0));
        ref var p1 = ref Unsafe.Add(ref registers, PlaceOf(planes, 1));
        ref var p2 = ref Unsafe.Add(ref registers, PlaceOf(planes, 2));
        ref var p3 = ref Unsafe.Add(ref registers, PlaceOf(planes, 3));
        ref var p4 = ref Unsafe.Add(ref registers, PlaceOf(planes, 4));
        ref var p5 = ref Unsafe.Add(ref registers, PlaceOf(planes, 5));
        ref var p6 = ref Unsafe.Add(ref registers, PlaceOf(planes, 6));
        ref var p7 = ref Unsafe.Add(ref registers, PlaceOf(planes, 7));
        ref var everybody = ref MemoryMarshal.GetReference(_machine[MaskProgram.Everybody]);
        ref var standing = ref MemoryMarshal.GetReference(errand.Beside.Lines.Slice(firstWord * stride, words * stride));
        ref var known = ref MemoryMarshal.GetArrayDataReference(_known);
        ref var moved = ref MemoryMarshal.GetArrayDataReference(_moved);
        ref var logged = ref room.Lines;
        ref var wordOf = ref room.Words;
        var (lowCodes, highCodes) = (CodePlanes(0), CodePlanes(4));
        nint lines = 0;
        unchecked
        {
            for (nint word = 0; word < words; word++)
            {
                prefetch.Next(word);
                var graded = Unsafe.Add(ref everybody, word);
                var rows = Vector256.Create(graded);
                var low = Vector256.Create(Unsafe.Add(ref p0, word), Unsafe.Add(ref p1, word), Unsafe.Add(ref p2, word), Unsafe.Add(ref p3, word));
                var high = Vector256.Create(Unsafe.Add(ref p4, word), Unsafe.Add(ref p5, word), Unsafe.Add(ref p6, word), Unsafe.Add(ref p7, word));
                var (lowStood, highStood) = (Load(ref standing, word * stride), Load(ref standing, word * stride + 4));
                var (lowDiffers, highDiffers) = ((lowStood ^ low) & rows, (highStood ^ high) & rows);

                // Written in any case, and written over by the next line where nothing differs: a branch here would be guessed wrong too often.
                (lowStood ^ lowDiffers).StoreUnsafe(ref logged, (nuint)(lines * stride));
                (highStood ^ highDiffers).StoreUnsafe(ref logged, (nuint)(lines * stride + 4));
                var had = Fold((lowStood & lowCodes) | (highStood & highCodes)) & graded;
                var goes = Fold((lowDiffers & lowCodes) | (highDiffers & highCodes));
                var differs = (lowDiffers | highDiffers) != Vector256<ulong>.Zero;
                if (stride > SlotPlanes.LineUnit)
                {
                    differs |= LogRest(ref Unsafe.Add(ref registers, word), graded, ref Unsafe.Add(ref standing, word * stride), ref Unsafe.Add(ref logged, lines * stride));
                }

                Unsafe.Add(ref known, word) = had;
                Unsafe.Add(ref moved, lines) = goes & had;
                Unsafe.Add(ref wordOf, lines) = firstWord + (int)word;
                lines += differs ? 1 : 0;
            }
        }

        return (int)lines;
    }

    /// <summary>
    /// The same for the planes beyond the first eight of one word: bits of the clause alone, since a scale has at most 64 grades, of which
    /// the number takes seven. Policies of more than 31 clauses have such planes.
    /// </summary>
    /// <returns>Whether a row's clause became another.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool LogRest(ref ulong registersAtWord, ulong graded, ref ulong standing, ref ulong logged)
    {
        var any = 0UL;
        ref var place = ref MemoryMarshal.GetArrayDataReference(_rest);
        for (nint i = 0; i < _rest.Length; i++)
        {
            var stood = Unsafe.Add(ref standing, i + SlotPlanes.LineUnit);
            var differs = (stood ^ Unsafe.Add(ref registersAtWord, Unsafe.Add(ref place, i))) & graded;
            Unsafe.Add(ref logged, i + SlotPlanes.LineUnit) = stood ^ differs;
            any |= differs;
        }

        return any != 0;
    }

    private void FindRest(GradeErrand errand)
    {
        var rest = errand.Beside.Stride - SlotPlanes.LineUnit;
        if (_rest.Length != rest)
        {
            _rest = new nint[rest];
        }

        for (var i = 0; i < rest; i++)
        {
            _rest[i] = PlaceOf(errand.Program.Planes, i + SlotPlanes.LineUnit);
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
        var count = 0;
        unchecked
        {
            for (nint line = 0; line < lines; line++)
            {
                var moved = _moved[line];
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
        var (stride, codeMask) = (errand.Beside.Stride, (1 << _codeBits) - 1);
        ref var pair = ref MemoryMarshal.GetArrayDataReference(_pairs);
        ref var standing = ref MemoryMarshal.GetReference(errand.Beside.Lines);
        unchecked
        {
            for (nint line = 0; line < lines; line++)
            {
                nint word = Unsafe.Add(ref wordOf, line);
                ref var was = ref Unsafe.Add(ref standing, word * stride);
                ref var now = ref Unsafe.Add(ref room.Lines, line * stride);
                for (var rest = _moved[line]; rest != 0; rest &= rest - 1)
                {
                    var bit = BitOperations.TrailingZeroCount(rest);
                    var (from, to) = (NumberAt(ref was, stride, bit), NumberAt(ref now, stride, bit));
                    move = new RawMove(Unsafe.Add(ref rows, word * 64 + bit), from, to);
                    move = ref Unsafe.Add(ref move, 1);
                    Unsafe.Add(ref pair, ((from & codeMask) << _codeBits) | (to & codeMask))++;
                }
            }
        }
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
    private static uint EightAt(ref ulong planes, int bit) => Vector512.IsHardwareAccelerated
        ? (uint)Vector512.ShiftLeft(Vector512.LoadUnsafe(ref planes), 63 - bit).ExtractMostSignificantBits()
        : Vector256.ShiftLeft(Vector256.LoadUnsafe(ref planes), 63 - bit).ExtractMostSignificantBits()
            | (Vector256.ShiftLeft(Vector256.LoadUnsafe(ref planes, 4), 63 - bit).ExtractMostSignificantBits() << 4);

    /// <summary>Where the register with a plane of the outcome begins; that of a plane which the policy does not need is empty.</summary>
    private static nint PlaceOf(ImmutableArray<int> planes, int plane) =>
        (plane < planes.Length ? planes[plane] : MaskProgram.Nobody) * MaskMachine.BlockWords;

    /// <summary>All bits in those of four planes that hold the number of the outcome; the others hold that of the clause.</summary>
    private Vector256<ulong> CodePlanes(int first) => Vector256.Create(
        first < _codeBits ? ulong.MaxValue : 0, first + 1 < _codeBits ? ulong.MaxValue : 0,
        first + 2 < _codeBits ? ulong.MaxValue : 0, first + 3 < _codeBits ? ulong.MaxValue : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Load(ref ulong words, nint index) => Vector256.LoadUnsafe(ref words, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(Vector256<ulong> planes)
    {
        var half = planes.GetLower() | planes.GetUpper();
        return half.ToScalar() | half.GetElement(1);
    }
}
