using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>Facts of a business became others (经营情况变动): staff, revenue, diners, or its status when it closes.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FactsChanged : Change
{
    /// <summary>States the facts as they are now.</summary>
    /// <param name="business">The business.</param>
    /// <param name="values">The facts with their new values, at least one.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public FactsChanged(BusinessId business, params ReadOnlySpan<FactValue> values)
    {
        Business = business;
        Values = values.IsEmpty ? throw new ArgumentException("A change of facts has at least one value.", nameof(values)) : [.. values];
    }

    /// <summary>The business.</summary>
    public BusinessId Business { get; }

    /// <summary>The facts with their new values.</summary>
    public ItemList<FactValue> Values { get; }

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"{Business}：{string.Join("，", Values.Select(v => $"{v.Fact?.Name.Chinese} {v.Fact?.Show(v.Stored).Chinese}"))}",
        $"{Business}: {string.Join(", ", Values.Select(v => $"{v.Fact?.Name.English} {v.Fact?.Show(v.Stored).English}"))}");

    internal override BilingualText? FindFault(ChangeCheck check)
    {
        if (!check.Knows(Business))
        {
            return ChangeCheck.UnknownBusiness(Business);
        }

        foreach (var value in Values)
        {
            if (value.Fact is not { } fact || !check.Register.Facts.Schema.Contains(fact))
            {
                return ($"名录没有事实“{value.Fact?.Id}”的列", $"the register has no column for '{value.Fact?.Id}'");
            }

            if (value.Stored == 0 && (ReferenceEquals(fact, BusinessFacts.Type) || ReferenceEquals(fact, BusinessFacts.Status)))
            {
                return ($"“{fact.Name.Chinese}”不能改为未填写", $"the {fact.Name.English} cannot become \"not stated\"");
            }
        }

        return null;
    }

    internal override void Apply(ManagedState state)
    {
        state.Register.Change(Business, Values.AsSpan());
        if (Values.Any(value => ReferenceEquals(value.Fact, BusinessFacts.Status) || ReferenceEquals(value.Fact, BusinessFacts.Type)))
        {
            state.StateChanged.Add(state.Register.RowOf(Business));
        }
    }
}
