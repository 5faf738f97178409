using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>The sum of expressions (合计).</summary>
/// <remarks>Nested sums are joined into one. The sum of nothing is refused.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class SumOf : NumberExpression, IEquatable<SumOf>
{
    private readonly JoinedParts<NumberExpression> _parts;
    private readonly Int128 _lowest;
    private readonly Int128 _highest;
    private int _hash;

    /// <summary>Adds expressions.</summary>
    /// <param name="parts">What is added; at least one.</param>
    /// <exception cref="ArgumentException">
    /// There is nothing to add, or the sum could grow out of range; or it would be larger than <see cref="ExpressionLimits"/> allow.
    /// </exception>
    public SumOf(params ReadOnlySpan<NumberExpression> parts)
        : this(JoinedParts<NumberExpression>.Of(parts, static part => (part as SumOf)?._parts))
    {
    }

    private SumOf(JoinedParts<NumberExpression> parts)
        : base(Aligned.Decimals(parts.Given), Aligned.Bound(parts.Given, static part => part.Least, Add), Aligned.Bound(parts.Given, static part => part.Most, Add), parts.Size(static part => part.Size), Aligned.Unit(parts.Given))
    {
        // On the way to a small sum its positive parts alone may be many; no order of adding may overflow.
        _lowest = Aligned.Bound(parts.Given, static part => part is SumOf same ? same._lowest : Math.Min(part.Least, 0), Add);
        _highest = Aligned.Bound(parts.Given, static part => part is SumOf same ? same._highest : Math.Max(part.Most, 0), Add);
        Exact.CheckRange(_lowest, _highest);
        _parts = parts;
    }

    /// <summary>What is added, in the order written.</summary>
    public ImmutableArray<NumberExpression> Parts => _parts.Flat;

    internal override ImmutableArray<NumberExpression> Operands => Parts;

    /// <inheritdoc/>
    public bool Equals(SumOf? other) => other is not null && (ReferenceEquals(_parts, other._parts) || Parts.SequenceEqual(other.Parts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SumOf);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Joined.Hash(Parts);

    internal override long Stored(IFactSource source) => Aligned.Join(Parts, source, Decimals, static (sum, part) => sum + part);

    internal override void Show(ExpressionText text)
    {
        for (var i = 0; i < Parts.Length && !text.IsFull; i++)
        {
            var isNegative = Signs.IsNegative(Parts[i]);
            text.Add((i, isNegative) switch { (0, false) => "", (0, true) => "-", (_, false) => " + ", (_, true) => " - " });
            text.AddPart(isNegative ? Signs.Turned(Parts[i]) : Parts[i], Unit, inBrackets: isNegative && Parts[i] is Multiple { Factor: -1, Inner: SumOf });
        }
    }

    private static Int128 Add(Int128 a, Int128 b) => a + b;
}

/// <summary>The largest of several expressions (最大值).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class LargestOf : NumberExpression, IEquatable<LargestOf>
{
    private readonly JoinedParts<NumberExpression> _parts;
    private readonly Int128 _lowest;
    private readonly Int128 _highest;
    private int _hash;

    /// <summary>Takes the largest of expressions.</summary>
    /// <param name="parts">The candidates; at least one.</param>
    /// <exception cref="ArgumentException">There is no candidate, or one that is out of range in the finest unit; or it would be larger than <see cref="ExpressionLimits"/> allow.</exception>
    public LargestOf(params ReadOnlySpan<NumberExpression> parts)
        : this(JoinedParts<NumberExpression>.Of(parts, static part => (part as LargestOf)?._parts))
    {
    }

    private LargestOf(JoinedParts<NumberExpression> parts)
        : base(Aligned.Decimals(parts.Given), Aligned.Bound(parts.Given, static part => part.Least, Int128.Max), Aligned.Bound(parts.Given, static part => part.Most, Int128.Max), parts.Size(static part => part.Size), Aligned.Unit(parts.Given))
    {
        // Every candidate is read in the finest unit, also one that never counts.
        _lowest = Aligned.Bound(parts.Given, static part => part is LargestOf same ? same._lowest : part.Least, Int128.Min);
        _highest = Aligned.Bound(parts.Given, static part => part is LargestOf same ? same._highest : part.Most, Int128.Max);
        Exact.CheckRange(_lowest, _highest);
        _parts = parts;
    }

    /// <summary>The candidates, in the order written.</summary>
    public ImmutableArray<NumberExpression> Parts => _parts.Flat;

    internal override ImmutableArray<NumberExpression> Operands => Parts;

    /// <inheritdoc/>
    public bool Equals(LargestOf? other) => other is not null && (ReferenceEquals(_parts, other._parts) || Parts.SequenceEqual(other.Parts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LargestOf);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Joined.Hash(Parts);

    internal override long Stored(IFactSource source) => Aligned.Join(Parts, source, Decimals, Math.Max);

    internal override void Show(ExpressionText text) => Joined.Call(text, "最大值", "largest of", Parts, Unit);
}

/// <summary>The smallest of several expressions (最小值).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class SmallestOf : NumberExpression, IEquatable<SmallestOf>
{
    private readonly JoinedParts<NumberExpression> _parts;
    private readonly Int128 _lowest;
    private readonly Int128 _highest;
    private int _hash;

    /// <summary>Takes the smallest of expressions.</summary>
    /// <param name="parts">The candidates; at least one.</param>
    /// <exception cref="ArgumentException">There is no candidate, or one that is out of range in the finest unit; or it would be larger than <see cref="ExpressionLimits"/> allow.</exception>
    public SmallestOf(params ReadOnlySpan<NumberExpression> parts)
        : this(JoinedParts<NumberExpression>.Of(parts, static part => (part as SmallestOf)?._parts))
    {
    }

    private SmallestOf(JoinedParts<NumberExpression> parts)
        : base(Aligned.Decimals(parts.Given), Aligned.Bound(parts.Given, static part => part.Least, Int128.Min), Aligned.Bound(parts.Given, static part => part.Most, Int128.Min), parts.Size(static part => part.Size), Aligned.Unit(parts.Given))
    {
        // Every candidate is read in the finest unit, also one that never counts.
        _lowest = Aligned.Bound(parts.Given, static part => part is SmallestOf same ? same._lowest : part.Least, Int128.Min);
        _highest = Aligned.Bound(parts.Given, static part => part is SmallestOf same ? same._highest : part.Most, Int128.Max);
        Exact.CheckRange(_lowest, _highest);
        _parts = parts;
    }

    /// <summary>The candidates, in the order written.</summary>
    public ImmutableArray<NumberExpression> Parts => _parts.Flat;

    internal override ImmutableArray<NumberExpression> Operands => Parts;

    /// <inheritdoc/>
    public bool Equals(SmallestOf? other) => other is not null && (ReferenceEquals(_parts, other._parts) || Parts.SequenceEqual(other.Parts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SmallestOf);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Joined.Hash(Parts);

    internal override long Stored(IFactSource source) => Aligned.Join(Parts, source, Decimals, Math.Min);

    internal override void Show(ExpressionText text) => Joined.Call(text, "最小值", "smallest of", Parts, Unit);
}

/// <summary>A fixed multiple of an expression (倍数): a weight of a score card.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Multiple : NumberExpression, IEquatable<Multiple>
{
    private readonly long _factor;
    private int _hash;

    /// <summary>Multiplies an expression.</summary>
    /// <param name="inner">What is multiplied.</param>
    /// <param name="factor">The factor; its decimals add to those of the expression, six together at most.</param>
    /// <exception cref="ArgumentException">The product could grow out of range, or would need more than six decimals; or it would be larger than <see cref="ExpressionLimits"/> allow.</exception>
    public Multiple(NumberExpression inner, decimal factor)
        : this(inner, factor, Exact.DecimalsOf(factor, nameof(factor)))
    {
    }

    private Multiple(NumberExpression inner, decimal factor, int decimals)
        : base(CheckDecimals(inner, decimals), Bound(inner, factor, decimals, Int128.Min), Bound(inner, factor, decimals, Int128.Max), ExpressionSize.Around(inner.Size), UnitOf(inner, factor))
    {
        Inner = inner;
        Factor = factor;
        _factor = (long)(factor * Exact.Power(decimals));
    }

    /// <summary>What is multiplied.</summary>
    public NumberExpression Inner { get; }

    /// <summary>The factor.</summary>
    public decimal Factor { get; }

    /// <summary>The factor as a whole number of its own smallest units.</summary>
    internal long StoredFactor => _factor;

    /// <inheritdoc/>
    public bool Equals(Multiple? other) => other is not null && (ReferenceEquals(this, other) || (Factor == other.Factor && Inner.Equals(other.Inner)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Multiple);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = HashCode.Combine(Inner, Factor);

    internal override long Stored(IFactSource source) => Inner.Stored(source) is var stored && stored == NotStated ? NotStated : stored * _factor;

    internal override void Show(ExpressionText text) =>
        text.Add(Factor == -1 ? "-" : $"{Exact.Show(Factor)} × ").Add(Inner, inBrackets: Inner is SumOf or Multiple or NumberConstant { Value: < 0 });

    // A weight makes points of people, but money stays money.
    private static BilingualText UnitOf(NumberExpression inner, decimal factor) => factor is 1 or -1 || QuantityText.IsMoney(inner.Unit) ? inner.Unit : default;

    private static int CheckDecimals(NumberExpression inner, int decimals)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return inner.Decimals + decimals <= Exact.MostDecimals
            ? inner.Decimals + decimals
            : throw new ArgumentException($"The product would need {inner.Decimals + decimals} decimals; allowed are {Exact.MostDecimals}.", nameof(inner));
    }

    private static Int128 Bound(NumberExpression inner, decimal factor, int decimals, Func<Int128, Int128, Int128> choose)
    {
        var whole = (Int128)(factor * Exact.Power(decimals));
        return choose(inner.Least * whole, inner.Most * whole);
    }
}

/// <summary>A condition that always holds, or never (恒真、恒假): <see cref="Condition.Always"/>, <see cref="Condition.Never"/>.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Constant : Condition
{
    internal Constant(bool value)
        : base(ExpressionSize.Leaf) => Value = value;

    /// <summary>Whether it holds.</summary>
    public bool Value { get; }

    internal override Truth Test(IFactSource source) => Value.ToTruth();

    internal override void Show(ExpressionText text) => text.Add(Value ? ("始终", "always") : ("从不", "never"));
}

/// <summary>An expression with a name (具名数值), as one line of a score card: explanations show it with its value.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class NamedNumber : NumberExpression, IEquatable<NamedNumber>
{
    private int _hash;

    internal NamedNumber(BilingualText name, NumberExpression inner)
        : base(inner.Decimals, inner.Least, inner.Most, ExpressionSize.Around(inner.Size), inner.Unit)
    {
        Name = TextRule.Name.CheckAny(name);
        Inner = inner;
    }

    /// <summary>The name that people see.</summary>
    public BilingualText Name { get; }

    /// <summary>The expression that is named.</summary>
    public NumberExpression Inner { get; }

    /// <inheritdoc/>
    public bool Equals(NamedNumber? other) => other is not null && (ReferenceEquals(this, other) || (Name == other.Name && Inner.Equals(other.Inner)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NamedNumber);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = HashCode.Combine(Name, Inner);

    internal override long Stored(IFactSource source) => Inner.Stored(source);

    internal override void Show(ExpressionText text) => text.Add(Name);
}
