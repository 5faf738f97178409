using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Looks for everything that can be found in a policy.</summary>
internal sealed class PolicyAnalyst<TGrade>(GradingPolicy<TGrade> policy, PolicyAnalysisOptions options) where TGrade : struct, Enum
{
    private readonly DiagramStore _diagrams = new(options.MostSteps);
    private readonly List<PolicyFinding> _findings = [];
    private readonly HashSet<string> _neverHolding = [];
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
        try
        {
            FindOpaque();
            FindGradeOfNothing();
            _made = new PolicySpace(policy.Conditions, _diagrams);
            Space.AddScores();
            ReviewConditions();
            var decision = DecisionDiagram.Of(policy, Space, Space.Readable);
            FindHidden(decision);
            FindAdjustmentsInVain(decision);
            DescribeDefault(decision);
            _findings.AddRange(new MilderSteps<TGrade>(policy, Space).Find(options.RightlyMilder));
        }
        catch (DiagramTooLargeException e)
        {
            return new PolicyAnalysis<TGrade>(policy, [.. _findings], isComplete: false, e.Cells.IsEmpty ? _made?.CountCells() ?? [] : e.Cells);
        }

        return new PolicyAnalysis<TGrade>(policy, [.. _findings], isComplete: true, []);
    }

    private void FindOpaque() => _findings.AddRange(_clauses
        .SelectMany(clause => new AtomSurvey([clause.When], _diagrams.Spend).Ordered.OfType<CustomCondition>(), (clause, custom) => (clause.Id, custom))
        .GroupBy(read => read.custom, read => read.Id)
        .Select(read => new OpaqueCondition([.. read], read.Key)));

    private void FindGradeOfNothing()
    {
        // What hangs on a custom condition is not known.
        if (new Grader<TGrade>(policy).Decide(new Answers(FactRecord.Empty, static _ => null)) is { } outcome &&
            outcome.Decode(policy.Scale) is { State: GradingState.Graded } decision)
        {
            _findings.Add(new GradedByNothing<TGrade>(policy.ClauseOf(decision).Id, policy.Scale, decision.Grade));
        }
    }

    private void ReviewConditions()
    {
        var review = new ConditionReview(Space);
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
        foreach (var (i, (id, when)) in _clauses.Take(policy.Clauses.Length - 1).Index())
        {
            if (deciding.Contains(i) || _neverHolding.Contains(id))
            {
                continue;
            }

            var holds = Space.Readable.Of(when);
            var there = new DiagramMerge(Space.Diagrams, (here, outcome) => here != 0 ? Clause(outcome) + 1 : 0).Of(holds, decision);
            var hiders = Space.Diagrams.Values(there).Where(clause => clause > 0).Order().Select(clause => policy.Clauses[(int)clause - 1].Id);
            _findings.Add(new NeverWins(id, [.. hiders], Space.WitnessOf(holds)));
        }
    }

    private void FindAdjustmentsInVain(int decision)
    {
        foreach (var adjustment in policy.Adjustments.Where(adjustment => !_neverHolding.Contains(adjustment.Id)))
        {
            if (DecisionDiagram.Of(policy, Space, Space.Readable, without: adjustment) == decision)
            {
                _findings.Add(new MovesNothing(adjustment.Id, Space.WitnessOf(Space.Readable.Of(adjustment.When))));
            }
        }
    }

    private void DescribeDefault(int decision)
    {
        var id = policy.Otherwise.Id;
        var region = Space.Diagrams.Map(decision, outcome => Clause(outcome) == policy.Clauses.Length - 1 ? 1 : 0);
        if (region == DiagramStore.No)
        {
            _findings.Add(new DefaultNeverDecides(id));
            return;
        }

        var boxes = new RegionLister(Space, options.MostBoxes).List(region, out var isExact);
        _findings.AddRange(boxes.Select(box => new LeftToDefault(id, box.Where, isExact, box.Witness)));
    }

    private static int Clause(long outcome) => DecisionDiagram.Unpack(outcome).Clause - 1;
}
