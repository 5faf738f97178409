using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// Finds where more of a number gives a milder grade. In the diagram of decisions a node that asks the number stands for
/// all that was asked before it, and its children for all that is asked after it: so it is enough to lay neighbouring
/// children on each other. Where a number is of too many parts for its facts to be asked, the number is: more of a part that adds to it is milder
/// where more of the number is, and more of one that takes from it where less of the number is.
/// </summary>
internal sealed class MilderSteps<TGrade>(GradingPolicy<TGrade> policy, PolicySpace space) where TGrade : struct, Enum
{
    private const int OutcomeBits = 30;

    private readonly int _notGraded = Outcome.NotGraded(policy.Scale.Count);
    private readonly Dictionary<(int Axis, bool IsDown, long Fall), Step> _steps = [];
    private readonly Grader<TGrade> _grader = new(policy);
    private int _decision;

    /// <summary>False when there may be more: of a part of a number of too many parts it could not be settled.</summary>
    public bool IsComplete { get; private set; } = true;

    public IEnumerable<PolicyFinding> Find(ImmutableArray<NumberFact> rightlyMilder)
    {
        _decision = DecisionDiagram.Of(policy, space, space.Expanded);
        var fall = new DiagramMerge(space.Diagrams, Fall);
        var carry = new DiagramMerge(space.Diagrams, (last, here) => Code(here) == _notGraded ? last : here);
        foreach (var node in space.Diagrams.Nodes(_decision).Where(node => !space.Diagrams[node].IsLeaf))
        {
            switch (space.Axes[space.Diagrams[node].Axis])
            {
                case FactAxis axis when !rightlyMilder.Contains(axis.Fact):
                    LookAt(node, isDown: false, fall, carry);
                    break;
                case ComputedAxis:
                    LookAt(node, isDown: false, fall, carry);
                    LookAt(node, isDown: true, fall, carry);
                    break;
            }
        }

        var steps = _steps.OrderBy(step => step.Key.Axis).ThenBy(step => step.Value.At.Min).ToList();
        var found = new List<PolicyFinding>();
        foreach (var (axis, ofAxis) in steps.Where(step => space.Axes[step.Key.Axis] is FactAxis).GroupBy(step => step.Key.Axis, step => step.Value).Select(same => (same.Key, same)))
        {
            found.AddRange(ByCause([.. ofAxis]).Select(cause => Finding(axis, cause)).OfType<PolicyFinding>());
        }

        foreach (var step in steps.Where(step => space.Axes[step.Key.Axis] is ComputedAxis))
        {
            found.AddRange(FindingsOfParts(step.Key.Axis, step.Key.IsDown, step.Value, rightlyMilder));
        }

        return found;
    }

    /// <summary>Steps at the same value come of the same limit, whatever the grades they lead between.</summary>
    private static List<List<Step>> ByCause(List<Step> steps)
    {
        var causes = new List<List<Step>>();
        foreach (var step in steps)
        {
            var same = causes.Where(cause => cause.Exists(other => other.At.Overlaps(step.At))).ToList();
            causes.RemoveAll(same.Contains);
            causes.Add([.. same.SelectMany(cause => cause), step]);
        }

        return causes;
    }

    private void LookAt(int node, bool isDown, DiagramMerge fall, DiagramMerge carry)
    {
        var runs = space.Diagrams[node].Runs;
        // What is not stated is neither more nor less than anything.
        var unstated = runs[0].End <= space.Axes[space.Diagrams[node].Axis].FirstStated ? 1 : 0;
        var first = isDown ? runs.Length - 1 : unstated;
        // The last grade there was, at each point of what is asked below: values without a grade are passed over.
        var last = runs[first].Child;
        for (var count = 1; count < runs.Length - unstated; count++)
        {
            var i = isDown ? first - count : first + count;
            // Where the upper side begins, whichever way it is gone through.
            var at = runs[isDown ? i : i - 1].End;
            foreach (var step in space.Diagrams.Values(fall.Of(last, runs[i].Child)).Where(step => step != 0))
            {
                var key = (space.Diagrams[node].Axis, isDown, step);
                if (!_steps.TryGetValue(key, out var found))
                {
                    _steps.Add(key, found = new Step(step, []));
                }

                if (found.At.Count == 0 || at < found.At.Min)
                {
                    var leaf = space.Diagrams.Leaf(step);
                    found.Context = [.. space.Diagrams.FindWay(_decision, n => n == node)!, .. space.Diagrams.FindWay(fall.Of(last, runs[i].Child), n => n == leaf)!];
                    found.Node = node;
                }

                found.At.Add(at);
            }

            last = carry.Of(last, runs[i].Child);
        }
    }

    private MoreIsMilder<TGrade>? Finding(int axisNumber, List<Step> cause)
    {
        var axis = (FactAxis)space.Axes[axisNumber];
        var first = cause.MinBy(step => step.At.Min)!;
        var clauses = ClausesOf(axisNumber, cause);
        var (before, after) = (WitnessAt(LastGradedBefore(first, first.At.Min)), WitnessAt(first.At.Min));
        // A number that was thought of as free may change with the fact, so that it is held against grading itself.
        if (!space.Free.IsEmpty && !IsMilder(before, after))
        {
            IsComplete = false;
            return null;
        }

        return new MoreIsMilder<TGrade>(clauses, policy.Scale, axis.Fact, axis.Fact, [.. cause.Select(step => Told(axis, step))], before, after);

        FactWitness WitnessAt(long index) => space.WitnessAt([.. first.Context, new Place(axisNumber, new Stretch(index, index + 1))]);
    }

