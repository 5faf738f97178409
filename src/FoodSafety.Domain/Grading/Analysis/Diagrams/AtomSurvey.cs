using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>What conditions are made of: the facts and custom conditions they read, where, and the numbers that they compare, with all limits of each.</summary>
internal sealed class AtomSurvey
{
    private static readonly object Alone = new();

    private readonly Action<long> _spend;

    private readonly List<object> _atoms = [];
    private readonly Dictionary<object, HashSet<object>> _readIn = [];
    private readonly Dictionary<IChoiceFact, int> _questions = [];
    private readonly Dictionary<LinearForm, SurveyedNumber> _byForm = [];
    private readonly Dictionary<NumberExpression, (SurveyedNumber Number, long Scale, long Offset)> _byWording = [];
    private readonly List<SurveyedNumber> _numbers = [];
    private readonly HashSet<object> _visited = [];

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

    /// <summary>The numbers that are compared and are no single fact, each after those that stand inside it.</summary>
    public IEnumerable<SurveyedNumber> Computed => _numbers.Where(number => number.Form.Fact is null);

    /// <summary>Where a number that is compared stands among all of them.</summary>
    public int PlaceOf(SurveyedNumber number) => _numbers.IndexOf(number);

    /// <summary>
    /// Whether nothing but a number itself reads any of its facts, so that its value does not depend on anything else and it can stand for them.
    /// </summary>
    public bool IsIndependent(SurveyedNumber number) => number.IsComparedAlone && FactsOf(number).All(atom => _readIn[atom].Count == 1);

    /// <summary>The place of those who ask of a fact alone whether it is stated.</summary>
    public static object WhetherStated { get; } = new();

    /// <summary>Where a fact or custom condition is read: numbers that are compared, <see cref="WhetherStated"/>, or another place.</summary>
    public IReadOnlySet<object> ReadersOf(object atom) => _readIn[atom];

    /// <summary>What a number reads: facts, and custom conditions.</summary>
    public static IEnumerable<object> FactsOf(SurveyedNumber number) =>
        ExpressionNodes.In(number.Form.Terms.Select(term => (object)term.Part)).SelectMany(AtomsOf).Distinct();

    /// <summary>The facts and custom conditions that an expression reads.</summary>
    public static IEnumerable<object> AtomsIn(NumberExpression number) => ExpressionNodes.In(number).SelectMany(AtomsOf).Distinct();

    /// <summary>What stands for a comparison: the number, and the window of its own values in which it has to lie, both ends included.</summary>
    public (SurveyedNumber Number, long Low, long High) Read(Comparison comparison)
    {
        var (number, scale, offset) = Find(comparison.Left);
        if (comparison.Low > comparison.High)
        {
            return (number, 1, 0);
        }

        var low = comparison.Low == long.MinValue ? comparison.Low : scale > 0 ? Ceiling(comparison.Low - offset, scale) : Floor(comparison.Low - offset, scale);
        var high = comparison.High == long.MaxValue ? comparison.High : scale > 0 ? Floor(comparison.High - offset, scale) : Ceiling(comparison.High - offset, scale);
        if (scale < 0)
        {
            (low, high) = (comparison.High == long.MaxValue ? long.MinValue : high, comparison.Low == long.MinValue ? long.MaxValue : low);
        }

        return (number, low, high);
    }

    /// <summary>A number, however it is written.</summary>
    public SurveyedNumber Of(NumberExpression number) => Find(number).Number;

    /// <summary>Whether a number is one that is compared, however it is written.</summary>
    public bool Is(NumberExpression number, SurveyedNumber compared) => _byWording.TryGetValue(number, out var found) && found.Number == compared;

    /// <summary>A name makes a number no other number.</summary>
    public static NumberExpression Unnamed(NumberExpression number) => number is NamedNumber named ? Unnamed(named.Inner) : number;

    public static long Floor(long value, long divisor)
    {
        var (quotient, rest) = Math.DivRem(value, divisor);
        return rest != 0 && (rest < 0) != (divisor < 0) ? quotient - 1 : quotient;
    }

