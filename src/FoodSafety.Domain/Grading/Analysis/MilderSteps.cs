using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// Finds where more of a number gives a milder grade. In the diagram of decisions a node that asks the number stands for
/// all that was asked before it, and its children for all that is asked after it: so it is enough to lay neighbouring
/// children on each other. Where a number is of too many parts for its facts to be asked, the number is: more of a part that adds to it is milder
/// where more of the number is, and more of one that takes from it where less of the number is. Of a number that is split into parts each part is looked at, and what
/// comes of a limit of the whole is told of the whole, once.
/// </summary>
internal sealed class MilderSteps<TGrade>(GradingPolicy<TGrade> policy, PolicySpace space) where TGrade : struct, Enum
{
    private const int OutcomeBits = 30;

    // At so many limits of a number, and beside so many values of its other parts, it is tried whether a fact leads over one.
    private const int MostLimitsTried = 64;

    private readonly int _notGraded = Outcome.NotGraded(policy.Scale.Count);
    private readonly Dictionary<(int Axis, bool IsDown, long Fall, long At), Step> _steps = [];
    private readonly Dictionary<int, List<SurveyedNumber>> _splitBy = [];
    private readonly Grader<TGrade> _grader = new(policy);
    private int _decision;

    /// <summary>False when there may be more: of a part of a number of too many parts it could not be settled.</summary>
    public bool IsComplete { get; private set; } = true;

    public IEnumerable<PolicyFinding> Find(ImmutableArray<NumberFact> rightlyMilder)
    {
        _decision = DecisionDiagram.Of(policy, space, space.Expanded);
        FindSplits();
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

        // Numbers of too many parts have the last axes, so that facts are told first.
        var found = new List<PolicyFinding>();
        foreach (var ofAxis in _steps.Where(step => step.Value.Of is null).OrderBy(step => step.Key.Axis).ThenBy(step => step.Value.At.Min).GroupBy(step => (step.Key.Axis, step.Key.IsDown), step => step.Value))
        {
            var (axis, isDown) = ofAxis.Key;
            found.AddRange(ByCause([.. ofAxis])
                .Select(cause => space.Axes[axis] is ComputedAxis ? FindingOfParts(axis, isDown, cause, rightlyMilder) : Finding(axis, cause)).OfType<PolicyFinding>());
        }

        foreach (var ofLimit in _steps.Where(step => step.Value.Of is not null).OrderBy(step => step.Key.Axis).ThenBy(step => step.Value.At.Min).GroupBy(step => step.Value.Of!.Value)
            .OrderBy(ofLimit => space.Survey.PlaceOf(ofLimit.Key.Number)).ThenBy(ofLimit => ofLimit.Key.Cut).ToList())
        {
            if (FindingOfWhole(ofLimit.Key.Number, ofLimit.Key.Cut, [.. ofLimit.Select(step => (step.Key.Axis, step.Key.IsDown, step.Value))], rightlyMilder) is { } one)
            {
                found.Add(one);
            }
        }

        return found;
    }

    /// <summary>Which axes stand for parts of numbers that are split.</summary>
    private void FindSplits()
    {
        foreach (var number in space.Unexpanded)
        {
            if (space.FindSplit(number) is not { } split)
            {
                continue;
            }

            var told = split.Told.Where(term => term.Factor != 0).SelectMany(term => AtomSurvey.AtomsIn(term.Part)).OfType<NumberFact>().Select(space.AxisOf);
            foreach (var axis in told.Concat(split.Groups.Select(group => space.AxisOf(group.Group.Number))).Distinct())
            {
                _splitBy.TryAdd(axis, []);
                _splitBy[axis].Add(number);
            }
        }
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
        var unstated = space.Diagrams.FirstStatedRun(node);
        var first = isDown ? runs.Length - 1 : unstated;
        // The last grade there was, at each point of what is asked below: values without a grade are passed over.
        var last = runs[first].Child;
        for (var count = 1; count < runs.Length - unstated; count++)
        {
            var i = isDown ? first - count : first + count;
            // Where the upper side begins, whichever way it is gone through.
            var at = runs[isDown ? i : i - 1].End;
            var falls = fall.Of(last, runs[i].Child);
            foreach (var step in space.Diagrams.Values(falls).Where(step => step != 0))
            {
                // A part of a number that is split comes over a limit of the whole at many values, and each has its own example.
                var axis = space.Diagrams[node].Axis;
                var key = (axis, isDown, step, _splitBy.ContainsKey(axis) ? at : 0);
                if (!_steps.TryGetValue(key, out var found))
                {
                    _steps.Add(key, found = new Step(step, []));
                }

                if (found.At.Count == 0 || at < found.At.Min)
                {
                    var way = space.Diagrams.FindWay(_decision, n => n == node)!;
                    var here = space.Diagrams.Map(falls, value => value == step ? 1 : 0);
                    found.Context = [.. way, .. space.Diagrams.FindWay(WithoutWholes(axis, at, way, here), n => n == DiagramStore.Yes)!];
                    found.Node = node;
                }

                if (found.At.Add(at) && _splitBy.ContainsKey(axis))
                {
                    found.Of = LimitOf(axis, found, isDown, at);
                }
            }

            last = carry.Of(last, runs[i].Child);
        }
    }

