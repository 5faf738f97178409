using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>A number that is known of every graded entity (数值事实): staff, revenue, diners, a score.</summary>
/// <remarks>
/// Exact: a value is a whole count of smallest units, ten to the minus <see cref="NumberExpression.Decimals"/> each. What
/// nobody stated is no number: no comparison with it holds, nor the negation of one; <see cref="NumberExpression.OrElse"/> says what stands in.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("NumberFact.Id")]
public sealed class NumberFact : NumberExpression, IFact, IEquatable<NumberFact>
{
    private readonly int _hash;

    // The allowed values where they are listed, ascending; else every so many smallest units from the least on.
    private readonly ImmutableArray<long> _allowed = [];
    private readonly long _step = 1;

    /// <summary>Declares a number.</summary>
    /// <param name="id">The stable key in files: a lower-case Latin letter, then lower-case letters, digits, hyphens and dots, 64 characters at most.</param>
    /// <param name="name">The name that people see.</param>
    /// <param name="unit">What is counted, as it stands beside a number and bare, as <see cref="Units.People"/>; the name says of what it is. Money is in <see cref="Units.Yuan"/>.</param>
    /// <param name="decimals">Decimals of the value, 0 to 6: 2 for yuan exact to the fen.</param>
    /// <param name="minimum">The smallest value allowed, in whole units.</param>
    /// <param name="maximum">The largest value allowed, in whole units; a million million unless stated.</param>
    /// <param name="step">By how much values lie apart, from <paramref name="minimum"/> on: 5 for 0, 5, 10; null for the smallest unit.</param>
    /// <exception cref="ArgumentException">The key is malformed, or the range is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The decimals, the range or the step are outside what can be stored, or no whole number of steps makes the range.</exception>
    public NumberFact(
        string id, BilingualText name, BilingualText unit, int decimals = 0, decimal minimum = 0, decimal maximum = 1_000_000_000_000, decimal? step = null)
        : base(CheckDecimals(decimals), CheckBound(minimum, decimals, nameof(minimum)), CheckBound(maximum, decimals, nameof(maximum)), ExpressionSize.Leaf, TextRule.Name.CheckAny(unit))
    {
        if (minimum > maximum)
        {
            throw new ArgumentException($"The range {minimum} to {maximum} of '{id}' is empty.", nameof(maximum));
        }

        Id = FactId.Check(id, nameof(id));
        _hash = Id.GetHashCode(StringComparison.Ordinal);
        Name = TextRule.Name.CheckAny(name);
        Minimum = minimum;
        Maximum = maximum;
        if (step is { } apart)
        {
            _step = Exact.TryStore(apart, decimals) is { } stored and > 0 && (Most - Least) % stored == 0
                ? stored
                : throw new ArgumentOutOfRangeException(nameof(step), step, $"A step of '{id}' is a positive count of smallest units, and a whole number of steps leads from {minimum} to {maximum}.");
        }
    }

    /// <summary>Declares a number that has one of a few values: points of 0, 5, 10, 15, 20 or 25.</summary>
    /// <param name="id">The stable key in files: a lower-case Latin letter, then lower-case letters, digits, hyphens and dots, 64 characters at most.</param>
    /// <param name="name">The name that people see.</param>
    /// <param name="unit">What is counted, as it stands beside a number and bare, as <see cref="Units.Points"/>.</param>
    /// <param name="allowed">The values, in any order; at least one.</param>
    /// <exception cref="ArgumentException">The key is malformed, or there is no value, or one that stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value has more than six decimals or is outside what can be stored.</exception>
    public NumberFact(string id, BilingualText name, BilingualText unit, IReadOnlyCollection<decimal> allowed)
        : this(id, name, unit, DecimalsOf(allowed), allowed.Min(), allowed.Max())
    {
        _allowed = [.. allowed.Select(value => (long)(value * Exact.Power(Decimals))).Order()];
        if (_allowed.Distinct().Count() < _allowed.Length)
        {
            throw new ArgumentException($"A value of '{id}' stands twice.", nameof(allowed));
        }
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public BilingualText Name { get; }

    /// <summary>The smallest value allowed, in whole units.</summary>
    public decimal Minimum { get; }

    /// <summary>The largest value allowed, in whole units.</summary>
    public decimal Maximum { get; }

    /// <summary>By how much values lie apart, in whole units; the smallest unit where they are not listed and no step was declared.</summary>
    public decimal Step => Exact.ToDecimal(_step, Decimals);

    /// <summary>The only values allowed, ascending, in whole units; empty where they are told by range and step.</summary>
    public ItemList<decimal> AllowedValues => [.. _allowed.Select(value => Exact.ToDecimal(value, Decimals))];

    /// <inheritdoc/>
    public bool IsFixed { get; init; }

    /// <inheritdoc/>
    public long Unstated => NotStated;

    /// <summary>The fact with a value.</summary>
    /// <param name="value">The value, from <see cref="Minimum"/> to <see cref="Maximum"/>, with no more decimals than the fact has; null says that it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range or too fine.</exception>
    public FactValue Of(decimal? value) => value is { } amount ? Of(amount) : new FactValue(this, Unstated);

    /// <summary>A value as it is stored; null where it is not allowed.</summary>
    internal long? FindStored(decimal value) =>
        Exact.TryStoreFast(value, Decimals, out var count) && Allows(count) ? count
        : value >= Minimum && value <= Maximum && Exact.TryStore(value, Decimals) is { } stored && Allows(stored) ? stored : null;

    private FactValue Of(decimal value) => FindStored(value) is { } stored
        ? new FactValue(this, stored)
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"'{Id}' allows {Allowed.English}.");

