using System.Collections.Concurrent;
using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// Makes a policy into a <see cref="MaskProgram"/> for each partition value of a schema, when it is first asked for; and into another where some fact that it reads is
/// not stated by every row, so that where all are stated nothing is spent on it.
/// </summary>
internal sealed class PolicyCompiler<TGrade> where TGrade : struct, Enum
{
    private readonly GradingPolicy<TGrade> _policy;
    private readonly FactSchema _schema;
    private readonly MaskProgram?[] _programs = new MaskProgram?[256];
    private readonly ConcurrentDictionary<(int Partition, ulong Unstated), MaskProgram> _incomplete = [];
    private readonly ColumnChoice _columns;
    private readonly ImmutableArray<(Condition When, int Strictness, int Clause)> _strictestFirst;

    public PolicyCompiler(GradingPolicy<TGrade> policy, FactSchema schema, ImmutableArray<(Condition When, int Strictness, int Clause)> strictestFirst)
    {
        _policy = policy;
        _schema = schema;
        _columns = new ColumnChoice(policy.Conditions);
        _strictestFirst = strictestFirst;
        Facts = [.. policy.Facts.Select(schema.ColumnOf)];
    }

    /// <summary>The numbers in the schema of the facts that the policy reads.</summary>
    public ImmutableArray<int> Facts { get; }

    /// <summary>The program for one partition value. Threads that ask at once may compile it twice; the results are equal.</summary>
    /// <param name="partition">The partition value.</param>
    /// <param name="unstated">Which of <see cref="Facts"/> are not stated by every row: bit i for the i-th of them, the highest bit for all from it on.</param>
    public MaskProgram For(int partition, ulong unstated)
    {
        if (unstated != 0)
        {
            return _incomplete.GetOrAdd((partition, unstated), static (key, compiler) => compiler.Compile(key.Partition, key.Unstated), this);
        }

        var program = Volatile.Read(ref _programs[partition]);
        if (program is null)
        {
            program = Compile(partition, unstated: 0);
            Volatile.Write(ref _programs[partition], program);
        }

        return program;
    }

    private MaskProgram Compile(int partition, ulong unstated)
    {
        var masks = new MaskBuilder();
        var incomplete = Facts.Where((_, i) => ((unstated >> Math.Min(i, 63)) & 1) != 0).ToHashSet();
        var emitter = new MaskEmitter(masks, _schema, _columns, incomplete, partition);
        var clauses = new List<(int Clause, int Rows)>();
        var byStrictness = new int[_policy.Scale.Count];
        var open = MaskProgram.Everybody;

        int Take(int rows, int clause)
        {
            var taken = masks.And(open, rows);
            open = masks.AndNot(open, taken);
            clauses.Add((clause, taken));
            return taken;
        }

        var notGraded = MaskProgram.Nobody;
        for (var i = 0; i < _policy.NotGraded.Length; i++)
        {
            notGraded = masks.Or(notGraded, Take(emitter.Emit(_policy.NotGraded[i].When, open).Holds, i));
        }

        var graded = open;
        foreach (var (when, strictness, clause) in _strictestFirst)
        {
            byStrictness[strictness] = masks.Or(byStrictness[strictness], Take(emitter.Emit(when, open).Holds, clause));
        }

        var last = _policy.Scale.StrictnessOf(_policy.Otherwise.Grade);
        byStrictness[last] = masks.Or(byStrictness[last], Take(MaskProgram.Everybody, _policy.Clauses.Length - 1));
        byStrictness = Adjust(masks, emitter, byStrictness, graded);

        var codes = byStrictness.Select((rows, strictness) => (Code: Outcome.CodeOf(strictness), Register: rows))
            .Append((Code: Outcome.NotGraded(_policy.Scale.Count), Register: notGraded))
            .Where(c => c.Register != MaskProgram.Nobody)
            .OrderBy(c => c.Code == Outcome.CodeOf(last))
            .ToImmutableArray();
        var planes = Planes(masks, codes, Outcome.CodeBits(_policy.Scale.Count))
            .Concat(Planes(masks, clauses.Select(c => (c.Clause + 1, c.Rows)), Outcome.ClauseBits(_policy.Clauses.Length)));
        return masks.Build(codes, [.. planes]);
    }

    /// <summary>
    /// Moves grades by the steps of the adjustments that hold. The sum of steps is kept as one mask for each sum that can
    /// occur, so that the ends of the scale stop the sum and not each step.
    /// </summary>
    private int[] Adjust(MaskBuilder masks, MaskEmitter emitter, int[] byStrictness, int graded)
    {
        var sums = new SortedDictionary<int, int> { [0] = MaskProgram.Everybody };
        foreach (var adjustment in _policy.Adjustments)
        {
            var holds = emitter.Emit(adjustment.When, graded).Holds;
            var next = new SortedDictionary<int, int>();
            foreach (var (sum, rows) in sums)
            {
                Join(masks, next, sum, masks.AndNot(rows, holds));
                Join(masks, next, sum + adjustment.Steps, masks.And(rows, holds));
            }

            sums = next;
        }

        if (sums.Count == 1 && sums.ContainsKey(0))
        {
            return byStrictness;
        }

        var moved = new int[byStrictness.Length];
        for (var strictness = 0; strictness < byStrictness.Length; strictness++)
        {
            foreach (var (sum, rows) in sums)
            {
                var target = Math.Clamp(strictness + sum, 0, moved.Length - 1);
                moved[target] = masks.Or(moved[target], masks.And(byStrictness[strictness], rows));
            }
        }

        return moved;
    }

    private static void Join(MaskBuilder masks, SortedDictionary<int, int> sums, int sum, int rows)
    {
        if (rows != MaskProgram.Nobody)
        {
            sums[sum] = masks.Or(sums.GetValueOrDefault(sum), rows);
        }
    }

    private static IEnumerable<int> Planes(MaskBuilder masks, IEnumerable<(int Number, int Rows)> numbers, int bits)
    {
        var all = numbers.ToList();
        return Enumerable.Range(0, bits).Select(bit => all
            .Where(n => ((n.Number >> bit) & 1) != 0)
            .Aggregate(MaskProgram.Nobody, (plane, n) => masks.Or(plane, n.Rows)));
    }
}
