using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>One fact with one value, made by the fact: <c>DinersPerMeal.Of(520)</c>.</summary>
/// <remarks>The default value names no fact and is refused wherever a value is written.</remarks>
[JsonConverter(typeof(FactValueJsonConverter))]
[InsteadOfJson("new FactValueJsonConverter(schema)")]
public readonly record struct FactValue
{
    internal FactValue(IFact fact, long stored)
    {
        Fact = fact;
        Stored = stored;
    }

    /// <summary>The fact; null only in the default value.</summary>
    public IFact? Fact { get; }

    /// <summary>The value as it is stored, exact: smallest units, 0 or 1, or the number of a choice.</summary>
    public long Stored { get; }

    /// <summary>
    /// The value alone as text, which <see cref="FactSchema.ParseValue"/> reads: a number in digits, <c>true</c> or <c>false</c>, the code of
    /// a choice; empty in the default value.
    /// </summary>
    public string ValueText => Fact is null ? "" : FactText.Of(Fact, Stored);

    /// <summary>The value as people read it, after its fact: <c>每餐用餐人数 = 520 名用餐人员</c>.</summary>
    public override string ToString() => Fact is null ? "" : $"{Fact.Id} = {Fact.Show(Stored).English}";

    internal IFact RequireFact() => Fact ?? throw new ArgumentException("The default FactValue names no fact; make one with fact.Of(value).");
}

/// <summary>The values of facts as text: numbers in digits, flags as true and false, choices by their codes.</summary>
internal static class FactText
{
    private const string Yes = "true";
    private const string No = "false";

    public static string Of(IFact fact, long stored) => fact switch
    {
        NumberFact number => Exact.ToDecimal(stored, number.Decimals).ToString(CultureInfo.InvariantCulture),
        IChoiceFact choice => choice.CodeOf((int)stored),
        _ => stored != 0 ? Yes : No,
    };

    public static FactValue? Find(IFact fact, string text) => fact switch
    {
        NumberFact number => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount >= number.Minimum && amount <= number.Maximum && Exact.TryStore(amount, number.Decimals) is not null ? number.Of(amount) : null,
        IChoiceFact choice => FindChoice(choice, text),
        _ => text is Yes or No ? new FactValue(fact, text == Yes ? 1 : 0) : null,
    };

    public static BilingualText Allowed(IFact fact) => fact switch
    {
        NumberFact number => (
            $"{Exact.Show(number.Minimum)} 至 {Exact.Show(number.Maximum)}，至多 {number.Decimals} 位小数，只写数字",
            $"{Exact.Show(number.Minimum)} to {Exact.Show(number.Maximum)} with at most {number.Decimals} decimals, digits alone"),
        IChoiceFact choice => Codes(choice),
        _ => ($"{Yes}、{No}", $"{Yes}, {No}"),
    };

    private static FactValue? FindChoice(IChoiceFact fact, string text)
    {
        foreach (var value in fact.Values)
        {
            if (fact.CodeOf(value) == text)
            {
                return new FactValue(fact, value);
            }
        }

        return null;
    }

    private static BilingualText Codes(IChoiceFact fact)
    {
        var codes = string.Join(", ", fact.Values.Select(fact.CodeOf));
        return (codes, codes);
    }
}
