using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.ValueTypes;

/// <summary>The numbers of numbered ids as text.</summary>
internal static class IdNumber
{
    public static BilingualText Allowed => ("1 至 2147483647 的整数，只用数字 0 至 9", "a whole number from 1 to 2147483647, in the digits 0 to 9 alone");

    public static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
