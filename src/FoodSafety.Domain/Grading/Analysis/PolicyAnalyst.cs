using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Looks for everything that can be found in a policy.</summary>
internal sealed class PolicyAnalyst<TGrade>(GradingPolicy<TGrade> policy, PolicyAnalysisOptions options) where TGrade : struct, Enum
{
    private readonly DiagramStore _diagrams = new(options);
    private readonly List<PolicyFinding> _findings = [];
    private readonly HashSet<string> _neverHolding = [];
    private readonly List<PolicyAspect> _open = [PolicyAspect.Conditions, PolicyAspect.Clauses, PolicyAspect.Adjustments, PolicyAspect.Default, PolicyAspect.MoreIsMilder];
    private readonly IChoiceFact? _leading = LeadingChoice.Of(policy);
    private PolicySpace? _made;

    private readonly ImmutableArray<(string Id, Condition When)> _clauses =
    [
        .. policy.NotGraded.Select(rule => (rule.Id, rule.When)),
        .. policy.Rules.Select(rule => (rule.Id, rule.When)),
        .. policy.Adjustments.Select(adjustment => (adjustment.Id, adjustment.When)),
    ];

    // It is made where work is counted already, and asked for only after that.
    private PolicySpace Space => _made!;

    public PolicyAnalysis<TGrade> Analyse()
    {
        ImmutableArray<FactCells> tooLarge = [];
        try
        {
            FindOpaque();
            FindTitles();
            FindGradeOfNothing();
            _made = new PolicySpace(policy.Conditions, _diagrams);
            Space.AddNumbers();
            ReviewConditions();
            _open.Remove(PolicyAspect.Conditions);
            var decision = DecisionDiagram.Of(policy, Space, Space.Readable);
            FindHidden(decision);
            _open.Remove(PolicyAspect.Clauses);
            FindAdjustmentsInVain(decision);
            _open.Remove(PolicyAspect.Adjustments);
            DescribeDefault(decision);
            _open.Remove(PolicyAspect.Default);
            var milder = new MilderSteps<TGrade>(policy, Space);
            _findings.AddRange(milder.Find([.. options.RightlyMilder.Union(policy.RightlyMilder)]));
            if (milder.IsComplete)
            {
                _open.Remove(PolicyAspect.MoreIsMilder);
            }
        }
        catch (DiagramTooLargeException e)
        {
            tooLarge = e.Cells.IsEmpty ? _made?.CountCells() ?? [] : e.Cells;
        }

        if (_open.Contains(PolicyAspect.Clauses))
        {
            FindCovered();
        }

        if (_made is { Free.IsEmpty: false } space)
        {
            _open.Add(PolicyAspect.Occurrence);
            tooLarge = tooLarge.IsEmpty ? space.CellsOfFree : tooLarge;
        }

        if (_open.Count > 0)
        {
            _findings.Add(new NotLookedAt([.. _open], [.. _made?.Free.Select(number => number.Wording) ?? []], tooLarge));
        }

        return new PolicyAnalysis<TGrade>(policy, WithAcceptances(), isComplete: _open.Count == 0, tooLarge);
    }

    /// <summary>Whatever is accepted and was not found is told, unless there may be more to find.</summary>
    private ImmutableArray<PolicyFinding> WithAcceptances()
    {
        if (_open.Count == 0)
        {
            var keys = _findings.Select(finding => finding.Key).ToHashSet(StringComparer.Ordinal);
            _findings.AddRange(policy.Accepted.Where(accepted => !keys.Contains(accepted.Finding)).Select(accepted => new AcceptedInVain(accepted)));
        }

        return [.. _findings];
    }

    private ClauseReference Refer(string id) => policy.ReferTo(id);

    private void FindOpaque() => _findings.AddRange(_clauses
        .SelectMany(clause => new AtomSurvey([clause.When], _diagrams.Spend).Ordered.OfType<CustomCondition>(), (clause, custom) => (clause.Id, custom))
        .GroupBy(read => read.custom, read => read.Id)
        .Select(read => new OpaqueCondition([.. read.Select(Refer)], read.Key)));

    private void FindTitles()
    {
        ImmutableArray<Comparison> all = [.. ExpressionNodes.In(policy.Conditions).OfType<Comparison>()];
        foreach (var clause in policy.AllClauses)
        {
            if (GradingPolicy<TGrade>.ConditionOf(clause) is not { } when)
            {
                continue;
            }

            _diagrams.Spend(when.Size.Parts);
            if (TitleNumbers.FindOther(clause, when, all) is var (written, number, limits))
            {
                _findings.Add(new TitleSaysOtherwise(Refer(clause.Id), written, number, limits));
            }
        }
    }

