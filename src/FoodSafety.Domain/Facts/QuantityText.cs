using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>Units as they stand beside a number (计量单位): bare, for the name of the number says what is counted.</summary>
/// <remarks>Any other text may be a unit; these are written alike wherever they occur. Of money see <see cref="QuantityText"/>.</remarks>
public static class Units
{
    /// <summary>Yuan (元), which is printed as money.</summary>
    public static BilingualText Yuan { get; } = ("元", "CNY");

    /// <summary>People (人).</summary>
    public static BilingualText People { get; } = ("人", "people");

    /// <summary>Square metres (平方米).</summary>
    public static BilingualText SquareMetres { get; } = ("平方米", "m²");

    /// <summary>Points (分).</summary>
    public static BilingualText Points { get; } = ("分", "points");

    /// <summary>Times (次).</summary>
    public static BilingualText Times { get; } = ("次", "times");

    /// <summary>Days (天).</summary>
    public static BilingualText Days { get; } = ("天", "days");

    /// <summary>Months (个月).</summary>
    public static BilingualText Months { get; } = ("个月", "months");

    /// <summary>Kinds (种).</summary>
    public static BilingualText Kinds { get; } = ("种", "kinds");
}

/// <summary>Numbers with their units as people write them (带单位的数值): <c>500 人</c>, <c>300万元</c>, "500 people", "CNY 3 million".</summary>
/// <remarks>
/// Every digit is kept, so that a text never contradicts a judgement. Money, whose unit is 元, is told in 亿 or 万, and in English in billions or millions, where no more than two
/// decimals are needed for that: <c>1.25亿元</c>, <c>12.5万元</c>, but <c>123,456 元</c>.
/// </remarks>
internal static class QuantityText
{
    private const int MostDecimalsInTens = 2;

    private static readonly (decimal Size, string Word)[] TensInChinese = [(100_000_000, "亿"), (10_000, "万")];

    private static readonly (decimal Size, string Word)[] TensInEnglish = [(1_000_000_000, "billion"), (1_000_000, "million")];

    /// <summary>A number with its unit.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">The unit; empty for none.</param>
    public static BilingualText Of(decimal value, BilingualText unit) => IsMoney(unit)
        ? (InTens(value, TensInChinese) is var (number, tens) ? $"{number}{tens}元" : $"{Exact.Show(value)} 元",
           InTens(value, TensInEnglish) is var (amount, word) ? $"CNY {amount} {word}" : $"CNY {Exact.Show(value)}")
        : ($"{Exact.Show(value)} {unit.Chinese}".TrimEnd(), $"{Exact.Show(value)} {unit.English}".TrimEnd());

    /// <summary>A number before another of the same unit, as the 100 of "100 to 499 people": without the unit, unless it is money.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">The unit; empty for none.</param>
    public static BilingualText BeforeAnother(decimal value, BilingualText unit) => IsMoney(unit) ? Of(value, unit) : (Exact.Show(value), Exact.Show(value));

    /// <summary>Whether a unit is that of money: yuan, under any English name.</summary>
    internal static bool IsMoney(BilingualText unit) => unit.Chinese == Units.Yuan.Chinese || (unit.Chinese.Length == 0 && unit.English == Units.Yuan.English);

    private static (string Number, string Word)? InTens(decimal value, (decimal Size, string Word)[] tens)
    {
        foreach (var (size, word) in tens)
        {
            if (Math.Abs(value) >= size && value / size is var number && decimal.Round(number, MostDecimalsInTens) == number)
            {
                return (Exact.Show(number), word);
            }
        }

        return null;
    }
}
