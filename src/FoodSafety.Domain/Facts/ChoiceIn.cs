using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>A choice that must be one of some values (选项属于): <c>Type.Is(BusinessType.Stall)</c>.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ChoiceIn : Condition, IEquatable<ChoiceIn>
{
    private readonly UInt128 _low;
    private readonly UInt128 _high;

    /// <summary>Asks a choice for one of some stored values; <see cref="ChoiceFact{TEnum}.Is"/> is the typed way.</summary>
    /// <param name="fact">The choice.</param>
    /// <param name="values">The stored numbers that count.</param>
    /// <exception cref="ArgumentException">There is no value, or one that the fact cannot have.</exception>
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

    internal override bool Test(IFactSource source) => Contains(source.StoredOf(Fact));

    internal override void Show(ExpressionText text) => text
        .Add(Fact.Name).Add("为", " is ")
        .Join(Values, "、", " or ", (text, value) => text.Add(Fact.Show(value)));
}
