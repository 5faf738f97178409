namespace Wenjiang.Screen;

/// <summary>Breaks lines of text at a width, between words and between Chinese characters.</summary>
internal static class Wrapping
{
    private const string NeverFirst = "，。；：、？！）〕”》,.;:)]";
    private const string Indent = "    ";

    /// <param name="text">Lines separated by line feeds.</param>
    /// <param name="width">The cells of a line; a Chinese character takes two.</param>
    public static string At(string text, int width) => string.Join('\n', text.Split('\n').SelectMany(line => Break(line, width)));

    private static IEnumerable<string> Break(string line, int width)
    {
        var start = 0;
        var (used, canBreakAt) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            var isWide = IsWide(line[i]);
            if (i > start && !NeverFirst.Contains(line[i], StringComparison.Ordinal) && (isWide || line[i - 1] == ' ' || IsWide(line[i - 1])))
            {
                canBreakAt = i;
            }

            used += isWide ? 2 : 1;
            if (used > width && canBreakAt > start)
            {
                yield return Piece(start, canBreakAt);
                used = Indent.Length + Width(line.AsSpan(canBreakAt..(i + 1)));
                start = canBreakAt;
            }
        }

        yield return Piece(start, line.Length);

        string Piece(int from, int to) => (from == 0 ? "" : Indent) + line[from..to].TrimEnd();
    }

    private static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text)
        {
            width += IsWide(c) ? 2 : 1;
        }

        return width;
    }

    /// <summary>Whether a character takes two cells: Chinese characters and their punctuation do.</summary>
    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60';
}