    /// <summary>
    /// Of where a step is, at a limit with which a part of numbers that are split is compared by itself, what needs none of these numbers to cross a limit too; all of it where there is nothing else.
    /// </summary>
    private int WithoutWholes(int axis, long at, List<Place> way, int here)
    {
        if (!_splitBy.TryGetValue(axis, out var numbers) || space.Axes[axis] is not FactAxis own || !own.Number.Limits.Cuts.Contains(own.ValueAt(at)))
        {
            return here;
        }

        var rest = here;
        foreach (var number in numbers)
        {
            var values = way.Aggregate(space.Expanded.Number(number), (values, place) => space.Diagrams.At(values, place.Axis, space.Axes[place.Axis].Pick(place.Stretch)));
            var crossing = new DiagramMerge(space.Diagrams, (before, after) => before != NumberExpression.NotStated && after != NumberExpression.NotStated
                && number.Limits.Between(Math.Min(before, after), Math.Max(before, after)) is not null ? 1 : 0)
                .Of(space.Diagrams.At(values, axis, at - 1), space.Diagrams.At(values, axis, at));
            rest = space.AndNot.Of(rest, crossing);
        }

        return rest == DiagramStore.No ? here : rest;
    }

    /// <summary>The limit of a number that is split over which a step of one of its parts leads; null where none is crossed, and the limit is one of the part itself.</summary>
    private (SurveyedNumber Number, long Cut)? LimitOf(int axis, Step step, bool isDown, long at)
    {
        var (below, above) = (Answers(isDown ? at - 1 : LastGradedBefore(step, at)), Answers(at));
        foreach (var number in _splitBy[axis])
        {
            if (number.In(below) is { } from and not NumberExpression.NotStated && number.In(above) is { } to and not NumberExpression.NotStated
                && number.Limits.Between(Math.Min(from, to), Math.Max(from, to)) is var (cut, _))
            {
                return (number, cut);
            }
        }

        return null;

        Answers Answers(long index) => new(space.WitnessAt([.. step.Context, new Place(axis, new Stretch(index, index + 1))]).Facts, static _ => null);
    }

    /// <summary>What a limit of a number that is split means for the facts in it: one finding for all of them, whichever part a fact belongs to.</summary>
    private MoreIsMilder<TGrade>? FindingOfWhole(SurveyedNumber number, long cut, List<(int Axis, bool IsDown, Step Step)> steps, ImmutableArray<NumberFact> rightlyMilder)
    {
        var found = new List<(NumberFact Fact, Shown Shown)>();
        foreach (var ofAxis in steps.GroupBy(step => (step.Axis, step.IsDown), step => step.Step))
        {
            if (space.Axes[ofAxis.Key.Axis] is FactAxis axis)
            {
                found.AddRange(ofAxis.Select(step => ShownAt(ofAxis.Key.Axis, step)).OfType<Shown>().Select(shown => (axis.Fact, shown)));
                continue;
            }

            found.AddRange(CrossingsOf(ofAxis.Key.Axis, ofAxis.Key.IsDown, [.. ofAxis], rightlyMilder));
        }

        if (found.Count == 0)
        {
            return null;
        }

        var order = number.Form.Terms.SelectMany(term => AtomSurvey.AtomsIn(term.Part)).OfType<NumberFact>().ToList();
        ImmutableArray<NumberFact> facts = [.. found.Select(one => one.Fact).Distinct().OrderBy(order.IndexOf)];
        var first = found.First(one => one.Fact.Equals(facts[0])).Shown;
        // Where numbers were thought of as free, only what was tried out is certain.
        List<Step> told = space.Free.IsEmpty ? steps.ConvertAll(step => step.Step) : found.ConvertAll(one => one.Shown.Step);
        var limit = number.ToDecimal(cut);
        return new MoreIsMilder<TGrade>(
            [.. steps.Where(step => told.Contains(step.Step)).GroupBy(step => step.Axis, step => step.Step).SelectMany(ofAxis => ClausesOf(ofAxis.Key, [.. ofAxis])).Distinct()], policy.Scale, facts, number.Wording,
            [.. told.Select(Ends).Select(ends => (From: policy.Scale.MildestFirst[ends.From.Code - 1], To: policy.Scale.MildestFirst[ends.To.Code - 1])).Distinct()
                .Select(grades => new MilderStep<TGrade>([limit], grades.From, grades.To))],
            first.Before, first.After);
    }

