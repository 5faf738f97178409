using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// Finds where more of a number gives a milder grade. In the diagram of decisions a node that asks the number stands for
/// all that was asked before it, and its children for all that is asked after it: so it is enough to lay neighbouring
/// children on each other.
/// </summary>
internal sealed class MilderSteps<TGrade>(GradingPolicy<TGrade> policy, PolicySpace space) where TGrade : struct, Enum
{
    private const int OutcomeBits = 30;

    private readonly int _notGraded = Outcome.NotGraded(policy.Scale.Count);
    private readonly Dictionary<(int Axis, long Step), Step> _steps = [];
    private int _decision;

    public IEnumerable<PolicyFinding> Find(ImmutableArray<NumberFact> rightlyMilder)
    {
        _decision = DecisionDiagram.Of(policy, space, space.Expanded);
        var fall = new DiagramMerge(space.Diagrams, Fall);
        var carry = new DiagramMerge(space.Diagrams, (last, here) => Code(here) == _notGraded ? last : here);
        foreach (var node in space.Diagrams.Nodes(_decision))
        {
            if (!space.Diagrams[node].IsLeaf && space.Axes[space.Diagrams[node].Axis] is FactAxis axis && !rightlyMilder.Contains(axis.Fact))
            {
                LookAt(node, fall, carry);
            }
        }

        return _steps.OrderBy(step => step.Key.Axis).ThenBy(step => step.Value.At.Min).Select(step => Finding(step.Key.Axis, step.Value));
    }

    private void LookAt(int node, DiagramMerge fall, DiagramMerge carry)
    {
        var runs = space.Diagrams[node].Runs;
        // What is not stated is neither more nor less than anything.
        var first = runs[0].End <= space.Axes[space.Diagrams[node].Axis].FirstStated ? 1 : 0;
        // The last grade there was, at each point of what is asked below: values without a grade are passed over.
        var last = runs[first].Child;
        for (var i = first + 1; i < runs.Length; i++)
        {
            foreach (var step in space.Diagrams.Values(fall.Of(last, runs[i].Child)).Where(step => step != 0))
            {
                var key = (space.Diagrams[node].Axis, step);
                if (!_steps.TryGetValue(key, out var found))
                {
                    _steps.Add(key, found = new Step(step, []));
                }

                if (found.At.Count == 0 || runs[i - 1].End < found.At.Min)
                {
                    var leaf = space.Diagrams.Leaf(step);
                    found.Context = [.. space.Diagrams.FindWay(_decision, n => n == node)!, .. space.Diagrams.FindWay(fall.Of(last, runs[i].Child), n => n == leaf)!];
                    found.Node = node;
                }

                found.At.Add(runs[i - 1].End);
            }

            last = carry.Of(last, runs[i].Child);
        }
    }

    private MoreIsMilder<TGrade> Finding(int axisNumber, Step step)
    {
        var axis = (FactAxis)space.Axes[axisNumber];
        var (from, to) = (DecisionDiagram.Unpack((step.Fall - 1) >> OutcomeBits), DecisionDiagram.Unpack((step.Fall - 1) & ((1L << OutcomeBits) - 1)));
        var after = step.At.Min;
        var before = LastGradedBefore(step, after);
        var (witnessBefore, witnessAfter) = (WitnessAt(before), WitnessAt(after));
        IEnumerable<PolicyClause> adjustments = policy.Adjustments.Where(adjustment => Applies(adjustment, before) != Applies(adjustment, after));
        return new MoreIsMilder<TGrade>(
            [.. adjustments.Prepend(policy.Clauses[to.Clause - 1]).Prepend(policy.Clauses[from.Clause - 1]).Select(clause => clause.Id).Distinct()],
            policy.Scale, axis.Fact, [.. step.At.Select(index => Exact.ToDecimal(axis.ValueAt(index), axis.Fact.Decimals))],
            policy.Scale.MildestFirst[from.Code - 1], policy.Scale.MildestFirst[to.Code - 1], witnessBefore, witnessAfter);

        FactWitness WitnessAt(long index) => space.WitnessAt([.. step.Context, new Place(axisNumber, new Stretch(index, index + 1))]);

        bool Applies(GradeAdjustment adjustment, long index) =>
            space.Diagrams.ValueAt(space.Expanded.Of(adjustment.When), asked => asked == axisNumber ? index : PlaceOf(step, asked)) != 0;
    }

    private long LastGradedBefore(Step step, long index)
    {
        var runs = space.Diagrams[step.Node].Runs;
        space.Diagrams.Spend(runs.Length);
        return runs.Select(run => run.End).Where(end => end <= index && end > space.Axes[space.Diagrams[step.Node].Axis].FirstStated).OrderDescending().Select(end => end - 1).First(before => Code(space.Diagrams.ValueAt(
            _decision, asked => asked == space.Diagrams[step.Node].Axis ? before : PlaceOf(step, asked))) != _notGraded);
    }

    private long PlaceOf(Step step, int axis)
    {
        var found = step.Context.FindIndex(place => place.Axis == axis);
        if (found >= 0)
        {
            return space.Axes[axis].Pick(step.Context[found].Stretch);
        }

        // Whether a custom condition holds where it was never asked for is not known, so the example has to say what it takes for granted.
        if (space.Axes[axis] is CustomAxis)
        {
            step.Context.Add(new Place(axis, new Stretch(0, 1)));
        }

        // Of anything else: that it is not stated, as the example does not state it.
        return 0;
    }

    /// <summary>The two outcomes of a fall, and 0 where there is none.</summary>
    private long Fall(long last, long here) => Code(last) != _notGraded && Code(here) != _notGraded && Code(last) > Code(here)
        ? ((last << OutcomeBits) | here) + 1
        : 0;

    private static int Code(long outcome) => DecisionDiagram.Unpack(outcome).Code;

    private sealed class Step(long fall, SortedSet<long> at)
    {
        public long Fall => fall;

        public SortedSet<long> At => at;

        /// <summary>Where the axis is asked, and what is asked besides.</summary>
        public List<Place> Context { get; set; } = [];

        public int Node { get; set; }
    }
}
