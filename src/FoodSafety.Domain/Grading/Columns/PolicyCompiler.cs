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
    private readonly ImmutableArray<RankedRule> _ranked;

    public PolicyCompiler(GradingPolicy<TGrade> policy, FactSchema schema, ImmutableArray<RankedRule> ranked)
    {
        _policy = policy;
        _schema = schema;
        _columns = new ColumnChoice(policy.Conditions);
        _ranked = ranked;
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
        var (finally_, byStrictness) = (new int[_policy.Scale.Count], new int[_policy.Scale.Count]);
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

        Lay(isFinal: true, finally_);
        // What a final rule gave is not adjusted, and for it no adjustment is asked.
        var adjusted = open;
        Lay(isFinal: false, byStrictness);
        var last = _policy.Scale.StrictnessOf(_policy.Otherwise.Grade);
        byStrictness[last] = masks.Or(byStrictness[last], Take(MaskProgram.Everybody, _policy.Clauses.Length - 1));
        byStrictness = [.. Adjust(masks, emitter, byStrictness, adjusted).Zip(finally_, masks.Or)];

        var codes = byStrictness.Select((rows, strictness) => (Code: Outcome.CodeOf(strictness), Register: rows))
            .Append((Code: Outcome.NotGraded(_policy.Scale.Count), Register: notGraded))
            .Where(c => c.Register != MaskProgram.Nobody)
            .OrderBy(c => c.Code == Outcome.CodeOf(last))
            .ToImmutableArray();
        var planes = Planes(masks, codes, Outcome.CodeBits(_policy.Scale.Count))
            .Concat(Planes(masks, clauses.Select(c => (c.Clause + 1, c.Rows)), Outcome.ClauseBits(_policy.Clauses.Length)));
        return masks.Build(codes, [.. planes]);

        void Lay(bool isFinal, int[] given)
        {
            foreach (var rule in _ranked.Where(rule => rule.IsFinal == isFinal))
            {
                given[rule.Strictness] = masks.Or(given[rule.Strictness], Take(emitter.Emit(rule.When, open).Holds, rule.Clause));
            }
        }
    }

    /// <summary>
    /// Moves grades by the steps of the adjustments that hold, and then to ceilings and floors. The sum of steps is kept as one mask for each sum that can
    /// occur, so that the ends of the scale stop the sum and not each step.
    /// </summary>
    private int[] Adjust(MaskBuilder masks, MaskEmitter emitter, int[] byStrictness, int graded)
    {
        var sums = new SortedDictionary<int, int> { [0] = MaskProgram.Everybody };
        var bounds = new List<(BoundAdjustment<TGrade> Bound, int Holds)>();
        foreach (var adjustment in _policy.Adjustments)
        {
            var holds = emitter.Emit(adjustment.When, graded).Holds;
            if (adjustment is not StepAdjustment { Steps: var steps })
            {
                bounds.Add(((BoundAdjustment<TGrade>)adjustment, holds));
                continue;
            }

            var next = new SortedDictionary<int, int>();
            foreach (var (sum, rows) in sums)
            {
                Join(masks, next, sum, masks.AndNot(rows, holds));
                Join(masks, next, sum + steps, masks.And(rows, holds));
            }

            sums = next;
        }

        var stepped = sums.Count == 1 && sums.ContainsKey(0) ? byStrictness : Step(masks, byStrictness, sums);
        foreach (var (bound, holds) in bounds.OrderByDescending(bound => bound.Bound.Bound == GradeBound.AtMost))
        {
            Keep(masks, stepped, bound, holds);
        }

        return stepped;
    }

    /// <summary>Brings the rows of which a bound holds from beyond it to it.</summary>
    private void Keep(MaskBuilder masks, int[] byStrictness, BoundAdjustment<TGrade> bound, int holds)
    {
        var target = _policy.Scale.StrictnessOf(bound.Grade);
        for (var strictness = 0; strictness < byStrictness.Length; strictness++)
        {
            if (bound.Bound == GradeBound.AtLeast ? strictness < target : strictness > target)
            {
                byStrictness[target] = masks.Or(byStrictness[target], masks.And(byStrictness[strictness], holds));
                byStrictness[strictness] = masks.AndNot(byStrictness[strictness], holds);
            }
        }
    }

    private static int[] Step(MaskBuilder masks, int[] byStrictness, SortedDictionary<int, int> sums)
    {
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
