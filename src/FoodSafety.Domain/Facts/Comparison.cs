using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>A number compared with a limit (数值比较): <c>DinersPerMeal &gt;= 500</c>.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Comparison : Condition, IEquatable<Comparison>
{
    /// <summary>Compares an expression with a limit.</summary>
    /// <param name="left">The number.</param>
    /// <param name="operator">How it is compared.</param>
    /// <param name="limit">The limit; it may be finer than the number, and is compared exactly.</param>
    /// <exception cref="ArgumentOutOfRangeException">The operator is not one of the named values, or the limit is beyond ±10^15.</exception>
    /// <exception cref="ArgumentException">It would be larger than <see cref="ExpressionLimits"/> allow.</exception>
    public Comparison(NumberExpression left, ComparisonOperator @operator, decimal limit)
        : base(SizeOver(left))
    {
        if (Math.Abs(limit) > MostLimit)
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, $"A limit lies within ±{MostLimit}.");
        }

        Left = left;
        Operator = @operator;
        Limit = limit;
        (Low, High) = @operator.Named() switch
        {
            ComparisonOperator.AtLeast => (Exact.Ceiling(limit, left.Decimals), long.MaxValue),
            ComparisonOperator.MoreThan => (Exact.Floor(limit, left.Decimals) + 1, long.MaxValue),
            ComparisonOperator.AtMost => (long.MinValue, Exact.Floor(limit, left.Decimals)),
            ComparisonOperator.LessThan => (long.MinValue, Exact.Ceiling(limit, left.Decimals) - 1),
            // A limit finer than the number leaves an empty window, low above high: nothing equals it.
            ComparisonOperator.EqualTo => (Exact.Ceiling(limit, left.Decimals), Exact.Floor(limit, left.Decimals)),
        };
    }

    private const decimal MostLimit = 1_000_000_000_000_000m;

    /// <summary>Compares two expressions: their difference is compared with 0, and of a constant the other side.</summary>
    internal static Comparison Of(NumberExpression left, ComparisonOperator @operator, NumberExpression right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return right is NumberConstant limit ? new Comparison(left, @operator, limit.Value)
            : left is NumberConstant own ? new Comparison(right, Turned(@operator), own.Value)
            // What is taken away stands last, so that it can be told on the other side.
            : new Comparison(new SumOf([.. (left - right).Parts.OrderBy(Signs.IsNegative)]), @operator, 0);
    }

    /// <summary>Both sides where two expressions are compared; null where one is compared with a limit.</summary>
    internal (NumberExpression Left, NumberExpression Right)? Sides => Limit == 0 ? Signs.SidesOf(Left) : null;

    /// <summary>The number that is compared; of two expressions their difference.</summary>
    public NumberExpression Left { get; }

    /// <summary>The limit as people read it, with the unit of what is compared.</summary>
    internal BilingualText ShownLimit => QuantityText.Of(Limit, Left.Unit);

    /// <summary>How it is compared.</summary>
    public ComparisonOperator Operator { get; }

    /// <summary>The limit it is compared with.</summary>
    public decimal Limit { get; }

    /// <summary>The sign of the operator: <c>≥ &gt; ≤ &lt; =</c>.</summary>
    public string Sign => Operator switch
    {
        ComparisonOperator.AtLeast => "≥",
        ComparisonOperator.MoreThan => ">",
        ComparisonOperator.AtMost => "≤",
        ComparisonOperator.LessThan => "<",
        ComparisonOperator.EqualTo => "=",
    };

    /// <summary>Every comparison is one window of stored values, both ends included; that is all an engine needs.</summary>
    internal long Low { get; }

    /// <summary>The upper end of the window, included.</summary>
    internal long High { get; }

    /// <inheritdoc/>
    public bool Equals(Comparison? other) =>
        other is not null && (ReferenceEquals(this, other) || (Operator == other.Operator && Limit == other.Limit && Left.Equals(other.Left)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Comparison);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Left, Operator, Limit);

    internal override Truth Test(IFactSource source) => Test(Left.Stored(source));

    /// <summary>What it says of a stored value, which may be <see cref="NumberExpression.NotStated"/>.</summary>
    internal Truth Test(long value) => value == NumberExpression.NotStated ? Truth.NotStated : (value >= Low && value <= High).ToTruth();

    internal override void Show(ExpressionText text)
    {
        if (Sides is var (left, right))
        {
            text.Add(left).Add($" {Sign} ").Add(right);
            return;
        }

        text.Add(Left).Add($" {Sign} ").Add(ShownLimit);
    }

    private static ComparisonOperator Turned(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.AtLeast => ComparisonOperator.AtMost,
        ComparisonOperator.MoreThan => ComparisonOperator.LessThan,
        ComparisonOperator.AtMost => ComparisonOperator.AtLeast,
        ComparisonOperator.LessThan => ComparisonOperator.MoreThan,
        ComparisonOperator.EqualTo => ComparisonOperator.EqualTo,
    };

    // A fact compared with a limit is the simplest condition there is, and stands in a file as one.
    private static ExpressionSize SizeOver(NumberExpression left)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left is NumberFact ? left.Size : ExpressionSize.Around(left.Size);
    }
}

