using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Turns conditions and numbers into diagrams.</summary>
internal sealed class ConditionDiagrams(PolicySpace space, bool usesScores)
{
    private readonly Dictionary<Condition, int> _conditions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<NumberExpression, int> _numbers = [];
    private readonly NumberDiagrams _arithmetic = new(space);

    private DiagramStore Diagrams => space.Diagrams;

    /// <summary>A condition as the function that is 1 where it holds and 0 elsewhere.</summary>
    public int Of(Condition condition)
    {
        if (!_conditions.TryGetValue(condition, out var diagram))
        {
            _conditions.Add(condition, diagram = Make(condition));
        }

        return diagram;
    }

    /// <summary>
    /// A computed number, in values that stand on the right side of every limit with which the policy compares it.
    /// </summary>
    public int Number(NumberExpression number)
    {
        var key = AtomSurvey.Unnamed(number);
        if (!_numbers.TryGetValue(key, out var diagram))
        {
            _numbers.Add(key, diagram = _arithmetic.Of(key, space.Survey.LimitsOf(key).Cuts));
        }

        return diagram;
    }

    private int Make(Condition condition) => condition switch
    {
        Constant constant => constant.Value ? DiagramStore.Yes : DiagramStore.No,
        FlagFact or CustomCondition => Among(space.AxisOf(condition), 1, 2),
        ChoiceIn choice => Choose(choice),
        Comparison comparison => Compare(comparison),
        Negation negation => space.AndNot.Of(DiagramStore.Yes, Of(negation.Inner)),
        AllOf all => all.Parts.Aggregate(DiagramStore.Yes, (every, part) => space.And.Of(every, Of(part))),
        _ => ((AnyOf)condition).Parts.Aggregate(DiagramStore.No, (some, part) => space.Or.Of(some, Of(part))),
    };

    private int Choose(ChoiceIn choice) => Diagrams.Branch(
        space.AxisOf(choice.Fact),
        [.. choice.Fact.Values.Select((value, i) => new Run(i + 1, choice.Contains(value) ? DiagramStore.Yes : DiagramStore.No))]);

    private int Compare(Comparison comparison)
    {
        if (comparison.Low > comparison.High)
        {
            return DiagramStore.No;
        }

        var above = comparison.High == long.MaxValue ? long.MaxValue : comparison.High + 1;
        if (AtomSurvey.Unnamed(comparison.Left) is NumberFact fact)
        {
            var axis = (FactAxis)space.Axes[space.AxisOf(fact)];
            return Among(space.AxisOf(fact), axis.IndexOf(comparison.Low), axis.IndexOf(above));
        }

        if (usesScores && space.FindScoreAxis(comparison.Left) is { } number)
        {
            var axis = (ScoreAxis)space.Axes[number];
            return Among(number, axis.IndexOf(comparison.Low), axis.IndexOf(above));
        }

        return Diagrams.Map(Number(comparison.Left), value => value >= comparison.Low && value <= comparison.High ? 1 : 0);
    }

    /// <summary>That the place on an axis lies in a stretch.</summary>
    private int Among(int axis, long from, long end)
    {
        var runs = new List<Run>(3);
        Add(from, DiagramStore.No);
        Add(end, DiagramStore.Yes);
        Add(space.Axes[axis].Length, DiagramStore.No);
        return Diagrams.Branch(axis, runs);

        void Add(long until, int value)
        {
            if (until > (runs.Count == 0 ? 0 : runs[^1].End))
            {
                runs.Add(new Run(until, value));
            }
        }
    }
}
