using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>What conditions are made of: the facts and custom conditions they read, where, and against which limits.</summary>
internal sealed class AtomSurvey
{
    private readonly Action<long> _spend;
    private static readonly object Alone = new();

    private readonly List<object> _atoms = [];
    private readonly Dictionary<object, HashSet<object>> _readIn = [];
    private readonly Dictionary<IChoiceFact, int> _questions = [];
    private readonly Dictionary<NumberExpression, NumberLimits> _limits = [];
    private readonly List<NumberExpression> _scores = [];
    private readonly HashSet<NumberExpression> _knownScores = [];

    /// <param name="conditions">The conditions.</param>
    /// <param name="spend">Counts the work.</param>
    public AtomSurvey(IEnumerable<Condition> conditions, Action<long> spend)
    {
        _spend = spend;
        foreach (var condition in conditions)
        {
            Visit(condition, Alone);
        }
    }

    /// <summary>
    /// The facts and custom conditions in the order in which diagrams ask for them: choices first, the one most asked for
    /// leading, because most of a policy falls away once the business type is known; then as they are written; custom ones last.
    /// </summary>
    public IEnumerable<object> Ordered => _atoms
        .OrderBy(atom => atom switch { IChoiceFact => 0, CustomCondition => 2, _ => 1 })
        .ThenByDescending(atom => atom is IChoiceFact choice ? (_questions.GetValueOrDefault(choice), choice.Values.Count) : default);

    /// <summary>
    /// The computed numbers that can stand for their facts: nothing but the number itself reads any of them, so that its
    /// value does not depend on anything else.
    /// </summary>
    public IEnumerable<NumberExpression> Scores
    {
        get
        {
            var shared = _readIn.Values.Where(places => places.Count > 1).SelectMany(places => places).ToHashSet();
            return _scores.Where(score => !shared.Contains(Unnamed(score)));
        }
    }

    /// <summary>The limits with which a number is compared; a name makes it no other number.</summary>
    public NumberLimits LimitsOf(NumberExpression number) =>
        _limits.TryGetValue(Unnamed(number), out var limits) ? limits : _limits[Unnamed(number)] = new NumberLimits();

    public static NumberExpression Unnamed(NumberExpression number) => number is NamedNumber named ? Unnamed(named.Inner) : number;

    private void Visit(object node, object inside)
    {
        _spend(1);
        switch (node)
        {
            case IFact or CustomCondition:
                Read(node, inside);
                break;
            case ChoiceIn choice:
                Read(choice.Fact, inside);
                _questions[choice.Fact] = _questions.GetValueOrDefault(choice.Fact) + 1;
                break;
            case Stated { Number: { } asked }:
                Look(asked, inside);
                break;
            case Comparison comparison:
                LimitsOf(comparison.Left).Add(comparison);
                Look(comparison.Left, inside);
                break;
            default:
                foreach (var part in ExpressionNodes.PartsOf(node))
                {
                    Visit(part, inside);
                }

                break;
        }
    }

    private void Look(NumberExpression looked, object inside)
    {
        var number = Unnamed(looked);
        if (number is not NumberFact && inside == Alone && _knownScores.Add(number))
        {
            _scores.Add(looked);
        }

        // What a number inside a score is compared with happens inside that score.
        Visit(number, number is NumberFact || inside != Alone ? inside : number);
    }

    private void Read(object atom, object inside)
    {
        if (!_readIn.TryGetValue(atom, out var places))
        {
            _atoms.Add(atom);
            _readIn.Add(atom, places = []);
        }

        places.Add(inside);
    }
}
