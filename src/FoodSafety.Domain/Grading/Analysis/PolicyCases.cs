using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// Businesses that show what a policy does (边界用例): for each limit at which another clause or grade decides the last one before it and the first one at
/// it, and for each clause that no limit shows a typical one. Written down with their grades they are a golden table, which another version is held against.
/// </summary>
/// <remarks>
/// They are found by reasoning over all values that facts can have, as <see cref="PolicyAnalysis"/> does; each is graded by the policy itself. A limit
/// counts once for each two clauses between which it decides. Where a score is made of many facts, the first place of each fact is shown at which the
/// decision goes from one clause to another, and not all of them; where it is of so many that they cannot be told apart, as the total of a form of fifty
/// items, the score itself is shown on either side of its limits.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PolicyCases<TGrade> where TGrade : struct, Enum
{
    internal PolicyCases(GradingPolicy<TGrade> policy, ImmutableArray<PolicyCase<TGrade>> cases, bool isComplete, ImmutableArray<FactCells> tooLarge) =>
        (Policy, Cases, IsComplete, TooLarge) = (policy, cases, isComplete, tooLarge);

    /// <summary>The policy.</summary>
    public GradingPolicy<TGrade> Policy { get; }

    /// <summary>The businesses: pairs by the facts of their limits, in the order of the policy, then the typical ones by their clauses.</summary>
    public ImmutableArray<PolicyCase<TGrade>> Cases { get; }

    /// <summary>False when the policy is too large to be looked at whole, or asks conditions in code, of which nothing is known: then cases may be missing.</summary>
    public bool IsComplete { get; }

    /// <summary>What was too large, as in <see cref="PolicyAnalysis{TGrade}.TooLarge"/>.</summary>
    public ImmutableArray<FactCells> TooLarge { get; }
}

/// <summary>One business of a table of cases (用例).</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Limit">The fact at whose limit it stands, or the number that many facts make up together; null for a typical one.</param>
/// <param name="Facts">Its facts; what is not stated does not matter.</param>
/// <param name="Decision">What the policy decides.</param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PolicyCase<TGrade>(PolicyCaseKind Kind, NumberExpression? Limit, FactRecord Facts, GradeDecision<TGrade> Decision)
    where TGrade : struct, Enum;

/// <summary>What a business of a table of cases shows (用例类型).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum PolicyCaseKind
{
    /// <summary>What a clause decides (典型).</summary>
    [BilingualName("典型", "typical")]
    Typical = 1,

    /// <summary>The last value of a number before another decision (界限之前).</summary>
    [BilingualName("界限之前", "just before")]
    JustBefore = 2,

    /// <summary>The first value of a number with another decision (界限处).</summary>
    [BilingualName("界限处", "at the limit")]
    AtLimit = 3,
}

/// <summary>Where the search for the cases of a policy starts (边界用例).</summary>
public static class PolicyCases
{
    /// <summary>Finds the businesses that show what a policy does.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">How far to go; null for <see cref="PolicyAnalysisOptions.Default"/>.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    public static PolicyCases<TGrade> Of<TGrade>(GradingPolicy<TGrade> policy, PolicyAnalysisOptions? options = null) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(policy);
        PolicySpace? space = null;
        try
        {
            space = new PolicySpace(policy.Conditions, new DiagramStore(options ?? PolicyAnalysisOptions.Default));
            space.AddNumbers();
            var (cases, isComplete) = new CaseFinder<TGrade>(policy, space).Find();
            return new PolicyCases<TGrade>(policy, cases, isComplete, space.CellsOfFree);
        }
        catch (DiagramTooLargeException e)
        {
            return new PolicyCases<TGrade>(policy, [], isComplete: false, e.Cells.IsEmpty ? space?.CountCells() ?? [] : e.Cells);
        }
    }
}

/// <summary>
/// Finds the cases. In the diagram of decisions a node that asks a number stands for all that was asked before it, and its children for all that is
/// asked after it, so it is enough to lay neighbouring children on each other.
/// </summary>
internal sealed class CaseFinder<TGrade>(GradingPolicy<TGrade> policy, PolicySpace space) where TGrade : struct, Enum
{
    private const int OutcomeBits = 30;

    private readonly Grader<TGrade> _grader = new(policy);
    private readonly HashSet<(int Axis, long Step, long At)> _seen = [];
    private readonly List<(int Axis, long At, PolicyCase<TGrade> Before, PolicyCase<TGrade> After)> _pairs = [];
    // Of numbers that are thought of as free of each other not every way down can occur, and of some it is not tried whether another can.
    private bool _isComplete = space.Free.IsEmpty;

