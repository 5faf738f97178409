using System.Globalization;
using System.Text.Json;

namespace FoodSafety.Domain.Languages;

/// <summary>A value of somebody else as an error shows it: on one line, cut when it is long, signs that cannot be seen by their code.</summary>
internal static class ShownValue
{
    private const int Longest = 100;

    public static string Of(JsonElement value) => Of(value.ValueKind == JsonValueKind.String ? TextOf(value) : value.GetRawText());

    public static string Of(ReadOnlySpan<char> value)
    {
        var text = new System.Text.StringBuilder();
        foreach (var sign in value.EnumerateRunes())
        {
            if (text.Length >= Longest)
            {
                return text.Append('…').ToString();
            }

            // A half of a surrogate pair comes out as U+FFFD.
            var isSeen = System.Text.Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            text.Append(isSeen ? sign.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{sign.Value:X4}"));
        }

        return text.ToString();
    }

    /// <summary>The text of a JSON string; what it is written as when half of a surrogate pair is in it.</summary>
    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }
}