    private void FindGradeOfNothing()
    {
        // What hangs on a custom condition is not known.
        if (new Grader<TGrade>(policy).Decide(new Answers(FactRecord.Empty, static _ => null)) is { } outcome &&
            outcome.Decode(policy.Scale) is { State: GradingState.Graded } decision)
        {
            _findings.Add(new GradedByNothing<TGrade>(Refer(policy.ClauseOf(decision).Id), policy.Scale, decision.Grade));
        }
    }

    private void ReviewConditions()
    {
        var review = new ConditionReview(Space, Refer);
        foreach (var (id, when) in _clauses)
        {
            review.Look(id, when);
            if (Space.Readable.Of(when) == DiagramStore.No)
            {
                _neverHolding.Add(id);
            }
        }

        _findings.AddRange(review.Findings);
    }

    private void FindHidden(int decision)
    {
        var deciding = Space.Diagrams.Values(decision).Select(Clause).ToHashSet();
        var hidden = new HashSet<string>(_neverHolding);
        foreach (var (i, (id, when)) in _clauses.Take(policy.Clauses.Length - 1).Index())
        {
            if (deciding.Contains(i) || _neverHolding.Contains(id))
            {
                continue;
            }

            hidden.Add(id);
            var holds = Space.Readable.Of(when);
            var there = new DiagramMerge(Space.Diagrams, (here, outcome) => here != 0 ? Clause(outcome) + 1 : 0, DiagramMerge.NoWhereNot).Of(holds, decision);
            var hiders = Space.Diagrams.Values(there).Where(clause => clause > 0).Order().Select(clause => policy.Clauses[(int)clause - 1].Id);
            _findings.Add(new NeverWins(Refer(id), [.. hiders.Select(Refer)], Space.WitnessOf(holds, when)));
        }

        FindNeverNeeded(hidden);
        FindFinalBelowStricter(decision);
    }

    /// <summary>Final rules that decide where one that is not final, and stricter, holds.</summary>
    private void FindFinalBelowStricter(int decision)
    {
        foreach (var final in policy.Rules.Where(rule => rule.IsFinal))
        {
            var place = policy.NotGraded.Length + policy.Rules.IndexOf(final);
            var here = Space.Diagrams.Map(decision, outcome => Clause(outcome) == place ? 1 : 0);
            var stricter = policy.Rules.Where(rule => !rule.IsFinal && policy.Scale.StrictnessOf(rule.Grade) > policy.Scale.StrictnessOf(final.Grade)
                && Space.And.Of(here, Space.Readable.Of(rule.When)) != DiagramStore.No).ToList();
            if (stricter.Count > 0)
            {
                _findings.Add(new FinalBelowStricter(Refer(final.Id), [.. stricter.Select(rule => Refer(rule.Id))]));
            }
        }
    }

    /// <summary>What is seen of clauses that never decide without looking at the policy as a whole, which was too much.</summary>
    private void FindCovered()
    {
        try
        {
            var counted = new DiagramStore(options);
            foreach (var (clause, by) in ClauseCover.Find(policy, counted.Spend).ToList())
            {
                if (!_neverHolding.Contains(clause) && !_findings.Exists(finding => finding is NeverWins && finding.Clauses[0] == clause))
                {
                    _findings.Add(new NeverWins(Refer(clause), [Refer(by)], witness: null) { IsDecidedByThem = false });
                }
            }
        }
        catch (DiagramTooLargeException)
        {
            // That clauses were not looked at is told anyway.
        }
    }

    /// <summary>
    /// A rule that stands before a wider one of the same grade decides, and yet could be left out. Those after a wider one are hidden already, and a
    /// rule that is found is not what makes another one needless.
    /// </summary>
    private void FindNeverNeeded(HashSet<string> left)
    {
        // A rule that is final and one that is not stand in for each other nowhere: of the one no grade is adjusted.
        var graded = Without(DiagramStore.Yes, policy.NotGraded.Select(rule => rule.When));
        FindNeverNeeded(isFinal: true, left, graded);
        FindNeverNeeded(isFinal: false, left, Adjusted(graded));
    }

    /// <summary>Where a grade is adjusted: some region without those of final rules.</summary>
    private int Adjusted(int graded) => Without(graded, policy.Rules.Where(rule => rule.IsFinal).Select(rule => rule.When));

    private int Without(int region, IEnumerable<Condition> conditions) =>
        conditions.Aggregate(region, (rest, when) => Space.AndNot.Of(rest, Space.Readable.Of(when)));