    /// <summary>A step of a fact as an example; null where numbers were thought of as free and grading says otherwise.</summary>
    private Shown? ShownAt(int axis, Step step)
    {
        var (before, after) = (WitnessAt(axis, step, LastGradedBefore(step, step.At.Min)), WitnessAt(axis, step, step.At.Min));
        // A number that was thought of as free may change with the fact, so that each is held against grading itself.
        if (space.Free.IsEmpty || Shows(step, before, after))
        {
            return new Shown(step, before, after);
        }

        IsComplete = false;
        return null;
    }

    private FactWitness WitnessAt(int axis, Step step, long index) => space.WitnessAt([.. step.Context, new Place(axis, new Stretch(index, index + 1))]);

    private MoreIsMilder<TGrade>? Finding(int axisNumber, List<Step> cause)
    {
        var axis = (FactAxis)space.Axes[axisNumber];
        var shown = cause.Select(step => ShownAt(axisNumber, step)).OfType<Shown>().ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        var first = shown.MinBy(one => one.Step.At.Min)!;
        return new MoreIsMilder<TGrade>(
            ClausesOf(axisNumber, [.. shown.Select(one => one.Step)]), policy.Scale, [axis.Fact], axis.Fact, [.. shown.Select(one => Told(axis, one.Step))], first.Before, first.After);
    }

    /// <summary>Whether grading leads from the one grade of a step to the other; false too where that is not known.</summary>
    private bool Shows(Step step, FactWitness before, FactWitness after)
    {
        var (from, to) = Ends(step);
        return CodeOf(before) == from.Code && CodeOf(after) == to.Code;

        int? CodeOf(FactWitness witness) => _grader.Decide(new Answers(witness.Facts, static _ => null))?.Code;
    }

