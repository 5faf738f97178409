using System.Text;

namespace FoodSafety.Domain.Grading;

/// <summary>Makes the keys of a table in a file from titles, so that the same titles in the same order give the same keys.</summary>
internal sealed class FileKeys(string fallback)
{
    private const int Longest = 40;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>A key that no other title of this table has.</summary>
    public string Next(string title)
    {
        var words = Words(title);
        var key = words;
        // All numbers below are taken; thousands of equal titles need not try them all again.
        for (var number = _numbers.GetValueOrDefault(words, 2); !_taken.Add(key); number++)
        {
            key = $"{words}-{number}";
            _numbers[words] = number;
        }

        return key;
    }

    /// <summary>The words of a title in lower-case Latin letters and digits, joined by hyphens, as many as fit.</summary>
    private string Words(string title)
    {
        var key = new StringBuilder();
        var word = new StringBuilder();
        foreach (var letter in $"{title} ")
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (word.Length > 0)
            {
                if (key.Length + word.Length >= Longest)
                {
                    break;
                }

                key.Append(key.Length == 0 ? "" : "-").Append(word);
                word.Clear();
            }
        }

        return key.Length == 0 ? fallback : char.IsAsciiDigit(key[0]) ? $"{fallback}-{key}" : key.ToString();
    }
}
