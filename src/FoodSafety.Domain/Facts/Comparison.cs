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

    /// <summary>The number that is compared.</summary>
    public NumberExpression Left { get; }

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

    internal override bool Test(IFactSource source)
    {
        var value = Left.Stored(source);
        return value >= Low && value <= High;
    }

    internal override void Show(ExpressionText text) => text.Add(Left).Add($" {Sign} {Exact.Show(Limit)}");

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
