using System.Buffers;
using System.Globalization;
using System.Text;

namespace FoodSafety.Domain.Languages;

/// <summary>How a text that somebody else wrote goes into a file or page that others open (输出文本).</summary>
/// <remarks>
/// The rules for texts keep most of what is told here out of the library; rejected rows, and texts of your own, have not been through them.
/// Each method takes any text at all and gives one that can be encoded.
/// </remarks>
public static class OutputText
{
    private const char Mark = '\'';

    private static readonly SearchValues<char> Quotable = SearchValues.Create("\",;\t\r\n");

    /// <summary>A text that shows itself: every character that steers a page or shows nothing stands as its code point, <c>‹U+202E›</c>.</summary>
    /// <remarks>
    /// That is half of a surrogate pair, controls other than tab and line break, marks of direction, and other invisible characters; the joiners
    /// of <see cref="TextRule.Name"/> and <see cref="TextRule.Note"/>, which belong to the characters before them, stay, and so do private-use
    /// characters, which a font may know.
    /// </remarks>
    /// <param name="text">The text; null is an empty one.</param>
    public static string Visible(string? text)
    {
        var shown = new StringBuilder(text?.Length ?? 0);
        for (var i = 0; i < text?.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var letter))
            {
                shown.Append(Excerpt.Quoted(text[i++]));
                continue;
            }

            shown.Append(Stays(letter) ? text.AsSpan(i, letter.Utf16SequenceLength) : Excerpt.Quoted(letter.Value));
            i += letter.Utf16SequenceLength;
        }

        return shown.ToString();
    }

    /// <summary>The beginning of a text for a message: cut between two characters as people see them, with <c>…</c> where it was cut, what is not seen as its code point.</summary>
    /// <param name="text">The text; null is an empty one.</param>
    /// <param name="most">How much is kept at most, as <see cref="string.Length"/> counts: 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is less than 1.</exception>
    public static string Shorten(string? text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return Excerpt.Of(text, most);
    }

    /// <summary>
    /// A text for a cell of a CSV file, such that no spreadsheet runs it as a formula: with an apostrophe before it when it begins with
    /// <c>= + - @</c>, also full-width, or with a tab or line break.
    /// </summary>
    /// <remarks>
    /// A plain number as <c>-5</c> is no formula and stays. So that <see cref="FromSpreadsheet"/> gives back exactly what was written, a text that
    /// begins with apostrophes before such a sign gets one more. A spreadsheet shows the apostrophe. Quotes come after that: <see cref="ToCsvCell"/>.
    /// </remarks>
    /// <param name="text">The text; null is an empty one.</param>
    public static string ToSpreadsheet(string? text) => text is null ? "" : LooksLikeFormula(text) && !IsPlainNumber(text) ? Mark + text : text;

    /// <summary>
    /// A text as it stands in a line of a CSV file that is put together by hand (RFC 4180): in quotes where it has a comma, a quote or a line break in it, or a semicolon or tab,
    /// which part cells where a spreadsheet is set so.
    /// </summary>
    /// <param name="text">The text; null is an empty one.</param>
    public static string ToCsvCell(string? text) =>
        text.AsSpan().IndexOfAny(Quotable) < 0 ? text ?? "" : $"\"{text!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The text of a cell that <see cref="ToSpreadsheet"/> wrote.</summary>
    /// <param name="cell">What stands in the cell; null is an empty one.</param>
    public static string FromSpreadsheet(string? cell) => cell is null ? "" : cell.StartsWith(Mark) && LooksLikeFormula(cell) ? cell[1..] : cell;

    private static bool LooksLikeFormula(string text)
    {
        var rest = text.AsSpan().TrimStart(Mark);
        return rest is ['\t' or '\r' or '\n', ..] || rest.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];
    }

    private static bool IsPlainNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static bool Stays(Rune letter) =>
        letter.Value is '\t' or '\n' or '\r' or 0x200D || TextRule.IsVariationSelector(letter.Value) || Rune.GetUnicodeCategory(letter) switch
        {
            UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse => true,
            _ => Excerpt.IsSeen(letter),
        };
}