    /// <summary>Which values are allowed, for people.</summary>
    internal BilingualText Allowed
    {
        get
        {
            if (!_allowed.IsEmpty)
            {
                return (string.Join('、', AllowedValues.Select(Exact.Show)), string.Join(", ", AllowedValues.Select(Exact.Show)));
            }

            var (least, most) = (Exact.Show(Minimum), Exact.Show(Maximum));
            return _step == 1
                ? ($"{least} 至 {most}，至多 {Decimals} 位小数", $"{least} to {most} with at most {Decimals} decimals")
                : ($"{least} 至 {most}，每 {Exact.Show(Step)} 一档", $"{least} to {most} in steps of {Exact.Show(Step)}");
        }
    }

    /// <summary>Whether any value of the range is allowed, so that it is enough to look at its ends.</summary>
    internal bool AllowsWholeRange => _step == 1 && _allowed.IsEmpty;

    /// <summary>How many values it can have.</summary>
    internal long Count => _allowed.IsEmpty ? (Most - Least) / _step + 1 : _allowed.Length;

    /// <summary>Whether a stored value is allowed; that it is not stated is no value.</summary>
    internal bool Allows(long stored) => stored >= Least && stored <= Most && (AllowsWholeRange || (_allowed.IsEmpty ? (stored - Least) % _step == 0 : _allowed.BinarySearch(stored) >= 0));

    /// <summary>An allowed value by its number, from 0, ascending.</summary>
    internal long ValueAt(long number) => _allowed.IsEmpty ? Least + number * _step : _allowed[(int)number];

    /// <summary>The number of the first allowed value that is at least a given one; <see cref="Count"/> when there is none.</summary>
    internal long NumberOf(long stored)
    {
        if (stored <= Least)
        {
            return 0;
        }

        if (stored > Most)
        {
            return Count;
        }

        return _allowed.IsEmpty ? (stored - Least + (_step - 1)) / _step : _allowed.BinarySearch(stored) is var found && found >= 0 ? found : ~found;
    }

    /// <summary>The value of the fact in one entity; null where it is not stated.</summary>
    /// <param name="source">The entity to read.</param>
    public decimal? In(IFactSource source) => Evaluate(source);

    /// <inheritdoc/>
    public BilingualText Show(long stored)
    {
        if (stored == Unstated)
        {
            return FactDeclaration.NotStated;
        }

        return QuantityText.Of(Exact.ToDecimal(stored, Decimals), Unit);
    }

    /// <summary>Whether another is the same number: of the same key, and declared alike.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(NumberFact? other) => other is not null && (ReferenceEquals(this, other) || (
        Id == other.Id && Name == other.Name && Unit == other.Unit && Decimals == other.Decimals && Least == other.Least && Most == other.Most && IsFixed == other.IsFixed &&
        _step == other._step && _allowed.AsSpan().SequenceEqual(other._allowed.AsSpan())));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NumberFact);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    internal override long Stored(IFactSource source) => source.StoredOf(this);

    internal override void Show(ExpressionText text) => text.Add(Name);

    private static int DecimalsOf(IReadOnlyCollection<decimal> allowed)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        return allowed.Count > 0 ? allowed.Max(value => Exact.DecimalsOf(value, nameof(allowed))) : throw new ArgumentException("At least one value is allowed.", nameof(allowed));
    }

    private static int CheckDecimals(int decimals) => decimals is >= 0 and <= Exact.MostDecimals
        ? decimals
        : throw new ArgumentOutOfRangeException(nameof(decimals), decimals, $"Allowed: 0 to {Exact.MostDecimals}.");

    private static Int128 CheckBound(decimal bound, int decimals, string parameter) => Exact.TryStore(bound, CheckDecimals(decimals)) is { } stored
        ? stored
        : throw new ArgumentOutOfRangeException(parameter, bound, $"A bound is a whole count of smallest units within ±{Exact.MostStored}.");
}