    private void FindNeverNeeded(bool isFinal, HashSet<string> left, int graded)
    {
        var rules = policy.Rules.Where(rule => rule.IsFinal == isFinal).ToList();
        var needed = Needed(rules, left, graded);
        // Rules for other types of business need no comparing, and in a large policy that is most of them.
        var types = rules.ToDictionary(rule => rule.Id, rule => LeadingChoice.ValuesIn(rule.When, _leading));
        foreach (var rule in rules.Where(rule => !left.Contains(rule.Id) && !needed.Contains(rule.Id)))
        {
            var others = rules.Where(other => other != rule && !left.Contains(other.Id) && policy.Scale.StrictnessOf(other.Grade) >= policy.Scale.StrictnessOf(rule.Grade)
                && (types[rule.Id] is not { } here || types[other.Id] is not { } there || here.Overlaps(there))).ToList();
            var region = Space.And.Of(graded, Space.Readable.Of(rule.When));
            var alone = region;
            foreach (var other in others)
            {
                alone = Space.AndNot.Of(alone, Space.Readable.Of(other.When));
                if (alone == DiagramStore.No)
                {
                    break;
                }
            }

            if (alone == DiagramStore.No)
            {
                left.Add(rule.Id);
                var covering = others.Where(other => Space.And.Of(region, Space.Readable.Of(other.When)) != DiagramStore.No);
                _findings.Add(new NeverNeeded(Refer(rule.Id), [.. covering.Select(other => Refer(other.Id))]));
            }
        }
    }

    /// <summary>The rules that hold somewhere where no other that is as strict does: most are, and are found in one go.</summary>
    private HashSet<string> Needed(List<GradingRule<TGrade>> rules, HashSet<string> left, int graded)
    {
        const int Several = -1;
        var needed = new HashSet<string>();
        var only = DiagramStore.No;
        foreach (var alike in rules.Index().Where(rule => !left.Contains(rule.Item.Id)).GroupBy(rule => policy.Scale.StrictnessOf(rule.Item.Grade)).OrderByDescending(alike => alike.Key))
        {
            // Where a stricter one holds, none of these is needed.
            only = Space.Diagrams.Map(only, static rule => rule == 0 ? 0 : Several);
            foreach (var (place, rule) in alike)
            {
                var number = place + 1L;
                only = new DiagramMerge(Space.Diagrams, (holds, before) => holds != 1 ? before : before == 0 ? number : Several, DiagramMerge.RightWhereNot).Of(Space.Readable.Of(rule.When), only);
            }

            var here = new DiagramMerge(Space.Diagrams, static (grades, rule) => grades == 1 ? rule : 0, DiagramMerge.NoWhereNot).Of(graded, only);
            needed.UnionWith(Space.Diagrams.Values(here).Where(rule => rule > 0).Select(rule => rules[(int)rule - 1].Id));
        }

        return needed;
    }

    private void FindAdjustmentsInVain(int decision)
    {
        var applying = policy.Adjustments.Where(adjustment => !_neverHolding.Contains(adjustment.Id)).ToList();
        FindBoundsThatExclude(applying);
        foreach (var alike in applying.OfType<StepAdjustment>().GroupBy(adjustment => Space.Readable.Of(adjustment.When)).Select(alike => alike.ToList()).ToList())
        {
            // Two that cancel are told as two, whatever else applies there; then all that are left.
            while (alike.Find(one => alike.Exists(other => other.Steps == -one.Steps)) is { } first)
            {
                Cancel([first, alike.Find(other => other.Steps == -first.Steps)!]);
            }

            if (alike.Count > 1 && alike.Sum(adjustment => adjustment.Steps) == 0)
            {
                Cancel([.. alike]);
            }

            void Cancel(List<StepAdjustment> cancelling)
            {
                alike.RemoveAll(cancelling.Contains);
                applying.RemoveAll(cancelling.Contains);
                _findings.Add(new CancelsOut([.. cancelling.Select(adjustment => Refer(adjustment.Id))]));
            }
        }

        foreach (var adjustment in applying)
        {
            if (DecisionDiagram.Of(policy, Space, Space.Readable, without: adjustment) == decision)
            {
                _findings.Add(new MovesNothing(Refer(adjustment.Id), Space.WitnessOf(Space.Readable.Of(adjustment.When), adjustment.When)));
            }
        }
    }

