using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Everything that some conditions depend on, as axes, and the conditions as diagrams over them.</summary>
/// <remarks>
/// A computed number whose facts nothing else reads is an axis too. In <see cref="Readable"/> diagrams it stands for its facts, so that
/// regions can be told by it; in <see cref="Expanded"/> ones conditions go down to the facts, but for numbers of too many values, which stay
/// axes there. One of these whose facts are read elsewhere too is split into parts of which each is read there alone or has few values; where that cannot be, it is thought
/// of as free of its facts: then what never happens is certain, and what happens is not.
/// </remarks>
internal sealed class PolicySpace
{
    // On the way down a diagram asks each axis once, and walking it takes a call for each.
    private const int MostAxes = 500;

    private readonly Dictionary<object, int> _axisOf = [];
    private readonly HashSet<SurveyedNumber> _unexpanded = [];
    private Dictionary<SurveyedNumber, NumberSplit> _splits = [];
    private WholeNumbers? _whole;
    private readonly List<Axis> _axes = [];

    /// <summary>Finds the axes of some conditions.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="diagrams">Where the functions are kept, and all work is counted.</param>
    /// <exception cref="DiagramTooLargeException">They read too many facts, or it takes too many steps.</exception>
    public PolicySpace(IEnumerable<Condition> conditions, DiagramStore diagrams)
    {
        Diagrams = diagrams;
        Survey = new AtomSurvey(conditions, diagrams.Spend);
        Diagrams.FirstStated = axis => _axes[axis].FirstStated;
        And = new DiagramMerge(Diagrams, static (a, b) => (long)Both((Truth)a, (Truth)b), FindAnd);
        Or = new DiagramMerge(Diagrams, static (a, b) => (long)Both(((Truth)a).Not(), ((Truth)b).Not()).Not(), static (a, b) =>
            a == DiagramStore.Yes || b == DiagramStore.No ? a : b == DiagramStore.Yes || a == DiagramStore.No ? b : null);
        AndNot = new DiagramMerge(Diagrams, static (a, b) => (long)Both((Truth)a, ((Truth)b).Not()), static (a, b) =>
            a == DiagramStore.No || b == DiagramStore.No ? a : b == DiagramStore.Yes ? DiagramStore.No : null);
        foreach (var atom in Survey.Ordered)
        {
            AddAxis(atom, atom switch
            {
                IChoiceFact choice => new ChoiceAxis(choice),
                FlagFact flag => new FlagAxis(flag),
                NumberFact number => new FactAxis(number, Survey.Of(number)),
                _ => new CustomAxis((CustomCondition)atom),
            });
        }

        Readable = new ConditionDiagrams(this, usesNumbers: true);
        Expanded = new ConditionDiagrams(this, usesNumbers: false);
    }

    public DiagramStore Diagrams { get; }

    public AtomSurvey Survey { get; }

    public IReadOnlyList<Axis> Axes => _axes;

    public DiagramMerge And { get; }

    public DiagramMerge Or { get; }

    public DiagramMerge AndNot { get; }

    public ConditionDiagrams Readable { get; }

    public ConditionDiagrams Expanded { get; }

    /// <summary>The numbers of too many values that are thought of as free, though their facts are read elsewhere too, or it is not known which values they can have.</summary>
    public ImmutableArray<SurveyedNumber> Free { get; private set; } = [];

    /// <summary>The facts of <see cref="Free"/> with how many values they have, the most first.</summary>
    public ImmutableArray<FactCells> CellsOfFree => [.. Free.SelectMany(FactsOf).Distinct().OrderByDescending(cells => cells.Cells)];

    /// <summary>How a number of too many values is told by its parts; null of any other.</summary>
    public NumberSplit? FindSplit(SurveyedNumber number) => _splits.GetValueOrDefault(number);

    /// <summary>The numbers of too many values to go down to their facts.</summary>
    public IEnumerable<SurveyedNumber> Unexpanded => Survey.Computed.Where(_unexpanded.Contains);

    /// <summary>The numbers by which regions are told.</summary>
    public WholeNumbers Whole => _whole ??= new WholeNumbers(this);

    /// <summary>Works out the values that computed numbers can have; before it no condition becomes a diagram.</summary>
    /// <exception cref="DiagramTooLargeException">It takes too many steps.</exception>
    public void AddNumbers()
    {
        _splits = NumberSplit.Of(Survey, number => !IsAffordable(number), Diagrams.MostSteps / DiagramStore.PartOfSteps);
        var uncertain = new HashSet<NumberGroup>();
        foreach (var number in Survey.Computed)
        {
            if (FindSplit(number) is { } split)
            {
                _unexpanded.Add(number);
                AddGroups(number, split, uncertain);
                continue;
            }

            var (isIndependent, isAffordable) = (Survey.IsIndependent(number), IsAffordable(number));
            if (!isAffordable)
            {
                _unexpanded.Add(number);
            }
            else if (!isIndependent)
            {
                continue;
            }

            var reach = NumberReach.Of(number, this, isAffordable);
            AddAxis(number, new ComputedAxis(number, reach));
            if (!isIndependent || !reach.IsCertain)
            {
                Free = Free.Add(number);
            }
        }
    }