    public static long Ceiling(long value, long divisor) => -Floor(-value, divisor);

    /// <summary>What a node reads by itself.</summary>
    public static IEnumerable<object> AtomsOf(object node) => node switch
    {
        IFact or CustomCondition => [node],
        ChoiceIn choice => [choice.Fact],
        _ => [],
    };

    private void Visit(object node, object inside)
    {
        _spend(1);
        foreach (var atom in AtomsOf(node))
        {
            Read(atom, inside);
        }

        switch (node)
        {
            case ChoiceIn choice:
                _questions[choice.Fact] = _questions.GetValueOrDefault(choice.Fact) + 1;
                break;
            case Stated stated when inside == Alone && FactOf(stated) is { } asked:
                Read(asked, WhetherStated);
                break;
            case Stated { Number: { } asked }:
                Look(Find(asked).Number, inside);
                break;
            case Comparison comparison:
                var (number, low, high) = Read(comparison);
                number.Limits.Add(comparison, low, high, isInItsOwnWords: Unnamed(number.Wording).Equals(Unnamed(comparison.Left)));
                Look(number, inside);
                break;
            default:
                foreach (var part in ExpressionNodes.PartsOf(node))
                {
                    Visit(part, inside);
                }

                break;
        }
    }

    private IFact? FactOf(Stated stated) => stated.Number is { } number ? Find(number).Number.Form.Fact : stated.Fact;

    private void Look(SurveyedNumber number, object inside)
    {
        if (number.Form.Fact is { } fact)
        {
            Visit(fact, inside);
            return;
        }

        // What a number inside another is compared with happens inside that one.
        number.IsComparedAlone |= inside == Alone;
        if (_visited.Add((number, inside)))
        {
            foreach (var term in number.Form.Terms)
            {
                Visit(term.Part, inside == Alone ? number : inside);
            }

            if (_visited.Add(number))
            {
                _numbers.Add(number);
            }
        }
    }

    private (SurveyedNumber Number, long Scale, long Offset) Find(NumberExpression expression)
    {
        if (_byWording.TryGetValue(expression, out var found))
        {
            return found;
        }

        _spend(expression.Size.Parts);
        var (form, scale, offset) = LinearForm.Of(expression);
        if (!_byForm.TryGetValue(form, out var number))
        {
            // Seen from the other side it is the same number.
            if (_byForm.TryGetValue(form.Negated(), out number))
            {
                scale = -scale;
            }
            else
            {
                _byForm.Add(form, number = form.Fact is { } fact ? new SurveyedNumber(form, fact, 1, 0) : new SurveyedNumber(form, expression, scale, offset));
            }
        }

        _byWording.Add(expression, (number, scale, offset));
        return (number, scale, offset);
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

/// <summary>A number that conditions compare, however they write it.</summary>
/// <param name="form">What it is.</param>
/// <param name="wording">How it is written where it stands first.</param>
/// <param name="scale">How many smallest units of the wording one value of the form is.</param>
/// <param name="offset">How many smallest units of the wording are added to that.</param>
internal sealed class SurveyedNumber(LinearForm form, NumberExpression wording, long scale, long offset)
{
    public LinearForm Form => form;

    public NumberExpression Wording => wording;

    public long Scale => scale;

    public long Offset => offset;

    /// <summary>Whether it is not compared itself, and only a part of numbers that are.</summary>
    public bool IsPart { get; init; }

    /// <summary>With what it is compared, in values of the form.</summary>
    public NumberLimits Limits { get; } = new();

    /// <summary>Whether it is compared outside all other numbers.</summary>
    public bool IsComparedAlone { get; set; }

    /// <summary>The value of the form in an entity, or that it is not stated; null where it hangs on a custom condition that is not asked.</summary>
    public long? In(Answers answers) => answers.Stored(wording) switch
    {
        Answers.NotAsked => null,
        NumberExpression.NotStated => NumberExpression.NotStated,
        var stored => (stored - offset) / scale,
    };

    /// <summary>A value of the form as people read it.</summary>
    public decimal ToDecimal(long value) => Exact.ToDecimal(checked(value * scale + offset), wording.Decimals);
}
