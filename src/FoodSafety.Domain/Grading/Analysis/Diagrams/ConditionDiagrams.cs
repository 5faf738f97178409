using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Turns conditions and numbers into diagrams.</summary>
internal sealed class ConditionDiagrams(PolicySpace space, bool usesNumbers)
{
    private readonly Dictionary<Condition, int> _conditions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SurveyedNumber, int> _numbers = [];
    private readonly Dictionary<NumberExpression, int> _parts = [];
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

    /// <summary>A computed number, in values that stand on the right side of every limit with which the policy compares it.</summary>
    public int Number(SurveyedNumber number)
    {
        if (!_numbers.TryGetValue(number, out var diagram))
        {
            _numbers.Add(number, diagram = _arithmetic.Of(number.Form, number.Limits.Cuts));
        }

        return diagram;
    }

    /// <summary>A part of a number, in all its values.</summary>
    public int Part(NumberExpression part)
    {
        if (!_parts.TryGetValue(part, out var diagram))
        {
            _parts.Add(part, diagram = _arithmetic.Of(part, cuts: null));
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
        var (number, low, high) = space.Survey.Read(comparison);
        if (low > high || number.Form.Terms.IsEmpty)
        {
            // What adds up to nothing is 0 whatever the facts are.
            return low <= high && low <= 0 && high >= 0 ? DiagramStore.Yes : DiagramStore.No;
        }

        var axis = number.Form.Fact is { } fact ? space.AxisOf(fact) : space.FindAxis(number, orFacts: !usesNumbers);
        if (axis is not { } asked)
        {
            return Diagrams.Map(Number(number), value => value >= low && value <= high ? 1 : 0);
        }

        var values = (NumberAxis)space.Axes[asked];
        return Among(asked, values.IndexOf(low), high == long.MaxValue ? values.Length : values.IndexOf(high + 1));
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
