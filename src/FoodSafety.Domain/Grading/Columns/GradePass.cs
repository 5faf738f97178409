using System.Runtime.ExceptionServices;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Grades the rows of a table, all or some, with as many threads as are worth while.</summary>
/// <remarks>
/// What would become of the rows is logged and written at the end, so a pass that throws or is cancelled changes nothing.
/// </remarks>
internal sealed class GradePass<TGrade> where TGrade : struct, Enum
{
    // 65,536 rows make a thread worth while.
    private const int WordsPerThread = 1024;

    // Tables with more rows lie outside the caches of today's processors.
    private const int RowsInCaches = 4_000_000;

    // A run over one word costs about an eighth of a run over a whole block.
    private const int RunsPerBlock = 8;

    private readonly GradeSheet<TGrade> _sheet;
    private readonly GradingOptions _options;
    private readonly List<GradeErrand> _errands;
    private readonly LaneWidth _width;
    private readonly ReasonMap? _reasons;

    /// <param name="grader">The policy to apply.</param>
    /// <param name="sheet">The standing decisions.</param>
    /// <param name="options">How.</param>
    /// <param name="width">How wide the vectors are.</param>
    /// <param name="before">The policy by which the standing decisions were made; null where there are none, or nobody asks who goes from one reason for no grade to another.</param>
    public GradePass(Grader<TGrade> grader, GradeSheet<TGrade> sheet, GradingOptions options, LaneWidth width, GradingPolicy<TGrade>? before = null)
    {
        _reasons = ReasonMap.Between(before, grader.Policy);
        _sheet = sheet;
        _options = options;
        _width = width;
        sheet.Planes.Widen(Outcome.CodeBits(sheet.Scale.Count) + Outcome.ClauseBits(grader.Policy.Clauses.Length));
        _errands = sheet.Errands.GetOrCreateValue(grader);
        var segments = sheet.Table.Segments;
        for (var i = _errands.Count; i < segments.Count; i++)
        {
            _errands.Add(new GradeErrand(segments[i], sheet.Planes));
        }

        var compiler = grader.CompilerFor(sheet.Table.Schema);
        foreach (var errand in _errands)
        {
            errand.Prepare(compiler);
        }
    }

    private int MostThreads => _options.MaxThreads ?? Environment.ProcessorCount;

    /// <summary>Grades every row.</summary>
    /// <param name="accept">False to count what would become of the rows, and leave the standing decisions as they are.</param>
    public GradeTally GradeAll(bool accept = true)
    {
        var blocks = Blocks();
        var (moves, reasons) = (new RawMove[blocks.Count][], new RawMove[blocks.Count][]);
        var workers = OrCancelled(() => Run(blocks, moves, reasons));

        // Shared out again: one thread alone would fetch the lines of all from the caches of the others.
        if (workers.Count == 1)
        {
            workers[0].Settle(accept);
        }
        else
        {
            Parallel.ForEach(workers, new ParallelOptions { MaxDegreeOfParallelism = MostThreads }, worker => worker.Settle(accept));
        }

        return Return(workers, moves, reasons);
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

        var worker = OrCancelled(() => GradeMarked(only));

        worker.Settle(accept: true);
        return Return([worker], [worker.TakeMoves()], [worker.TakeReasons()]);
    }

    private GradeWorker GradeMarked(Dictionary<FactSegment, ulong[]> only)
    {
        var worker = Rent();
        // In the table's own order, so that the result does not depend on the order of the rows.
        foreach (var errand in _errands)
        {
            if (only.TryGetValue(errand.Segment, out var mask))
            {
                GradeMarked(worker, errand, mask);
            }
        }

        return worker;
    }

    /// <summary>A custom condition that stopped because the grading was cancelled did not fail.</summary>
    private T OrCancelled<T>(Func<T> grade)
    {
        try
        {
            return grade();
        }
        catch (CustomConditionException stopped) when (stopped.InnerException is OperationCanceledException && _options.Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(stopped.Message, stopped.InnerException, _options.Cancellation);
        }
    }

