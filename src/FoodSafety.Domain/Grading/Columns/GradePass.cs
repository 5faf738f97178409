using System.Numerics;
using System.Runtime.ExceptionServices;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Grades the rows of a table: all of them, or some words of 64 rows.</summary>
/// <remarks>
/// Everything is prepared beside the standing decisions and accepted at the end, so a pass that throws or is cancelled
/// changes nothing.
/// </remarks>
internal sealed class GradePass<TGrade> where TGrade : struct, Enum
{
    // 65,536 rows: enough to make a thread's errand worth while, and little enough to cancel and to share out.
    private const int ChunkWords = 1024;

    // A run over one word costs about an eighth of a run over a whole block.
    private const int RunsPerBlock = 8;

    private readonly Grader<TGrade> _grader;
    private readonly GradeSheet<TGrade> _sheet;
    private readonly GradingOptions _options;
    private readonly LaneWidth _width;
    private readonly int _grades;
    private readonly int _codeBits;

    public GradePass(Grader<TGrade> grader, GradeSheet<TGrade> sheet, GradingOptions options, LaneWidth width)
    {
        _grader = grader;
        _sheet = sheet;
        _options = options;
        _width = width;
        _grades = sheet.Scale.Count;
        _codeBits = Outcome.CodeBits(_grades);
        sheet.Planes.Widen(_codeBits + Outcome.ClauseBits(grader.Policy.Clauses.Length));
    }

    /// <summary>Grades every row.</summary>
    /// <param name="accept">False to count what would become of the rows, and leave the standing decisions as they are.</param>
    public GradeTally GradeAll(bool accept = true)
    {
        var chunks = new List<Part>();
        foreach (var segment in _sheet.Table.Segments)
        {
            var part = Prepare(segment);
            var words = (segment.Count + 63) >> 6;
            for (var word = 0; word < words; word += ChunkWords)
            {
                chunks.Add(part with { FirstWord = word, Words = Math.Min(ChunkWords, words - word) });
            }
        }

        var tally = Run(chunks);
        foreach (var segment in accept ? _sheet.Table.Segments : [])
        {
            _sheet.Planes.Of(segment).Accept();
        }

        return tally;
    }

    /// <summary>Grades some rows and no other; where they stand close together, as fast as all of them.</summary>
    /// <param name="rows">The rows.</param>
    public GradeTally GradeSome(IEnumerable<int> rows)
    {
        var only = new Dictionary<FactSegment, ulong[]>();
        foreach (var row in rows)
        {
            var (segment, slot) = _sheet.Table.PlaceOf(row);
            if (!only.TryGetValue(segment, out var mask))
            {
                only.Add(segment, mask = new ulong[(segment.Count + 63) >> 6]);
            }

            mask[slot >> 6] |= 1UL << slot;
        }

        var machine = Rent();
        var tally = new GradeTally(_grades);
        // In the table's own order, so that the result does not depend on the order of the rows.
        foreach (var segment in _sheet.Table.Segments)
        {
            if (only.TryGetValue(segment, out var mask))
            {
                GradeMarked(machine, Prepare(segment), mask, tally);
            }
        }

        _sheet.Machines.Add(machine);
        foreach (var (segment, mask) in only)
        {
            var beside = _sheet.Planes.Of(segment);
            for (var word = 0; word < mask.Length; word++)
            {
                if (mask[word] != 0)
                {
                    beside.Accept(word);
                }
            }
        }

        return tally;
    }

    private void GradeMarked(MaskMachine machine, Part part, ulong[] mask, GradeTally tally)
    {
        for (var first = 0; first < mask.Length; first += MaskMachine.BlockWords)
        {
            _options.Cancellation.ThrowIfCancellationRequested();
            var words = Math.Min(MaskMachine.BlockWords, mask.Length - first);
            var marked = words - mask.AsSpan(first, words).Count(0UL);
            if (marked * RunsPerBlock > words)
            {
                GradeBlock(machine, part, first, words, mask.AsSpan(first, words), tally);
                continue;
            }

            for (var word = first; marked > 0; word++)
            {
                if (mask[word] != 0)
                {
                    GradeBlock(machine, part, word, 1, mask.AsSpan(word, 1), tally);
                    marked--;
                }
            }
        }
    }

    private MaskMachine Rent() =>
        _sheet.Machines.TryTake(out var machine) && machine.Width == _width ? machine : new MaskMachine(_sheet.Table, _width);

    private Part Prepare(FactSegment segment)
    {
        var program = _grader.ProgramFor(_sheet.Table.Schema, segment.Partition);
        foreach (var (fact, bytes) in program.Columns)
        {
            segment.ColumnOf(fact, bytes);
        }

        var beside = _sheet.Planes.Of(segment);
        beside.Prepare();
        return new Part(segment, program, beside, 0, 0);
    }

