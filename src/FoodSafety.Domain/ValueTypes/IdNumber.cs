using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.ValueTypes;

/// <summary>The numbers of numbered ids: whole numbers that every language and every file keeps exactly.</summary>
internal static class IdNumber
{
    // Beyond 2 to the 53rd, whoever reads a number of JSON as a floating one would read another.
    public const long Max = (1L << 53) - 1;

    public static BilingualText Allowed => ($"1 至 {Max} 的整数，只用数字 0 至 9", $"a whole number from 1 to {Max}, in the digits 0 to 9 alone");

    public static bool IsValid(long number) => number is > 0 and <= Max;

    public static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && IsValid(number);
}
