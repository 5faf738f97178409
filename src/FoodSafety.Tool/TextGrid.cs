using System.Globalization;
using System.Text;

namespace FoodSafety.Tool;

/// <summary>A plain table whose columns stand under each other, with Chinese characters counted as two.</summary>
internal sealed class TextGrid(params bool[] isRight)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    public void Row(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = new int[isRight.Length];
        foreach (var row in _rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], WidthOf(row[i]));
            }
        }

        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            var line = new StringBuilder();
            for (var i = 0; i < row.Length; i++)
            {
                var padding = new string(' ', widths[i] - WidthOf(row[i]));
                line.Append(i == 0 ? "" : Gap).Append(isRight[i] ? padding + row[i] : row[i] + padding);
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>How many columns of a screen a text takes.</summary>
    internal static int WidthOf(string text) => text.EnumerateRunes().Sum(letter =>
        Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : letter.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x20000 and <= 0x3FFFD) ? 2
        : 1);
}
