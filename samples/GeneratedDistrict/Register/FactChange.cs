using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace GeneratedDistrict.Register;

/// <summary>New facts of one business, as a platform would report them.</summary>
public sealed record FactChange(BusinessId Business, ImmutableArray<FactValue> Before, ImmutableArray<FactValue> After)
{
    /// <summary>What became of the facts: "diners per meal: 480 diners → 520 diners".</summary>
    public BilingualText Text => (
        string.Join("；", Before.Zip(After, (b, a) => $"{b.Fact!.Name.Chinese} {Value(b).Chinese} → {Value(a).Chinese}")),
        string.Join("; ", Before.Zip(After, (b, a) => $"{b.Fact!.Name.English} {Value(b).English} → {Value(a).English}")));

    /// <summary>The bare value of a number, money in large units, and the name of a choice.</summary>
    private static BilingualText Value(FactValue value)
    {
        if (value.Fact is not NumberFact number)
        {
            return value.Fact!.Show(value.Stored);
        }

        if (number.In(new FactRecord(value)) is not { } amount)
        {
            return number.Show(value.Stored);
        }

        return number.Equals(BusinessFacts.AnnualRevenue)
            ? ($"{Plain(amount / 10_000)} 万元", $"{Plain(amount / 1_000_000)} M yuan")
            : (Plain(amount), Plain(amount));
    }

    private static string Plain(decimal amount) => amount.ToString("#,0.############", CultureInfo.InvariantCulture);
}