    public (ImmutableArray<PolicyCase<TGrade>> Cases, bool IsComplete) Find()
    {
        var decision = DecisionDiagram.Of(policy, space, space.Expanded);
        var step = new DiagramMerge(space.Diagrams, static (before, after) => before == after ? 0 : ((before << OutcomeBits) | after) + 1);
        foreach (var node in space.Diagrams.Nodes(decision))
        {
            if (!space.Diagrams[node].IsLeaf && space.Axes[space.Diagrams[node].Axis] is NumberAxis axis)
            {
                LookAt(decision, node, axis, step);
            }
        }

        var cases = _pairs.OrderBy(pair => pair.Axis).ThenBy(pair => pair.At).SelectMany(pair => new[] { pair.Before, pair.After }).ToList();
        var shown = cases.Select(one => one.Decision.Clause).ToHashSet();
        cases.AddRange(Typical(decision, shown).OrderBy(one => one.Decision.Clause));
        return ([.. cases.Distinct()], _isComplete);
    }

    private void LookAt(int decision, int node, NumberAxis axis, DiagramMerge step)
    {
        var (number, runs) = (space.Diagrams[node].Axis, space.Diagrams[node].Runs);
        var limits = axis.Number.Limits.Cuts.ToHashSet();
        for (var i = 1; i < runs.Length; i++)
        {
            var at = runs[i - 1].End;
            if (at <= axis.FirstStated)
            {
                // Between what is not stated and the least value there is no limit.
                continue;
            }

            var steps = step.Of(runs[i - 1].Child, runs[i].Child);
            foreach (var value in space.Diagrams.Values(steps).Where(value => value != 0))
            {
                // A limit that the policy writes down is shown; where a sum passes one, the first place is enough.
                var key = (number, value, axis is ComputedAxis { Number.IsPart: false } || limits.Contains(axis.ValueAt(at)) ? at : 0);
                if (_seen.Add(key) && PairAt([.. space.Diagrams.FindWay(decision, n => n == node)!, .. WayTo(steps, value)], number, at, value - 1) is { } pair)
                {
                    _pairs.Add((number, at, pair.Before, pair.After));
                }
            }
        }
    }

    private List<Place> WayTo(int diagram, long value)
    {
        var leaf = space.Diagrams.Leaf(value);
        return space.Diagrams.FindWay(diagram, node => node == leaf)!;
    }

    private (PolicyCase<TGrade> Before, PolicyCase<TGrade> After)? PairAt(List<Place> context, int number, long at, long outcomes)
    {
        var axis = (NumberAxis)space.Axes[number];
        if (SidesOf(axis, at) is not var (stateBefore, stateAfter))
        {
            _isComplete = false;
            return null;
        }

        return Case(PolicyCaseKind.JustBefore, axis.Number.Wording, Witness(stateBefore), Decides(outcomes >> OutcomeBits)) is { } before
            && Case(PolicyCaseKind.AtLimit, axis.Number.Wording, Witness(stateAfter), Decides(outcomes & ((1L << OutcomeBits) - 1))) is { } after
            ? (before, after)
            : null;

        FactWitness Witness(Action<WitnessDraft> state)
        {
            var draft = new WitnessDraft(space);
            draft.Follow(context);
            state(draft);
            return draft.ToWitness();
        }

        Func<GradeDecision<TGrade>, bool> Decides(long outcome) => decision => decision == DecisionDiagram.Unpack(outcome).Decode(policy.Scale);
    }

    /// <summary>What states the last value of a number before a place of its axis, and what the first from there on; null where these were not found.</summary>
    private static (Action<WitnessDraft> Before, Action<WitnessDraft> After)? SidesOf(NumberAxis axis, long at)
    {
        if (axis is FactAxis)
        {
            return (draft => axis.Exemplify(at - 1, draft), draft => axis.Exemplify(at, draft));
        }

        // Of a number of too many values only some are on the axis, and others may lie nearer to the limit.
        var (low, high) = (axis.ValueAt(at - 1), axis.ValueAt(at));
        var limit = axis.Number.Limits.LastCut(high)!.Value;
        return axis is ComputedAxis { Search: { } search } && search.FindLast(low, limit - 1) is { } before && search.FindFirst(limit, high) is { } after
            ? (draft => search.Exemplify(before, draft), draft => search.Exemplify(after, draft))
            : null;
    }

    private IEnumerable<PolicyCase<TGrade>> Typical(int decision, HashSet<int> shown)
    {
        for (var clause = 0; clause < policy.Clauses.Length; clause++)
        {
            var region = space.Diagrams.Map(decision, outcome => DecisionDiagram.Unpack(outcome).Clause - 1 == clause ? 1 : 0);
            if (!shown.Contains(clause) && region != DiagramStore.No && Case(PolicyCaseKind.Typical, null, space.WitnessOf(region), graded => graded.Clause == clause) is { } typical)
            {
                yield return typical;
            }
        }
    }

    /// <summary>A case of an example; null of one that takes for granted what a condition in code says, or that no business can be.</summary>
    private PolicyCase<TGrade>? Case(PolicyCaseKind kind, NumberExpression? limit, FactWitness witness, Func<GradeDecision<TGrade>, bool> isShown)
    {
        if (witness.Assuming is Constant && _grader.Grade(witness.Facts) is var decision && isShown(decision))
        {
            return new PolicyCase<TGrade>(kind, limit, witness.Facts, decision);
        }

        _isComplete = false;
        return null;
    }
}
