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

    /// <summary>Declares a number.</summary>
    /// <param name="id">The stable key in files: a lower-case Latin letter, then lower-case letters, digits, hyphens and dots, 64 characters at most.</param>
    /// <param name="name">The name that people see.</param>
    /// <param name="unit">What is counted, as it stands after a number: <c>("名从业人员", "staff")</c>.</param>
    /// <param name="decimals">Decimals of the value, 0 to 6: 2 for yuan exact to the fen.</param>
    /// <param name="minimum">The smallest value allowed, in whole units.</param>
    /// <param name="maximum">The largest value allowed, in whole units; a million million unless stated.</param>
    /// <exception cref="ArgumentException">The key is malformed, or the range is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The decimals or the range are outside what can be stored.</exception>
    public NumberFact(
        string id, BilingualText name, BilingualText unit, int decimals = 0, decimal minimum = 0, decimal maximum = 1_000_000_000_000)
        : base(CheckDecimals(decimals), CheckBound(minimum, decimals, nameof(minimum)), CheckBound(maximum, decimals, nameof(maximum)), ExpressionSize.Leaf)
    {
        if (minimum > maximum)
        {
            throw new ArgumentException($"The range {minimum} to {maximum} of '{id}' is empty.", nameof(maximum));
        }

        Id = FactId.Check(id, nameof(id));
        _hash = Id.GetHashCode(StringComparison.Ordinal);
        Name = TextRule.Name.CheckAny(name);
        Unit = TextRule.Name.CheckAny(unit);
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public BilingualText Name { get; }

    /// <summary>What is counted, as it stands after a number (计量单位).</summary>
    public BilingualText Unit { get; }

    /// <summary>The smallest value allowed, in whole units.</summary>
    public decimal Minimum { get; }

    /// <summary>The largest value allowed, in whole units.</summary>
    public decimal Maximum { get; }

    /// <inheritdoc/>
    public bool IsFixed { get; init; }

    /// <inheritdoc/>
    public long Unstated => NotStated;

    /// <summary>The fact with a value.</summary>
    /// <param name="value">The value, from <see cref="Minimum"/> to <see cref="Maximum"/>, with no more decimals than the fact has; null says that it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range or too fine.</exception>
    public FactValue Of(decimal? value) => value is { } amount ? Of(amount) : new FactValue(this, Unstated);

    private FactValue Of(decimal value) =>
        Exact.TryStoreFast(value, Decimals, out var count) && count >= Least && count <= Most ? new FactValue(this, count)
        : value >= Minimum && value <= Maximum && Exact.TryStore(value, Decimals) is { } stored
            ? new FactValue(this, stored)
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"'{Id}' allows {Exact.Show(Minimum)} to {Exact.Show(Maximum)} with at most {Decimals} decimals.");

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

        var number = Exact.Show(Exact.ToDecimal(stored, Decimals));
        return ($"{number} {Unit.Chinese}".TrimEnd(), $"{number} {Unit.English}".TrimEnd());
    }

    /// <summary>A value as people read it, with its unit; it may be finer than the fact, as limits are.</summary>
    internal BilingualText ShowValue(decimal value) => ($"{Exact.Show(value)} {Unit.Chinese}".TrimEnd(), $"{Exact.Show(value)} {Unit.English}".TrimEnd());

    /// <summary>Whether another is the same number: of the same key, and declared alike.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(NumberFact? other) => other is not null && (ReferenceEquals(this, other) || (
        Id == other.Id && Name == other.Name && Unit == other.Unit && Decimals == other.Decimals && Least == other.Least && Most == other.Most && IsFixed == other.IsFixed));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NumberFact);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    internal override long Stored(IFactSource source) => source.StoredOf(this);

    internal override void Show(ExpressionText text) => text.Add(Name);

    private static int CheckDecimals(int decimals) => decimals is >= 0 and <= Exact.MostDecimals
        ? decimals
        : throw new ArgumentOutOfRangeException(nameof(decimals), decimals, $"Allowed: 0 to {Exact.MostDecimals}.");

    private static Int128 CheckBound(decimal bound, int decimals, string parameter) => Exact.TryStore(bound, CheckDecimals(decimals)) is { } stored
        ? stored
        : throw new ArgumentOutOfRangeException(parameter, bound, $"A bound is a whole count of smallest units within ±{Exact.MostStored}.");
}
