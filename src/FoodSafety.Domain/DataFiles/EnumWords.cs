using System.Text;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>How files write the values of enums: "SchoolCanteen" as "school-canteen", and "II" as "ii".</summary>
internal static class EnumWords
{
    /// <summary>The words of all values, in the order of the values.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Table<T>.Words;

    /// <summary>The word of a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static string Of<T>(T value) where T : struct, Enum => Array.IndexOf(Table<T>.Values, value) is >= 0 and var place
        ? Table<T>.Words[place]
        : throw NamedValues.Refusal(value, nameof(value), orNone: false);

    /// <summary>The value that a word stands for; null when it is none.</summary>
    public static T? Find<T>(string word) where T : struct, Enum => Array.IndexOf(Table<T>.Words, word) is >= 0 and var place ? Table<T>.Values[place] : null;

    /// <summary>The value that ASCII letters stand for; null when they are none.</summary>
    public static T? Find<T>(ReadOnlySpan<byte> letters) where T : struct, Enum
    {
        for (var place = 0; place < Table<T>.Words.Length; place++)
        {
            if (Ascii.Equals(letters, Table<T>.Words[place]))
            {
                return Table<T>.Values[place];
            }
        }

        return null;
    }

    // A capital after a capital begins no word: it is a numeral.
    private static string Word(string name) => string.Concat(name.Select((letter, place) =>
        !char.IsAsciiLetterUpper(letter) ? $"{letter}" : $"{(place > 0 && !char.IsAsciiLetterUpper(name[place - 1]) ? "-" : "")}{char.ToLowerInvariant(letter)}"));

    private static class Table<T> where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
        public static readonly string[] Words = Array.ConvertAll(Values, value => Word(value.ToString()));
    }
}
