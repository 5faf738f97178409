using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>A number computed from facts, as data (数值表达式): a fact, or a sum, maximum, minimum, multiple or score of others.</summary>
/// <remarks>
/// <para>What has a part that is not stated is not stated, unless <see cref="OrElse"/> says what stands in: a sum, a largest or smallest, a multiple. Of a
/// <see cref="Score"/> see there.</para>
/// All arithmetic is exact. An expression knows the range it can reach from the ranges of its facts, and one that could
/// leave ±4·10^18 smallest units is refused when it is built, so grading never overflows; so is one larger than <see cref="ExpressionLimits"/> allow. The set of kinds is closed:
/// <see cref="NumberFact"/>, <see cref="SumOf"/>, <see cref="LargestOf"/>, <see cref="SmallestOf"/>, <see cref="Multiple"/>,
/// <see cref="Score"/>, <see cref="NumberOrElse"/>, <see cref="NumberConstant"/> and <see cref="NamedNumber"/>.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract class NumberExpression
{
    /// <summary>The stored value that stands for "not stated"; no number reaches it.</summary>
    internal const long NotStated = long.MinValue;

    private protected NumberExpression(int decimals, Int128 least, Int128 most, ExpressionSize size, BilingualText unit = default)
    {
        Exact.CheckRange(least, most);
        Decimals = decimals;
        Size = size;
        Unit = unit;
        Least = (long)least;
        Most = (long)most;
    }

    /// <summary>How many decimals the value has: 2 for yuan exact to the fen, 0 for people.</summary>
    public int Decimals { get; }

    /// <summary>
    /// What is counted, as it stands beside a number (计量单位), bare: of a fact as declared; of a sum, a largest or a smallest that of its parts where all have the same, and of a
    /// multiple of money that of money. Empty for any other, as points.
    /// </summary>
    public BilingualText Unit { get; }

    /// <summary>The expression as people read it; one that is longer than <see cref="ExpressionLimits.MostTextLength"/> is cut and says so.</summary>
    public BilingualText Text => ExpressionText.Of(this);

    /// <summary>How large it is.</summary>
    internal ExpressionSize Size { get; }

    /// <summary>The smallest value it can have, in smallest units.</summary>
    internal long Least { get; }

    /// <summary>The largest value it can have, in smallest units.</summary>
    internal long Most { get; }

    /// <summary>The expressions that a sum, a largest or a smallest is made of; empty for all other kinds.</summary>
    internal virtual System.Collections.Immutable.ImmutableArray<NumberExpression> Operands => [];

    /// <summary>The value for one entity, exact; null where it is not stated.</summary>
    /// <param name="source">The entity whose facts are read.</param>
    public decimal? Evaluate(IFactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Stored(source) is var stored && stored == NotStated ? null : Exact.ToDecimal(stored, Decimals);
    }

    /// <summary>Holds where the value is stated, and fails where it is not.</summary>
    public Condition IsStated => field ??= new Stated(this);

    /// <summary>The number with what stands in where it is not stated: <c>Violations.OrElse(0)</c>.</summary>
    /// <param name="value">What stands in; at most six decimals.</param>
    public NumberOrElse OrElse(decimal value) => new(this, value);

    /// <summary>A number that is the same for everybody, to be compared or chosen with others: <c>new LargestOf(Score, NumberExpression.Constant(10))</c>.</summary>
    /// <param name="value">The number; at most six decimals.</param>
    public static NumberConstant Constant(decimal value) => new(value);

    /// <summary>Gives the expression a name by which explanations show it: one line of a score card.</summary>
    /// <param name="name">The name, in both languages.</param>
    public NamedNumber Named(BilingualText name) => new(name, this);

    /// <summary>Holds when the value equals a limit.</summary>
    /// <param name="limit">The value to equal.</param>
    public Comparison Is(decimal limit) => new(this, ComparisonOperator.EqualTo, limit);

    /// <summary>Holds when the value lies between two limits, both included.</summary>
    /// <param name="low">The smallest value that counts.</param>
    /// <param name="high">The largest value that counts.</param>
    /// <exception cref="ArgumentException"><paramref name="high"/> is below <paramref name="low"/>.</exception>
    public Condition Between(decimal low, decimal high) => low <= high
        ? (this >= low) & (this <= high)
        : throw new ArgumentException($"Nothing lies between {low} and {high}.", nameof(high));

    /// <summary>Holds when the value is at least the limit.</summary>
    public static Comparison operator >=(NumberExpression left, decimal limit) => new(left, ComparisonOperator.AtLeast, limit);

    /// <summary>Holds when the value is at most the limit.</summary>
    public static Comparison operator <=(NumberExpression left, decimal limit) => new(left, ComparisonOperator.AtMost, limit);

    /// <summary>Holds when the value is more than the limit.</summary>
    public static Comparison operator >(NumberExpression left, decimal limit) => new(left, ComparisonOperator.MoreThan, limit);

    /// <summary>Holds when the value is less than the limit.</summary>
    public static Comparison operator <(NumberExpression left, decimal limit) => new(left, ComparisonOperator.LessThan, limit);

    /// <summary>The sum of two expressions.</summary>
    public static SumOf operator +(NumberExpression left, NumberExpression right) => new([left, right]);

    /// <summary>The sum of an expression and a number.</summary>
    public static SumOf operator +(NumberExpression left, decimal right) => new([left, new NumberConstant(right)]);

    /// <summary>The sum of a number and an expression.</summary>
    public static SumOf operator +(decimal left, NumberExpression right) => new([new NumberConstant(left), right]);

    /// <summary>The difference of two expressions.</summary>
    public static SumOf operator -(NumberExpression left, NumberExpression right) => new([left, Signs.Turned(right)]);

    /// <summary>An expression less a number.</summary>
    public static SumOf operator -(NumberExpression left, decimal right) => new([left, new NumberConstant(-right)]);

    /// <summary>A number less an expression.</summary>
    public static SumOf operator -(decimal left, NumberExpression right) => new([new NumberConstant(left), Signs.Turned(right)]);

    /// <summary>The expression with its sign turned round.</summary>
    public static NumberExpression operator -(NumberExpression number) => Signs.Turned(number);

    /// <summary>A fixed multiple of an expression.</summary>
    public static Multiple operator *(NumberExpression left, decimal factor) => new(left, factor);

    /// <summary>A fixed multiple of an expression.</summary>
    public static Multiple operator *(decimal factor, NumberExpression right) => new(right, factor);

    /// <summary>An expression divided by a number: the multiple by its inverse, which must be exact.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The inverse has more than six decimals, as that of 3, or the number is 0; multiply what it is compared with instead.</exception>
    public static Multiple operator /(NumberExpression left, decimal divisor) => divisor != 0 && 1 / divisor is var inverse && inverse * divisor == 1 && Exact.FindDecimals(inverse) is not null
        ? new(left, inverse)
        : throw new ArgumentOutOfRangeException(
            nameof(divisor), divisor, $"Arithmetic is exact: the inverse of a divisor has at most {Exact.MostDecimals} decimals. Multiply what it is compared with instead.");

    /// <summary>Holds when one is at least the other.</summary>
    public static Comparison operator >=(NumberExpression left, NumberExpression right) => Comparison.Of(left, ComparisonOperator.AtLeast, right);

    /// <summary>Holds when one is at most the other.</summary>
    public static Comparison operator <=(NumberExpression left, NumberExpression right) => Comparison.Of(left, ComparisonOperator.AtMost, right);

    /// <summary>Holds when one is more than the other.</summary>
    public static Comparison operator >(NumberExpression left, NumberExpression right) => Comparison.Of(left, ComparisonOperator.MoreThan, right);

    /// <summary>Holds when one is less than the other.</summary>
    public static Comparison operator <(NumberExpression left, NumberExpression right) => Comparison.Of(left, ComparisonOperator.LessThan, right);

    /// <summary>Holds when two are equal.</summary>
    /// <param name="other">The other.</param>
    public Comparison Is(NumberExpression other) => Comparison.Of(this, ComparisonOperator.EqualTo, other);

    /// <inheritdoc/>
    public override string ToString() => Text.English;

    /// <summary>The value for one entity, in smallest units; <see cref="NotStated"/> where it is not stated.</summary>
    internal abstract long Stored(IFactSource source);

    /// <summary>Writes its text.</summary>
    internal abstract void Show(ExpressionText text);
}