    private GradeTally Run(List<Part> chunks)
    {
        var total = new GradeTally(_grades);
        var moves = new List<RawMove>?[chunks.Count];
        var done = 0;
        var threads = Math.Min(_options.MaxThreads ?? Environment.ProcessorCount, chunks.Count);

        GradeTally Work(int i, MaskMachine machine, GradeTally counts)
        {
            var part = chunks[i];
            var mine = new GradeTally(_grades);
            for (var word = 0; word < part.Words; word += MaskMachine.BlockWords)
            {
                GradeBlock(machine, part, part.FirstWord + word, Math.Min(MaskMachine.BlockWords, part.Words - word), default, mine);
            }

            counts.AddCounts(mine);
            moves[i] = mine.Moves;
            _options.Progress?.Report(Interlocked.Add(ref done, Math.Min(part.Words * 64, part.Segment.Count - part.FirstWord * 64)));
            return counts;
        }

        if (threads <= 1)
        {
            var machine = Rent();
            for (var i = 0; i < chunks.Count; i++)
            {
                _options.Cancellation.ThrowIfCancellationRequested();
                Work(i, machine, total);
            }

            _sheet.Machines.Add(machine);
        }
        else
        {
            RunParallel(chunks.Count, threads, Work, total);
        }

        // In the order of the chunks, whichever thread did them: the result does not depend on the threads.
        foreach (var some in moves)
        {
            total.Moves.AddRange(some!);
        }

        return total;
    }

    private void RunParallel(int chunks, int threads, Func<int, MaskMachine, GradeTally, GradeTally> work, GradeTally total)
    {
        try
        {
            Parallel.For(
                0,
                chunks,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = _options.Cancellation },
                () => (Machine: Rent(), Counts: new GradeTally(_grades)),
                (i, _, local) => (local.Machine, work(i, local.Machine, local.Counts)),
                local =>
                {
                    _sheet.Machines.Add(local.Machine);
                    lock (total)
                    {
                        total.AddCounts(local.Counts);
                    }
                });
        }
        catch (AggregateException e)
        {
            // What a custom condition threw reaches the caller as with one thread.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private void GradeBlock(MaskMachine machine, Part part, int firstWord, int words, ReadOnlySpan<ulong> only, GradeTally tally)
    {
        machine.Run(part.Program, part.Segment, firstWord, words, only);
        Span<ulong> changed = stackalloc ulong[words];
        Span<ulong> known = stackalloc ulong[words];
        changed.Clear();
        known.Clear();
        ReadOnlySpan<ulong> rows = machine[MaskProgram.Everybody][..words];
        for (var plane = 0; plane < _sheet.Planes.Planes; plane++)
        {
            var old = part.Beside[plane].Slice(firstWord, words);
            var next = part.Beside.Next(plane).Slice(firstWord, words);
            var found = machine[plane < part.Program.Planes.Length ? part.Program.Planes[plane] : MaskProgram.Nobody][..words];
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

        Count(machine, part, rows, known, tally);
        for (var word = 0; word < words; word++)
        {
            for (var rest = changed[word] & known[word]; rest != 0; rest &= rest - 1)
            {
                Move(part, (firstWord + word) * 64 + BitOperations.TrailingZeroCount(rest), tally);
            }
        }
    }

    /// <summary>Counts outcomes as if every row that had one stayed; the rows that moved are set right one by one.</summary>
    private static void Count(MaskMachine machine, Part part, ReadOnlySpan<ulong> rows, Span<ulong> known, GradeTally tally)
    {
        var restOfAll = Masks.Count(rows, rows);
        var restOfKnown = Masks.Count(known, rows);
        var (allKnown, noneKnown) = (restOfKnown == restOfAll, restOfKnown == 0);
        if (!allKnown && !noneKnown)
        {
            Masks.Store(known, rows, known);
        }

        var codes = part.Program.Codes;
        for (var i = 0; i < codes.Length; i++)
        {
            // The last outcome has the rows that no other has.
            var found = machine[codes[i].Register];
            var all = i == codes.Length - 1 ? restOfAll : Masks.Count(found, rows);
            var stayed = allKnown ? all : noneKnown ? 0 : i == codes.Length - 1 ? restOfKnown : Masks.Count(found, known);
            restOfAll -= all;
            restOfKnown -= stayed;
            tally.Count(0, codes[i].Code, all - stayed);
            tally.Count(codes[i].Code, codes[i].Code, stayed);
        }
    }

    private void Move(Part part, int slot, GradeTally tally)
    {
        var (from, to) = (0, 0);
        var (word, bit) = (slot >> 6, slot & 63);
        for (var plane = 0; plane < _sheet.Planes.Planes; plane++)
        {
            from |= (int)((part.Beside[plane][word] >> bit) & 1) << plane;
            to |= (int)((part.Beside.Next(plane)[word] >> bit) & 1) << plane;
        }

        var (old, now) = (Outcome.Unpack(from, _codeBits).Code, Outcome.Unpack(to, _codeBits).Code);
        tally.Count(now, now, -1);
        tally.Count(old, now, 1);
        tally.Moves.Add(new RawMove(part.Segment.Rows[slot], from, to));
    }

    private sealed record Part(FactSegment Segment, MaskProgram Program, SlotPlanes.Beside Beside, int FirstWord, int Words);
}
