using System.Diagnostics.CodeAnalysis;

namespace FoodSafety.Domain.Files;

/// <summary>Which headings are the same: people break them into lines, put blanks between their characters, and type full-width letters, digits and brackets.</summary>
internal sealed class HeadingNames : IEqualityComparer<string>
{
    // The full-width forms of ASCII stand in its order.
    private const char FirstFullWidth = '\uFF01', LastFullWidth = '\uFF5E', FirstHalfWidth = '!';

    private HeadingNames()
    {
    }

    public static HeadingNames Comparer { get; } = new();

    public bool Equals(string? x, string? y) => x is null || y is null ? ReferenceEquals(x, y) : Plain(x) == Plain(y);

    public int GetHashCode([DisallowNull] string obj) => Plain(obj).GetHashCode(StringComparison.Ordinal);

    /// <summary>A heading on one line, as one would type it: no blanks between Chinese characters, one between words.</summary>
    public static string OneLine(string heading) => string.Join(
        heading.Any(static letter => letter is >= '\u4e00' and <= '\u9fff') ? "" : " ", heading.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Nearly all need nothing done, and a row asks for each of its cells.
    private static string Plain(string heading) => heading.Any(static letter => char.IsWhiteSpace(letter) || IsFullWidth(letter))
        ? OneLine(string.Concat(heading.Select(static letter => IsFullWidth(letter) ? (char)(letter - FirstFullWidth + FirstHalfWidth) : letter)))
        : heading;

    private static bool IsFullWidth(char letter) => letter is >= FirstFullWidth and <= LastFullWidth;
}