    private bool IsAffordable(SurveyedNumber number) => NumberDiagrams.IsAffordable(number.Form, number.Limits.Cuts.Count, Diagrams.MostStepsOfNumber);

    private void AddGroups(SurveyedNumber number, NumberSplit split, HashSet<NumberGroup> uncertain)
    {
        foreach (var (group, _) in split.Groups)
        {
            if (!_axisOf.ContainsKey(group.Number))
            {
                var reach = NumberReach.Of(group, this);
                AddAxis(group.Number, new ComputedAxis(group.Number, reach) { TakenAsStated = [.. group.Stated.SelectMany(AtomSurvey.AtomsIn)] });
                if (!reach.IsCertain)
                {
                    uncertain.Add(group);
                }
            }
        }

        if (split.Groups.Any(group => uncertain.Contains(group.Group)))
        {
            Free = Free.Add(number);
        }
    }

    private static Truth Both(Truth one, Truth other) => one == Truth.Fails || other == Truth.Fails ? Truth.Fails : TruthLogic.LessCertain(one, other);

    private static int? FindAnd(int a, int b) => a == DiagramStore.No || b == DiagramStore.Yes ? a : b == DiagramStore.No || a == DiagramStore.Yes ? b : null;

    /// <summary>Adds the axis of a number as a whole, which no condition asks.</summary>
    public int AddWhole(ComputedAxis axis)
    {
        AddAxis(axis, axis);
        return _axes.Count - 1;
    }

    private void AddAxis(object key, Axis axis)
    {
        if (_axes.Count == MostAxes)
        {
            throw new DiagramTooLargeException();
        }

        _axisOf.Add(key, _axes.Count);
        _axes.Add(axis);
    }

    public int AxisOf(object atom) => _axisOf[atom];

    /// <summary>The axis of a computed number; null where its facts are asked in its place.</summary>
    /// <param name="number">The number.</param>
    /// <param name="orFacts">True to ask the facts wherever they are not too many.</param>
    public int? FindAxis(SurveyedNumber number, bool orFacts) =>
        (!orFacts || _unexpanded.Contains(number)) && _axisOf.TryGetValue(number, out var axis) ? axis : null;

    public FactWitness WitnessAt(params IEnumerable<Place> way)
    {
        var draft = new WitnessDraft(this);
        draft.Follow(way);
        return draft.ToWitness();
    }

    /// <summary>An example of where a condition holds; it must hold somewhere. Null where none could be made up.</summary>
    /// <param name="holds">Where it holds.</param>
    /// <param name="when">The condition.</param>
    public FactWitness? WitnessOf(int holds, Condition when) => Checked(WitnessOf(holds), when);

    /// <summary>An example, made up of places of which it is not known in every policy whether they occur together.</summary>
    public FactWitness WitnessOf(int condition) => WitnessAt(Diagrams.FindWay(condition, static node => node == DiagramStore.Yes)!);

    /// <summary>An example that certainly is one, or null.</summary>
    public FactWitness? Checked(FactWitness witness, Condition when) => Checked(witness, answers => answers.Holds(when) == Truth.Holds);

    /// <summary>The same of what can be asked of an entity.</summary>
    public FactWitness? Checked(FactWitness? witness, Predicate<Answers> isSo) =>
        Free.IsEmpty || witness is null || isSo(new Answers(witness.Facts, static _ => null)) ? witness : null;

    /// <summary>The numbers that a computed number is made of, with how many values they have.</summary>
    public static IEnumerable<FactCells> FactsOf(SurveyedNumber number) =>
        AtomSurvey.FactsOf(number).OfType<NumberFact>().Select(fact => new FactCells(fact, fact.Count));

    /// <summary>Whether a fact is asked at all.</summary>
    public bool Has(IFact fact) => _axisOf.ContainsKey(fact);

    /// <summary>Into how many values or stretches of values each fact is cut so far, the most first.</summary>
    public ImmutableArray<FactCells> CountCells()
    {
        var cells = Diagrams.CountCells();
        return
        [
            .. _axes.Select((axis, i) => axis switch
            {
                FactAxis number => new FactCells(number.Fact, cells.GetValueOrDefault(i, 1)),
                ChoiceAxis choice => new FactCells(choice.Fact, cells.GetValueOrDefault(i, 1)),
                FlagAxis flag => new FactCells(flag.Fact, cells.GetValueOrDefault(i, 1)),
                _ => null,
            }).OfType<FactCells>().Where(cell => cell.Cells > 1).OrderByDescending(cell => cell.Cells),
        ];
    }
}
