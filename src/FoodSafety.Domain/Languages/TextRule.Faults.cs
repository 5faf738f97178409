using System.Globalization;
using System.Text;

namespace FoodSafety.Domain.Languages;

// What is wrong with a text, letter by letter.
public sealed partial class TextRule
{
    // The private use area from which older Chinese encodings took characters that Unicode did not have yet.
    private const int LastPrivateOfLists = 0xF8FF;

    /// <summary>Most texts are of letters that every rule admits, and this is asked of a million names.</summary>
    private static bool HasOnlyPlain(string text)
    {
        foreach (var letter in text)
        {
            if (letter is not ((> ' ' and < '\x7F') or (>= '\u4E00' and <= '\u9FFF')))
            {
                return false;
            }
        }

        return true;
    }

    private TextFault? FindInLine(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new TextFault(this, TextFaultKind.Missing, text, 0, default);
        }

        var (previous, place) = (default(Rune?), 0);
        for (var i = 0; i < text.Length;)
        {
            place++;
            if (!Rune.TryGetRuneAt(text, i, out var letter))
            {
                return new TextFault(this, TextFaultKind.BrokenEncoding, text, place, text[i]);
            }

            i += letter.Utf16SequenceLength;
            TextFaultKind? wrong = _kind == Kind.Key ? FindInKey(letter)
                : letter.Value == ' ' ? previous is null || i == text.Length ? TextFaultKind.OuterBlank : null
                : FindInName(letter, previous);
            if (wrong is { } kind)
            {
                // A blank of any sort at an end is told as what it is to whoever sees nothing there.
                var isOuter = kind == TextFaultKind.OtherBlank && (previous is null || i == text.Length);
                return new TextFault(this, isOuter ? TextFaultKind.OuterBlank : kind, text, place, letter.Value);
            }

            previous = letter;
        }

        return null;
    }

    private TextFault? FindInNote(string text)
    {
        var (previous, place, isSeen) = (default(Rune?), 0, false);
        for (var i = 0; i < text.Length;)
        {
            place++;
            if (!Rune.TryGetRuneAt(text, i, out var letter))
            {
                return new TextFault(this, TextFaultKind.BrokenEncoding, text, place, text[i]);
            }

            i += letter.Utf16SequenceLength;
            var isBlank = letter.Value is '\t' or '\n' or '\r' || Rune.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator;
            var isJoiner = letter.Value is 0x200D or 0xFE0E or 0xFE0F && previous is not null;
            if (!isBlank && !isJoiner)
            {
                if (FindInName(letter, previous) is { } kind)
                {
                    return new TextFault(this, kind, text, place, letter.Value);
                }

                isSeen = true;
            }

            previous = letter;
        }

        return isSeen ? null : new TextFault(this, TextFaultKind.Missing, text, 0, default);
    }

    private static TextFaultKind? FindInKey(Rune letter) =>
        letter.Value is (> ' ' and < 0x7F) or 0xB7 || (IsIdeograph(letter.Value) && !IsCompatibilityIdeograph(letter.Value)) ? null
        : letter.Value == ' ' ? TextFaultKind.OtherBlank
        : FindInName(letter, null) ?? TextFaultKind.NotAllowed;

    private static TextFaultKind? FindInName(Rune letter, Rune? previous)
    {
        var value = letter.Value;
        if (value == Rune.ReplacementChar.Value)
        {
            return TextFaultKind.BrokenEncoding;
        }

        if (IsIdeograph(value))
        {
            return null;
        }

        if (IsVariationSelector(value))
        {
            return previous is { } before && Belongs(value, before.Value) ? null : TextFaultKind.Invisible;
        }

        if (IsIgnorable(value))
        {
            return TextFaultKind.Invisible;
        }

        return Rune.GetUnicodeCategory(letter) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => TextFaultKind.Control,
            UnicodeCategory.Format => TextFaultKind.Invisible,
            UnicodeCategory.SpaceSeparator => TextFaultKind.OtherBlank,
            UnicodeCategory.PrivateUse => value <= LastPrivateOfLists ? null : TextFaultKind.NotAllowed,
            UnicodeCategory.OtherNotAssigned => TextFaultKind.NotAllowed,

            // A mark stands on the character before it; where there is none it stands on whatever is printed before the text.
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark =>
                previous is null or { Value: ' ' } ? TextFaultKind.NotAllowed : null,
            _ => null,
        };
    }

    // By the planes set aside for them, not by the tables of the runtime, which know a new character of a person's name years later.
    private static bool IsIdeograph(int value) => value is
        0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAD9) or (>= 0x20000 and <= 0x2FFFD) or (>= 0x30000 and <= 0x3FFFD);

    // Twelve of the block are characters of their own: FA0E, FA0F, FA11, FA13, FA14, FA1F, FA21, FA23, FA24, FA27, FA28, FA29.
    private static bool IsCompatibilityIdeograph(int value) => value is
        (>= 0xF900 and <= 0xFAD9
            and not (0xFA0E or 0xFA0F or 0xFA11 or 0xFA13 or 0xFA14 or 0xFA1F or 0xFA21 or 0xFA23 or 0xFA24 or 0xFA27 or 0xFA28 or 0xFA29))
        or (>= 0x2F800 and <= 0x2FA1F);

    internal static bool IsVariationSelector(int value) => value is
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180D) or 0x180F;

    private static bool Belongs(int selector, int before) =>
        selector is (>= 0xE0100 and <= 0xE01EF) or (>= 0xFE00 and <= 0xFE02) ? IsIdeograph(before)
        : selector is (>= 0x180B and <= 0x180D) or 0x180F && before is >= 0x1820 and <= 0x18AA;

    // What shows nothing though its category says letter, mark or symbol: joiners, fillers of Hangul and Khmer, a blank of Braille, a hole for an object.
    internal static bool IsIgnorable(int value) => value is
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or 0xFFFC or 0x2065 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);
}