    private void FindBoundsThatExclude(List<GradeAdjustment> applying)
    {
        var bounds = applying.OfType<BoundAdjustment<TGrade>>().ToList();
        if (bounds.DistinctBy(bound => bound.Bound).Count() < 2)
        {
            return;
        }

        var adjusted = Adjusted(Without(DiagramStore.Yes, policy.NotGraded.Select(rule => rule.When)));
        foreach (var floor in bounds.Where(bound => bound.Bound == GradeBound.AtLeast))
        {
            foreach (var ceiling in bounds.Where(bound => bound.Bound == GradeBound.AtMost && policy.Scale.StrictnessOf(bound.Grade) < policy.Scale.StrictnessOf(floor.Grade)))
            {
                var both = Space.And.Of(adjusted, Space.And.Of(Space.Readable.Of(floor.When), Space.Readable.Of(ceiling.When)));
                if (both != DiagramStore.No)
                {
                    _findings.Add(new BoundsExclude(Refer(floor.Id), Refer(ceiling.Id), Space.WitnessOf(both, floor.When & ceiling.When)));
                }
            }
        }
    }

    private void DescribeDefault(int decision)
    {
        var otherwise = Refer(policy.Otherwise.Id);
        var region = Space.Diagrams.Map(decision, outcome => Clause(outcome) == policy.Clauses.Length - 1 ? 1 : 0);
        if (region == DiagramStore.No)
        {
            _findings.Add(new DefaultNeverDecides(otherwise));
            return;
        }

        if (FindUnspoken() is { } unspoken)
        {
            _findings.Add(new ValuesWithoutRule(otherwise, unspoken.Values.Fact, [.. unspoken.Values.Values], unspoken.AreLeftToDefault));
            region = Space.AndNot.Of(region, Space.Readable.Of(unspoken.Values));
        }

        if (region != DiagramStore.No)
        {
            var boxes = new RegionLister(Space, options.MostBoxes).List(region, out var isExact);
            _findings.AddRange(boxes.Select(box => new LeftToDefault(otherwise, box.Where, box.ToText(Space), isExact, Space.Checked(box.Witness, IsLeft))));
        }
    }

    private bool IsLeft(Answers answers) => new Grader<TGrade>(policy).Decide(answers) is { } outcome && outcome.Clause == policy.Clauses.Length;

    /// <summary>
    /// The values of the leading choice of which no clause says anything that it does not say of all: any that the default alone grades, and otherwise only where most
    /// are told apart, for then these may be forgotten.
    /// </summary>
    private (ChoiceIn Values, bool AreLeftToDefault)? FindUnspoken()
    {
        if (_leading is not { } choice || !Space.Has(choice))
        {
            return null;
        }

        var axis = Space.AxisOf(choice);
        var clauses = _clauses.Take(policy.Clauses.Length - 1).Select(clause => Space.Readable.Of(clause.When)).ToList();
        var common = clauses.ConvertAll(clause => choice.Values.Select((_, i) => Space.Diagrams.At(clause, axis, i)).Aggregate(DiagramStore.Yes, Space.And.Of));
        var values = choice.Values.Index().Where(value => value.Item != 0 && clauses.Index().All(clause => Space.Diagrams.At(clause.Item, axis, value.Index) == common[clause.Index])).Select(value => value.Item).ToList();
        var (all, areLeft) = (choice.Values.Count - 1, common.Skip(policy.NotGraded.Length).All(rule => rule == DiagramStore.No));
        return values.Count == 0 || values.Count == all || (!areLeft && values.Count * 2 > all) ? null : (new ChoiceIn(choice, values), areLeft);
    }

    private static int Clause(long outcome) => DecisionDiagram.Unpack(outcome).Clause - 1;
}

/// <summary>The choice by which a policy tells entities apart (主要分类): the one that its rules ask most, as the business type.</summary>
internal static class LeadingChoice
{
    public static IChoiceFact? Of<TGrade>(GradingPolicy<TGrade> policy) where TGrade : struct, Enum => policy.Rules
        .SelectMany(rule => ExpressionNodes.In(rule.When).OfType<ChoiceIn>().Select(asked => asked.Fact).Distinct())
        .GroupBy(fact => fact)
        .OrderByDescending(asked => asked.Count())
        .ThenByDescending(asked => asked.Key.Values.Count)
        .FirstOrDefault()?.Key;

    /// <summary>The values of a choice of which alone a condition can hold, as it is written; null where that may be any.</summary>
    public static IReadOnlySet<int>? ValuesIn(Condition when, IChoiceFact? choice) =>
        (when is AllOf all ? all.Parts : [when]).OfType<ChoiceIn>().FirstOrDefault(asked => asked.Fact.Equals(choice)) is { } only ? only.Values.ToHashSet() : null;
}
