namespace FoodSafety.Domain.Languages;

/// <summary>The blank between Chinese words and Latin letters or digits (汉字与西文间距): <c>为 D 级</c>, and <c>为一级</c> without one.</summary>
internal static class ChineseSpacing
{
    /// <summary>A word, or the end of one, and what stands after it.</summary>
    public static string After(string word, string next) =>
        word is [.., >= '\u4E00' and <= '\u9FFF'] && next is [var first, ..] && char.IsAsciiLetterOrDigit(first) ? $"{word} {next}" : word + next;
}