    private void GradeMarked(GradeWorker worker, GradeErrand errand, ulong[] mask)
    {
        for (var first = 0; first < mask.Length; first += MaskMachine.BlockWords)
        {
            _options.Cancellation.ThrowIfCancellationRequested();
            var words = Math.Min(MaskMachine.BlockWords, mask.Length - first);
            var marked = words - mask.AsSpan(first, words).Count(0UL);
            if (marked * RunsPerBlock > words)
            {
                worker.Grade(errand, first, words, mask.AsSpan(first, words));
                continue;
            }

            for (var word = first; marked > 0; word++, marked--)
            {
                word = NextMarked(mask, word);
                worker.Grade(errand, word, 1, mask.AsSpan(word, 1));
            }
        }
    }

    /// <summary>The next word in which a row is marked, or -1; most words have none.</summary>
    private static int NextMarked(ulong[] mask, int from)
    {
        var next = mask.AsSpan(from).IndexOfAnyExcept(0UL);
        return next < 0 ? -1 : from + next;
    }

    /// <summary>
    /// What is shared out: a block at a time, so that the moves of each stay below the size from which arrays are collected rarely and
    /// with everything else.
    /// </summary>
    private List<Block> Blocks()
    {
        var blocks = new List<Block>(_errands.Count);
        foreach (var errand in _errands)
        {
            for (var word = 0; word < errand.Words; word += MaskMachine.BlockWords)
            {
                blocks.Add(new Block(errand, word, Math.Min(MaskMachine.BlockWords, errand.Words - word)));
            }
        }

        return blocks;
    }

    private List<GradeWorker> Run(List<Block> blocks, RawMove[][] moves, RawMove[][] reasons)
    {
        var threads = Math.Min(MostThreads, (int)(blocks.Sum(block => (long)block.Words) / WordsPerThread) + 1);
        var ahead = _sheet.Table.Count > RowsInCaches;
        var done = 0;
        if (threads > 1)
        {
            return RunParallel(threads, blocks, Work);
        }

        var worker = Rent();
        for (var i = 0; i < blocks.Count; i++)
        {
            _options.Cancellation.ThrowIfCancellationRequested();
            Work(worker, i);
        }

        return [worker];

        void Work(GradeWorker worker, int i)
        {
            var (errand, firstWord, words) = blocks[i];
            worker.Grade(errand, firstWord, words, default, ahead);

            // In the order of the blocks, whichever thread did them: the result does not depend on the threads.
            (moves[i], reasons[i]) = (worker.TakeMoves(), worker.TakeReasons());
            _options.Progress?.Report(Interlocked.Add(ref done, Math.Min(words * 64, errand.Segment.Count - firstWord * 64)));
        }
    }

    private List<GradeWorker> RunParallel(int threads, List<Block> blocks, Action<GradeWorker, int> work)
    {
        var workers = new List<GradeWorker>();
        try
        {
            Parallel.For(
                0,
                blocks.Count,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = _options.Cancellation },
                Rent,
                (i, _, worker) =>
                {
                    work(worker, i);
                    return worker;
                },
                worker =>
                {
                    lock (workers)
                    {
                        workers.Add(worker);
                    }
                });
        }
        catch (AggregateException e)
        {
            // What a custom condition threw reaches the caller as with one thread: of what was found the first row.
            ExceptionDispatchInfo.Throw(e.InnerExceptions.OfType<CustomConditionException>().MinBy(failed => failed.Row) ?? e.InnerExceptions[0]);
        }

        return workers;
    }

    private GradeWorker Rent()
    {
        var worker = _sheet.Workers.TryTake(out var waiting) && waiting.Width == _width
            ? waiting
            : new GradeWorker(_sheet.Table, _sheet.Scale.Count, _width);
        worker.Reset(_reasons);
        return worker;
    }

    /// <summary>Adds up what workers counted and lets them wait for the next pass.</summary>
    private GradeTally Return(IReadOnlyList<GradeWorker> workers, RawMove[][] moves, RawMove[][] reasons)
    {
        var matrix = new long[(_sheet.Scale.Count + 2) * (_sheet.Scale.Count + 2)];
        foreach (var worker in workers)
        {
            worker.AddTo(matrix);
            _sheet.Workers.Add(worker);
        }

        return new GradeTally(matrix, moves, reasons);
    }

    private readonly record struct Block(GradeErrand Errand, int FirstWord, int Words);
}
