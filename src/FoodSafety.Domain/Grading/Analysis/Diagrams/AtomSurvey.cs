using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>What conditions are made of: the facts and custom conditions they read, where, and against which limits.</summary>
internal sealed class AtomSurvey
{
    private static readonly object Alone = new();

    private readonly List<object> _atoms = [];
    private readonly Dictionary<object, HashSet<object>> _readIn = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IChoiceFact, int> _questions = [];
    private readonly Dictionary<NumberExpression, NumberLimits> _limits = [];
    private readonly List<NumberExpression> _scores = [];

    public AtomSurvey(IEnumerable<Condition> conditions)
    {
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
        .ThenByDescending(atom => atom is IChoiceFact choice ? (_questions[choice], choice.Values.Count) : default);

    /// <summary>
    /// The computed numbers that can stand for their facts: nothing but the number itself reads any of them, so that its
    /// value does not depend on anything else.
    /// </summary>
    public IEnumerable<NumberExpression> Scores => _scores.Where(score => _readIn.Values
        .Where(places => places.Contains(Unnamed(score)))
        .All(places => places.Count == 1));

    /// <summary>The limits with which a number is compared; a name makes it no other number.</summary>
    public NumberLimits LimitsOf(NumberExpression number) =>
        _limits.TryGetValue(Unnamed(number), out var limits) ? limits : _limits[Unnamed(number)] = new NumberLimits();

    public static NumberExpression Unnamed(NumberExpression number) => number is NamedNumber named ? Unnamed(named.Inner) : number;

    private void Visit(Condition condition, object inside)
    {
        switch (condition)
        {
            case FlagFact or CustomCondition:
                Read(condition, inside);
                break;
            case ChoiceIn choice:
                Read(choice.Fact, inside);
                _questions[choice.Fact] = _questions.GetValueOrDefault(choice.Fact) + 1;
                break;
            case Comparison comparison:
                LimitsOf(comparison.Left).Add(comparison);
                var number = Unnamed(comparison.Left);
                if (number is not NumberFact && inside == Alone && !_scores.Exists(score => Unnamed(score).Equals(number)))
                {
                    _scores.Add(comparison.Left);
                }

                // What a number inside a score is compared with happens inside that score.
                Visit(number, number is NumberFact || inside != Alone ? inside : number);
                break;
            case Negation negation:
                Visit(negation.Inner, inside);
                break;
            case AllOf all:
                VisitAll(all.Parts, inside);
                break;
            case AnyOf any:
                VisitAll(any.Parts, inside);
                break;
        }
    }

    private void Visit(NumberExpression number, object inside)
    {
        switch (number)
        {
            case NumberFact fact:
                Read(fact, inside);
                break;
            case NamedNumber named:
                Visit(named.Inner, inside);
                break;
            case Multiple multiple:
                Visit(multiple.Inner, inside);
                break;
            case Score score:
                VisitAll(score.Cases.Select(c => c.When), inside);
                break;
            default:
                foreach (var part in number.Operands)
                {
                    Visit(part, inside);
                }

                break;
        }
    }

    private void VisitAll(IEnumerable<Condition> conditions, object inside)
    {
        foreach (var condition in conditions)
        {
            Visit(condition, inside);
        }
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
