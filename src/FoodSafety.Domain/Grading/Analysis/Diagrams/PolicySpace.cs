using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Everything that some conditions depend on, as axes, and the conditions as diagrams over them.</summary>
/// <remarks>
/// A score whose facts nothing else reads is an axis too. In <see cref="Readable"/> diagrams it stands for its facts, so that
/// regions can be told by it; in <see cref="Expanded"/> ones every condition goes down to the facts.
/// </remarks>
internal sealed class PolicySpace
{
    private readonly Dictionary<object, int> _axisOf = [];
    private readonly Dictionary<NumberExpression, int> _scoreAxisOf = [];
    // On the way down a diagram asks each axis once, and walking it takes a call for each.
    private const int MostAxes = 500;

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
        And = new DiagramMerge(Diagrams, static (a, b) => (long)Both((Truth)a, (Truth)b));
        Or = new DiagramMerge(Diagrams, static (a, b) => (long)Both(((Truth)a).Not(), ((Truth)b).Not()).Not());
        AndNot = new DiagramMerge(Diagrams, static (a, b) => (long)Both((Truth)a, ((Truth)b).Not()));
        foreach (var atom in Survey.Ordered)
        {
            _axisOf.Add(atom, _axes.Count);
            AddAxis(atom switch
            {
                IChoiceFact choice => new ChoiceAxis(choice),
                FlagFact flag => new FlagAxis(flag),
                NumberFact number => new FactAxis(number, Survey.LimitsOf(number)),
                _ => new CustomAxis((CustomCondition)atom),
            });
        }

        Readable = Expanded = new ConditionDiagrams(this, usesScores: false);
    }

    private static Truth Both(Truth one, Truth other) => one == Truth.Fails || other == Truth.Fails ? Truth.Fails : TruthLogic.LessCertain(one, other);

    public DiagramStore Diagrams { get; }

    public AtomSurvey Survey { get; }

    public IReadOnlyList<Axis> Axes => _axes;

    public DiagramMerge And { get; }

    public DiagramMerge Or { get; }

    public DiagramMerge AndNot { get; }

    public ConditionDiagrams Readable { get; private set; }

    public ConditionDiagrams Expanded { get; }

    /// <summary>Works out the values that scores can have. Before it, readable diagrams are the expanded ones.</summary>
    /// <exception cref="DiagramTooLargeException">It takes too many steps.</exception>
    public void AddScores()
    {
        foreach (var score in Survey.Scores)
        {
            var diagram = Expanded.Number(score);
            _scoreAxisOf.Add(AtomSurvey.Unnamed(score), _axes.Count);
            AddAxis(new ScoreAxis(score, Survey.LimitsOf(score), diagram, [.. Diagrams.Values(diagram).Order()]));
        }

        if (_scoreAxisOf.Count > 0)
        {
            Readable = new ConditionDiagrams(this, usesScores: true);
        }
    }

    private void AddAxis(Axis axis)
    {
        if (_axes.Count == MostAxes)
        {
            throw new DiagramTooLargeException();
        }

        _axes.Add(axis);
    }

    public int AxisOf(object atom) => _axisOf[atom];

    public int? FindScoreAxis(NumberExpression number) =>
        _scoreAxisOf.TryGetValue(AtomSurvey.Unnamed(number), out var axis) ? axis : null;

    public FactWitness WitnessAt(params IEnumerable<Place> way)
    {
        var draft = new WitnessDraft(this);
        draft.Follow(way);
        return draft.ToWitness();
    }

    /// <summary>An example of where a condition holds; it must hold somewhere.</summary>
    public FactWitness WitnessOf(int condition) => WitnessAt(Diagrams.FindWay(condition, static node => node == DiagramStore.Yes)!);

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