/// <summary>How a number is compared with its limit (比较方式).</summary>
/// <remarks>The default value 0 is no operator and is refused.</remarks>
public enum ComparisonOperator
{
    /// <summary>At least the limit, ≥ (不低于).</summary>
    [BilingualName("不低于", "at least")]
    AtLeast = 1,

    /// <summary>More than the limit, &gt; (高于).</summary>
    [BilingualName("高于", "more than")]
    MoreThan = 2,

    /// <summary>At most the limit, ≤ (不高于).</summary>
    [BilingualName("不高于", "at most")]
    AtMost = 3,

    /// <summary>Less than the limit, &lt; (低于).</summary>
    [BilingualName("低于", "less than")]
    LessThan = 4,

    /// <summary>Equal to the limit, = (等于).</summary>
    [BilingualName("等于", "equal to")]
    EqualTo = 5,
}

/// <summary>A choice that must be one of some values (选项属于): <c>Type.Is(BusinessType.Stall)</c>.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ChoiceIn : Condition, IEquatable<ChoiceIn>
{
    private readonly UInt128 _low;
    private readonly UInt128 _high;

    /// <summary>Asks a choice for one of some stored values; <see cref="ChoiceFact{TEnum}.Is"/> is the typed way.</summary>
    /// <param name="fact">The choice.</param>
    /// <param name="values">The stored numbers that count.</param>
    /// <exception cref="ArgumentException">There is no value, one that the fact cannot have, or 0, which stands for "not stated" and is asked for with <see cref="IFact.IsStated"/>.</exception>
    public ChoiceIn(IChoiceFact fact, IEnumerable<int> values)
        : base(ExpressionSize.Leaf)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(values);
        Fact = fact;
        Values = [.. values.Distinct().Order()];
        if (Values.IsEmpty)
        {
            throw new ArgumentException($"'{fact.Id}' is asked for no value at all; use Condition.Never for that.", nameof(values));
        }

        foreach (var value in Values)
        {
            if (value == fact.Unstated)
            {
                throw new ArgumentException($"{value} of '{fact.Id}' means that it is not stated; ask for that with !IsStated.", nameof(values));
            }

            if (!fact.Allows(value))
            {
                throw new ArgumentException($"'{fact.Id}' cannot be {value}. Allowed: {string.Join(", ", fact.Values)}.", nameof(values));
            }

            if (value < 128)
            {
                _low |= UInt128.One << value;
            }
            else
            {
                _high |= UInt128.One << (value - 128);
            }
        }
    }

    /// <summary>The choice that is asked.</summary>
    public IChoiceFact Fact { get; }

    /// <summary>The stored numbers that count, ascending.</summary>
    public ImmutableArray<int> Values { get; }

    /// <summary>Whether a stored number is one of those that count.</summary>
    /// <param name="stored">A stored number, 0 to 255.</param>
    public bool Contains(long stored) => stored switch
    {
        >= 0 and < 128 => ((_low >> (int)stored) & 1) != 0,
        >= 128 and <= 255 => ((_high >> ((int)stored - 128)) & 1) != 0,
        _ => false,
    };

    /// <inheritdoc/>
    public bool Equals(ChoiceIn? other) => other is not null && Fact.Equals(other.Fact) && _low == other._low && _high == other._high;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChoiceIn);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fact, _low, _high);

    internal override Truth Test(IFactSource source) => source.StoredOf(Fact) is var stored && stored == Fact.Unstated ? Truth.NotStated : Contains(stored).ToTruth();

    internal override void Show(ExpressionText text) => text
        .Add(Fact.Name).Add("为", " is ")
        .Join(Values, "、", " or ", (text, value) => text.Add(Fact.Show(value)));
}