    /// <summary>Whether grading gives the second of two entities a milder grade than the first; false too where that is not known.</summary>
    private bool IsMilder(FactWitness before, FactWitness after)
    {
        return CodeOf(before) is { } from && CodeOf(after) is { } to && from != _notGraded && to != _notGraded && from > to;

        int? CodeOf(FactWitness witness) => _grader.Decide(new Answers(witness.Facts, static _ => null))?.Code;
    }

    private MilderStep<TGrade> Told(NumberAxis axis, Step step)
    {
        var (from, to) = Ends(step);
        return new MilderStep<TGrade>(
            [.. step.At.Select(index => axis.Number.ToDecimal(LimitAt(axis, index)))], policy.Scale.MildestFirst[from.Code - 1], policy.Scale.MildestFirst[to.Code - 1]);
    }

    private ImmutableArray<ClauseReference> ClausesOf(int axis, List<Step> cause)
    {
        var clauses = new List<string>();
        foreach (var step in cause)
        {
            var (from, to) = Ends(step);
            var (after, before) = (step.At.Min, step.At.Min - 1);
            clauses.Add(policy.Clauses[from.Clause - 1].Id);
            clauses.Add(policy.Clauses[to.Clause - 1].Id);
            clauses.AddRange(policy.Adjustments.Where(adjustment => Applies(adjustment, before) != Applies(adjustment, after)).Select(adjustment => adjustment.Id));

            bool Applies(GradeAdjustment adjustment, long index) =>
                space.Diagrams.ValueAt(space.Expanded.Of(adjustment.When), asked => asked == axis ? index : PlaceOf(step, asked)) != 0;
        }

        // Adjustments say more of it than all the rules of which they move the grade.
        var adjusting = clauses.Where(id => policy.Adjustments.Any(adjustment => adjustment.Id == id)).Distinct().ToList();
        return [.. (adjusting.Count > 0 && cause.Count > 1 ? adjusting : clauses).Distinct().Select(policy.ReferTo)];
    }

    /// <summary>What a step on a number of too many parts means for each of them.</summary>
    private IEnumerable<PolicyFinding> FindingsOfParts(int axisNumber, bool isDown, Step step, ImmutableArray<NumberFact> rightlyMilder)
    {
        var axis = (ComputedAxis)space.Axes[axisNumber];
        var search = LinearSearch.Over(axis.Number.Form, space);
        foreach (var term in axis.Number.Form.Terms.Where(term => term.Factor != 0))
        {
            foreach (var fact in FactsRead.By([new Comparison(term.Part, ComparisonOperator.AtLeast, 0)]).OfType<NumberFact>().Where(fact => !rightlyMilder.Contains(fact)))
            {
                if (term.Part is not NumberFact)
                {
                    // More of it may add or take here and there; only what is certain is told.
                    IsComplete = false;
                    continue;
                }

                if (term.Factor > 0 == isDown)
                {
                    continue;
                }

                if (search is null || Crossing(search, term, fact, axis, step) is not var (before, after))
                {
                    IsComplete = false;
                    continue;
                }

                yield return new MoreIsMilder<TGrade>(
                    ClausesOf(axisNumber, [step]), policy.Scale, fact, axis.Number.Wording, [Told(axis, step)], before, after);
            }
        }
    }

    /// <summary>An entity on the one side of a limit and the same with one more unit of a fact on the other, held against grading itself.</summary>
    private (FactWitness Before, FactWitness After)? Crossing(LinearSearch search, LinearTerm term, NumberFact fact, ComputedAxis axis, Step step)
    {
        if (fact.Least == fact.Most)
        {
            return null;
        }

        var without = search.Terms.Index().First(one => one.Item.Part.Equals(term.Part)).Index;
        var size = Int128.Abs(term.Factor);
        foreach (var index in step.At.Take(3))
        {
            var limit = (Int128)LimitAt(axis, index);
            var (low, high) = term.Factor > 0
                ? (limit - size * fact.Most, limit - 1 - size * fact.Least)
                : (limit + size * (fact.Least + (Int128)1) - size, limit - 1 + size * fact.Most);
            if (search.Find(low, high, without).Parts is not { } others)
            {
                continue;
            }

            others[without] = 0;
            var rest = (Int128)search.ValueOf(others);
            var value = (long)Int128.Clamp(Floor(term.Factor > 0 ? limit - 1 - rest : rest - limit, size), fact.Least, fact.Most - (Int128)1);
            var place = Math.Clamp(fact.NumberOf(value + 1) - 1, 0, fact.Count - 2);
            var (before, after) = (Entity(fact.ValueAt(place)), Entity(fact.ValueAt(place + 1)));
            if (IsMilder(before, after))
            {
                return (before, after);
            }

            FactWitness Entity(long stored)
            {
                var draft = new WitnessDraft(space);
                draft.Follow(step.Context.Where(placed => space.Axes[placed.Axis] is not ComputedAxis));
                search.Exemplify(others, draft, without);
                draft.State(new FactValue(fact, stored));
                return draft.ToWitness();
            }
        }

        return null;
    }

    private static Int128 Floor(Int128 value, Int128 divisor) => value >= 0 || value % divisor == 0 ? value / divisor : value / divisor - 1;

    /// <summary>The first value on the upper side of a limit. Of a number of too many values those on its axis are only some that occur.</summary>
    private static long LimitAt(NumberAxis axis, long index) =>
        axis is ComputedAxis ? axis.Number.Limits.Cuts.Where(cut => cut <= axis.ValueAt(index)).DefaultIfEmpty(axis.ValueAt(index)).Max() : axis.ValueAt(index);

    private static (Outcome From, Outcome To) Ends(Step step) =>
        (DecisionDiagram.Unpack((step.Fall - 1) >> OutcomeBits), DecisionDiagram.Unpack((step.Fall - 1) & ((1L << OutcomeBits) - 1)));

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
