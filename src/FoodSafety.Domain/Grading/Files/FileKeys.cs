using System.Collections.Immutable;
using System.Text;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>Makes the keys of a table in a file from titles, so that the same titles in the same order give the same keys.</summary>
internal sealed class FileKeys(string fallback, IEnumerable<string> taken)
{
    private const int Longest = 40;

    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);
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

/// <summary>What a file says that is no part of the grading, and that it keeps when it is written again: the schema for editors, and the keys of its tables.</summary>
internal sealed record FileNames(string? Schema, ImmutableArray<(string Key, Citation Source)> Sources, ImmutableArray<(string Key, NamedNumber Number)> Numbers)
{
    /// <summary>The units that the file states of facts, which are theirs.</summary>
    public ImmutableArray<NumberFact> Units { get; init; } = [];

    /// <summary>Of a policy that was read from no file.</summary>
    public static FileNames None { get; } = new(null, [], []);
}
