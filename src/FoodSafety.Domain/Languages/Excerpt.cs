using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FoodSafety.Domain.Languages;

/// <summary>How a text of somebody else is shown in a message: cut between characters, the cut shown, what is not seen as its code point.</summary>
internal static class Excerpt
{
    /// <summary>What stands where a text was cut.</summary>
    public const char Cut = '…';

    /// <summary>At most so many UTF-16 units of a text, cut between two characters as people see them, with what is not seen as <c>‹U+200B›</c>.</summary>
    public static string Of(ReadOnlySpan<char> text, int most)
    {
        var kept = Kept(text, most);
        var shown = new StringBuilder(kept.Length + 1);
        while (!kept.IsEmpty)
        {
            var isRune = Rune.DecodeFromUtf16(kept, out var letter, out var length) == System.Buffers.OperationStatus.Done;
            if (isRune && IsSeen(letter))
            {
                shown.Append(kept[..length]);
            }
            else
            {
                shown.Append(Quoted(isRune ? letter.Value : kept[0]));
            }

            kept = kept[length..];
        }

        return Kept(text, most).Length < text.Length ? shown.Append(Cut).ToString() : shown.ToString();
    }

    /// <summary>What stands for a character that is not seen: <c>‹U+200B›</c>.</summary>
    public static string Quoted(int value) => $"‹{CodePoint(value)}›";

    /// <summary>A code point as it is written: <c>U+200B</c>.</summary>
    public static string CodePoint(int value) => $"U+{value:X4}";

    /// <summary>
    /// One character of a code, for the eye: what is visible ASCII is itself, any other seen one has its code point beside it, for a full-width digit
    /// looks like a digit, and one not seen is its code point.
    /// </summary>
    public static string Character(ReadOnlySpan<char> text, int at)
    {
        var start = at > 0 && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
        return Rune.DecodeFromUtf16(text[start..], out var letter, out _) != System.Buffers.OperationStatus.Done ? CodePoint(text[at])
            : letter.Value is > ' ' and < 0x7F ? letter.ToString()
            : IsSeen(letter) && !Rune.IsWhiteSpace(letter) ? $"{letter} ({CodePoint(letter.Value)})"
            : CodePoint(letter.Value);
    }

    /// <summary>The beginning of a text up to a limit, cut between two characters as people see them, or between two code points where one is as long as the limit.</summary>
    public static ReadOnlySpan<char> Kept(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        // What is looked at is bounded too: a character may have a million marks on it.
        var seen = text[..Math.Min(text.Length, 2 * most)];
        var length = 0;
        while (length < most)
        {
            var next = StringInfo.GetNextTextElementLength(seen[length..]);
            if (next == 0 || length + next > most)
            {
                break;
            }

            length += next;
        }

        if (length == 0)
        {
            length = char.IsHighSurrogate(text[most - 1]) && char.IsLowSurrogate(text[most]) ? most - 1 : most;
        }

        return text[..length];
    }

    /// <summary>Whether a character shows itself: a blank, a joiner or a mark of direction does not, and the ordinary blank does no harm.</summary>
    public static bool IsSeen(Rune letter) => letter.Value == ' ' || Rune.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        _ => letter != Rune.ReplacementChar && !TextRule.IsVariationSelector(letter.Value) && !TextRule.IsIgnorable(letter.Value),
    };
}

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
