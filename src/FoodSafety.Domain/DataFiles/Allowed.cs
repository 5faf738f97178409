using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>One thing that would do at a place of a file: a code, which reads the same in every language, or a description.</summary>
/// <param name="Word">The code, or the English description.</param>
/// <param name="Chinese">The Chinese description; null for a code.</param>
/// <param name="Name">What people call what the code stands for; empty where it has no name.</param>
internal readonly record struct Allowed(string Word, string? Chinese = null, BilingualText Name = default)
{
    public static Allowed Text { get; } = ("文本", "string");

    public static Allowed Number { get; } = ("数字", "number");

    public static Allowed List { get; } = ("列表", "array");

    public static Allowed Object { get; } = ("对象", "object");

    /// <summary>What can be stored of a number.</summary>
    public static Allowed Stored { get; } = ($"{-Exact.MostStored}..{Exact.MostStored} 个最小单位", $"{-Exact.MostStored}..{Exact.MostStored} smallest units");

    public static Allowed OneOrMore { get; } = ("至少一项", "1 or more");

    public static implicit operator Allowed(string code) => new(code);

    public static implicit operator Allowed((string Chinese, string English) words) => new(words.English, words.Chinese);

    public static implicit operator Allowed(BilingualText words) => new(words.English, words.Chinese);

    /// <summary>A range of a number of decimals.</summary>
    public static Allowed Decimals(int most) => ($"至多 {most} 位小数", $"0..{most} decimals");

    /// <summary>The codes and names of known things.</summary>
    public static IEnumerable<Allowed> Codes(IEnumerable<string> codes) => codes.Select(code => new Allowed(code));

    /// <summary>As a fault says it. A code stands in quotes where it has letters, for those are no Chinese words.</summary>
    public BilingualText Shown
    {
        get
        {
            var chinese = Chinese ?? (Word.Any(char.IsAsciiLetter) ? $"“{Word}”" : Word);
            return Name.IsEmpty || Name.Chinese == Word
                ? (chinese, Word)
                : ($"{chinese}（{Name.Chinese}）", Name.English.Length == 0 || NearestNames.AreAlike(Name.English, Word) ? Word : $"{Word} ({Name.English})");
        }
    }
}
