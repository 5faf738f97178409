using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Turns conditions and numbers into diagrams.</summary>
internal sealed class ConditionDiagrams(PolicySpace space, bool usesNumbers)
{
    private readonly Dictionary<Condition, int> _conditions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, int> _holding = [];
    private readonly Dictionary<SurveyedNumber, int> _numbers = [];
    private readonly Dictionary<NumberExpression, int> _parts = [];
    private readonly NumberDiagrams _arithmetic = new(space);

    private DiagramStore Diagrams => space.Diagrams;

    /// <summary>A condition as the function that is 1 where it holds and 0 elsewhere.</summary>
    public int Of(Condition condition) => Holding(TruthOf(condition));

    /// <summary>Where a condition holds, of the function of what it says.</summary>
    public int Holding(int truth)
    {
        if (!_holding.TryGetValue(truth, out var holding))
        {
            _holding.Add(truth, holding = Diagrams.Nodes(truth).Exists(node => node == DiagramStore.NotStated)
                ? Diagrams.Map(truth, static said => said == (long)Truth.Holds ? 1 : 0)
                : truth);
        }

        return holding;
    }

    /// <summary>A condition as the function of what it says: a <see cref="Truth"/>.</summary>
    public int TruthOf(Condition condition)
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
            _numbers.Add(number, diagram = space.FindSplit(number) is { } split ? _arithmetic.Of(split) : _arithmetic.Of(number.Form, number.Limits.Cuts));
        }

        return diagram;
    }

    /// <summary>A number that is split, without the largest group of its parts.</summary>
    public int Others(SurveyedNumber number) => _arithmetic.OfOthers(space.FindSplit(number)!);

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
        FlagFact => Among(space.AxisOf(condition), 2, 3),
        CustomCondition => Among(space.AxisOf(condition), 1, 2),
        Stated stated => IsStated(stated),
        ChoiceIn choice => Choose(choice),
        Comparison comparison => Compare(comparison),
        Negation negation => space.AndNot.Of(DiagramStore.Yes, TruthOf(negation.Inner)),
        AllOf all => all.Parts.Aggregate(DiagramStore.Yes, (every, part) => space.And.Of(every, TruthOf(part))),
        _ => ((AnyOf)condition).Parts.Aggregate(DiagramStore.No, (some, part) => space.Or.Of(some, TruthOf(part))),
    };

    private int Choose(ChoiceIn choice) => Diagrams.Branch(
        space.AxisOf(choice.Fact),
        [.. choice.Fact.Values.Select((value, i) => new Run(i + 1, value == choice.Fact.Unstated ? DiagramStore.NotStated : choice.Contains(value) ? DiagramStore.Yes : DiagramStore.No))]);

    private int IsStated(Stated stated)
    {
        var number = stated.Number is { } asked ? space.Survey.Of(asked) : null;
        if ((number is null ? space.AxisOf(stated.Fact!) : AxisOf(number)) is not { } axis)
        {
            return Diagrams.Map(Number(number!), static value => value == NumberExpression.NotStated ? 0 : 1);
        }

        var first = space.Axes[axis].FirstStated;
        // A choice without any value is never stated.
        return first == 0 ? DiagramStore.Yes : first == space.Axes[axis].Length ? DiagramStore.No : Diagrams.Branch(axis, [new Run(first, DiagramStore.No), new Run(space.Axes[axis].Length, DiagramStore.Yes)]);
    }

    private int Compare(Comparison comparison)
    {
        var (number, low, high) = space.Survey.Read(comparison);
        if (AxisOf(number) is not { } axis)
        {
            return Diagrams.Map(Number(number), value => value == NumberExpression.NotStated ? DiagramStore.NotStated : value >= low && value <= high ? 1 : 0);
        }

        var values = (NumberAxis)space.Axes[axis];
        return Among(axis, values.IndexOf(low), high == long.MaxValue ? values.Length : values.IndexOf(high + 1));
    }

    /// <summary>The axis that stands for a number; null where its facts are asked.</summary>
    private int? AxisOf(SurveyedNumber number) => number.Form.Fact is { } fact ? space.AxisOf(fact) : space.FindAxis(number, orFacts: !usesNumbers);

    /// <summary>That the place on an axis lies in a stretch of stated ones.</summary>
    private int Among(int axis, long from, long end)
    {
        var runs = new List<Run>(4);
        Add(space.Axes[axis].FirstStated, DiagramStore.NotStated);
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