    private MilderStep<TGrade> Told(NumberAxis axis, Step step)
    {
        var (from, to) = Ends(step);
        // Where numbers were thought of as free, only what was tried out is certain.
        var at = space.Free.IsEmpty ? step.At : step.At.Take(1);
        return new MilderStep<TGrade>(
            [.. at.Select(index => axis.Number.ToDecimal(LimitAt(axis, index)))], policy.Scale.MildestFirst[from.Code - 1], policy.Scale.MildestFirst[to.Code - 1]);
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

    /// <summary>What a limit of a number of too many parts means for the facts in it: one finding for all of them.</summary>
    private MoreIsMilder<TGrade>? FindingOfParts(int axisNumber, bool isDown, List<Step> cause, ImmutableArray<NumberFact> rightlyMilder)
    {
        var axis = (ComputedAxis)space.Axes[axisNumber];
        var found = CrossingsOf(axisNumber, isDown, cause, rightlyMilder);
        if (found.Count == 0)
        {
            return null;
        }

        // Where numbers were thought of as free, only what was tried out is certain.
        List<Step> steps = space.Free.IsEmpty ? cause : [found[0].Shown.Step];
        return new MoreIsMilder<TGrade>(
            ClausesOf(axisNumber, steps), policy.Scale, [.. found.Where(one => steps.Contains(one.Shown.Step)).Select(one => one.Fact)], axis.Number.Wording,
            [.. steps.Select(step => Told(axis, step))], found[0].Shown.Before, found[0].Shown.After);
    }

    /// <summary>The facts of a number of too many parts of which more leads over one of some limits, each with an example.</summary>
    private List<(NumberFact Fact, Shown Shown)> CrossingsOf(int axisNumber, bool isDown, List<Step> steps, ImmutableArray<NumberFact> rightlyMilder)
    {
        var axis = (ComputedAxis)space.Axes[axisNumber];
        var found = new List<(NumberFact, Shown)>();
        foreach (var term in axis.Number.Form.Terms.Where(term => term.Factor != 0))
        {
            foreach (var fact in ExpressionNodes.In(term.Part).OfType<NumberFact>().Distinct().Where(fact => !rightlyMilder.Contains(fact)))
            {
                if (axis.Search is not { } search)
                {
                    IsComplete = false;
                }
                else if (Crossing(search, term, fact, isDown, axisNumber, steps) is { } shown)
                {
                    found.Add((fact, shown));
                }
            }
        }

        return found;
    }

    /// <summary>
    /// An entity on the one side of a limit and the same with more of a fact on the other, held against grading itself; null where there is none, or none was found
    /// and it is not settled.
    /// </summary>
    private Shown? Crossing(LinearSearch search, LinearTerm term, NumberFact fact, bool isDown, int axisNumber, List<Step> cause)
    {
        var axis = (ComputedAxis)space.Axes[axisNumber];
        var without = search.Terms.Index().First(one => one.Item.Part.Equals(term.Part)).Index;
        var rises = (term.Factor > 0) != isDown;
        var limits = cause.SelectMany(step => step.At, (step, index) => (step, index)).ToList();
        var isSettled = PartStep.AreAll(term, fact, space) && limits.Count <= MostLimitsTried;
        foreach (var change in PartStep.Of(term, fact, rises, space))
        {
            foreach (var (step, index) in limits.Take(MostLimitsTried))
            {
                // The number is below the limit with the one value of the part, and not with the other.
                var limit = (Int128)LimitAt(axis, index);
                var (a, b) = (term.Factor * (Int128)change.Before, term.Factor * (Int128)change.After);
                var (others, settled) = search.Find(limit - Int128.Max(a, b), limit - 1 - Int128.Min(a, b), without);
                isSettled &= settled;
                if (others is null)
                {
                    continue;
                }

                var (from, to) = (change.From, change.To);
                if (term.Fact is not null)
                {
                    // All the way over the limit some single step of the fact leads.
                    others[without] = 0;
                    (from, to) = Single(fact, term.Factor, limit - search.ValueOf(others));
                }

                var (before, after) = (Entity(from), Entity(to));
                if (Shows(step, before, after))
                {
                    return new Shown(step, before, after);
                }

                isSettled = false;

                FactWitness Entity(long stored)
                {
                    var draft = new WitnessDraft(space);
                    // What is said last counts.
                    draft.Follow(step.Context.Where(placed => placed.Axis != axisNumber));
                    search.Exemplify(others, draft, without);
                    draft.Follow(change.Context);
                    draft.State(new FactValue(fact, stored));
                    return draft.ToWitness();
                }
            }
        }

        IsComplete &= isSettled;
        return null;
    }

    /// <summary>The last value of a fact on the one side of what its multiple has to reach, and the first on the other.</summary>
    private static (long From, long To) Single(NumberFact fact, long factor, Int128 reached)
    {
        // Of a multiple that falls it is the last that still reaches it.
        var last = factor > 0 ? LinearForm.Floor(reached - 1, factor) : LinearForm.Floor(-reached, -(Int128)factor);
        var place = Math.Clamp(fact.NumberOf((long)Int128.Clamp(last, fact.Least, fact.Most - (Int128)1) + 1) - 1, 0, fact.Count - 2);
        return (fact.ValueAt(place), fact.ValueAt(place + 1));
    }

    /// <summary>The first value on the upper side of a limit. Of a number of too many values those on its axis are only some that occur.</summary>
    private static long LimitAt(NumberAxis axis, long index) =>
        axis is ComputedAxis && axis.Number.Limits.LastCut(axis.ValueAt(index)) is { } cut ? cut : axis.ValueAt(index);

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

        switch (space.Axes[axis])
        {
            // Whether a custom condition holds where it was never asked for is not known, so the example has to say what it takes for granted.
            case CustomAxis:
                step.Context.Add(new Place(axis, new Stretch(0, 1)));
                return 0;
            // A number may have a value also where nothing of it is stated.
            case ComputedAxis computed:
                var answers = new Answers(space.WitnessAt(step.Context).Facts, custom => PlaceOf(step, space.AxisOf(custom)) == 1);
                return computed.PlaceOf(computed.Number.In(answers)!.Value);
            // Of a fact: that it is not stated, as the example does not state it.
            default:
                return 0;
        }
    }

    /// <summary>The two outcomes of a fall, and 0 where there is none.</summary>
    private long Fall(long last, long here) => Code(last) != _notGraded && Code(here) != _notGraded && Code(last) > Code(here)
        ? ((last << OutcomeBits) | here) + 1
        : 0;

    private static int Code(long outcome) => DecisionDiagram.Unpack(outcome).Code;

    private sealed record Shown(Step Step, FactWitness Before, FactWitness After);

    private sealed class Step(long fall, SortedSet<long> at)
    {
        public long Fall => fall;

        public SortedSet<long> At => at;

        /// <summary>Where the axis is asked, and what is asked besides.</summary>
        public List<Place> Context { get; set; } = [];

        public int Node { get; set; }

        /// <summary>Of a part of a number that is split: the limit of the whole that is crossed; null where it is one of the part itself.</summary>
        public (SurveyedNumber Number, long Cut)? Of { get; set; }
    }
}
