namespace FoodSafety.Domain.Grading;

/// <summary>A whole policy as one function: the outcome, adjustments included, with the clause that decides.</summary>
internal static class DecisionDiagram
{
    private const int CodeBits = 8;

    public static Outcome Unpack(long value) => new((int)(value & ((1 << CodeBits) - 1)), (int)(value >> CodeBits));

    /// <summary>The function of a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="space">The axes.</param>
    /// <param name="conditions">How its conditions become functions.</param>
    /// <param name="without">An adjustment to leave out.</param>
    /// <exception cref="DiagramTooLargeException">It takes too many steps.</exception>
    public static int Of<TGrade>(
        GradingPolicy<TGrade> policy, PolicySpace space, ConditionDiagrams conditions, GradeAdjustment? without = null) where TGrade : struct, Enum
    {
        // What decides first is laid on last.
        var last = policy.Clauses.Length - 1;
        var decision = space.Diagrams.Leaf(Pack(Outcome.CodeOf(policy.Scale.StrictnessOf(policy.Otherwise.Grade)), last));
        var rules = RankedRule.Of(policy).Reverse().ToList();
        LayRules(isFinal: false);
        decision = Adjust(policy, space, conditions, without, decision);
        LayRules(isFinal: true);
        for (var i = policy.NotGraded.Length - 1; i >= 0; i--)
        {
            Lay(conditions.Of(policy.NotGraded[i].When), Pack(Outcome.NotGraded(policy.Scale.Count), i));
        }

        return decision;

        void LayRules(bool isFinal)
        {
            foreach (var rule in rules.Where(rule => rule.IsFinal == isFinal))
            {
                Lay(conditions.Of(rule.When), Pack(Outcome.CodeOf(rule.Strictness), rule.Clause));
            }
        }

        void Lay(int condition, long outcome) =>
            decision = new DiagramMerge(space.Diagrams, (holds, below) => holds != 0 ? outcome : below, DiagramMerge.RightWhereNot).Of(condition, decision);
    }

    private static int Adjust<TGrade>(
        GradingPolicy<TGrade> policy, PolicySpace space, ConditionDiagrams conditions, GradeAdjustment? without, int decision) where TGrade : struct, Enum
    {
        var applying = policy.Adjustments.Where(adjustment => adjustment != without).ToList();
        var sum = new DiagramMerge(space.Diagrams, static (a, b) => a + b);
        var steps = applying.OfType<StepAdjustment>().Select(adjustment => space.Diagrams.Map(conditions.Of(adjustment.When), holds => holds * adjustment.Steps)).Aggregate(DiagramStore.No, sum.Of);
        decision = new DiagramMerge(space.Diagrams, (outcome, by) => Moved(outcome, code => Math.Clamp(code + (int)by, Outcome.CodeOf(0), policy.Scale.Count))).Of(decision, steps);
        foreach (var bound in applying.OfType<BoundAdjustment<TGrade>>().OrderByDescending(bound => bound.Bound == GradeBound.AtMost))
        {
            var limit = Outcome.CodeOf(policy.Scale.StrictnessOf(bound.Grade));
            var isFloor = bound.Bound == GradeBound.AtLeast;
            decision = new DiagramMerge(space.Diagrams, (outcome, holds) => holds == 0 ? outcome : Moved(outcome, code => isFloor ? Math.Max(code, limit) : Math.Min(code, limit)))
                .Of(decision, conditions.Of(bound.When));
        }

        return decision;

        static long Moved(long outcome, Func<int, int> move)
        {
            var (code, clause) = Unpack(outcome);
            return Pack(move(code), clause - 1);
        }
    }

    private static long Pack(int code, int clause) => ((long)(clause + 1) << CodeBits) | (long)code;
}

/// <summary>Combines two functions point by point. It remembers what it combined, so keep it where much is combined alike.</summary>
/// <param name="diagrams">Where the functions are kept.</param>
/// <param name="rule">What becomes of two values.</param>
/// <param name="find">
/// What becomes of two functions where that needs no looking into them, as of one that holds nowhere; null where it does. It must be what the rule makes of them.
/// Most rules are of one type of business, and with this a hundred others cost nothing there.
/// </param>
internal sealed class DiagramMerge(DiagramStore diagrams, Func<long, long, long> rule, Func<int, int, int?>? find = null)
{
    // What is remembered, and the node that it mostly makes, take the memory of several steps.
    private const int StepsToRemember = 4;

    private readonly Dictionary<(int Left, int Right), int> _done = [];

    /// <summary>Where the first holds nowhere the second stays as it is.</summary>
    public static Func<int, int, int?> RightWhereNot { get; } = static (left, right) => left == DiagramStore.No ? right : null;

    /// <summary>Where the first holds nowhere there is nothing.</summary>
    public static Func<int, int, int?> NoWhereNot { get; } = static (left, _) => left == DiagramStore.No ? DiagramStore.No : null;

    public int Of(int left, int right)
    {
        diagrams.Spend(1);
        if (find?.Invoke(left, right) is { } found)
        {
            return found;
        }

        var (a, b) = (diagrams[left], diagrams[right]);
        if (a.IsLeaf && b.IsLeaf)
        {
            return diagrams.Leaf(rule(a.Value, b.Value));
        }

        if (_done.TryGetValue((left, right), out var known))
        {
            return known;
        }

        diagrams.Spend(StepsToRemember);
        var axis = Math.Min(a.Axis, b.Axis);
        var runs = new List<Run>();
        // A function that does not ask this axis is the same all along it.
        ReadOnlySpan<Run> leftRuns = a.Axis == axis ? a.Runs : [new Run(long.MaxValue, left)];
        ReadOnlySpan<Run> rightRuns = b.Axis == axis ? b.Runs : [new Run(long.MaxValue, right)];
        for (var (i, j) = (0, 0); i < leftRuns.Length && j < rightRuns.Length;)
        {
            var end = Math.Min(leftRuns[i].End, rightRuns[j].End);
            runs.Add(new Run(end, Of(leftRuns[i].Child, rightRuns[j].Child)));
            (i, j) = (leftRuns[i].End == end ? i + 1 : i, rightRuns[j].End == end ? j + 1 : j);
        }

        return _done[(left, right)] = diagrams.Branch(axis, runs);
    }
}
