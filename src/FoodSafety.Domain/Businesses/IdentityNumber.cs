using System.Globalization;
using NodaTime;

namespace FoodSafety.Domain.Businesses;

/// <summary>The identity number of a citizen (公民身份号码, GB 11643-1999): known so that it is never taken for a code, and never kept.</summary>
internal static class IdentityNumber
{
    private const int Length = 18;
    private const string CheckCharacters = "10X98765432";

    // Nobody alive was born before.
    private const int FirstYear = 1900;

    /// <summary>Whether a text has all that such a number has: a province, a date of birth, a check character by ISO 7064 MOD 11-2.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.Length != Length || text[..^1].ContainsAnyExceptInRange('0', '9') || !Provinces.Knows(text[..2]))
        {
            return false;
        }

        var (year, month, day) = (Number(text[6..10]), Number(text[10..12]), Number(text[12..14]));
        if (year < FirstYear || year >= FirstYear + 200 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            sum = ((sum + text[i] - '0') * 2) % 11;
        }

        return char.ToUpperInvariant(text[^1]) == CheckCharacters[sum];
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
