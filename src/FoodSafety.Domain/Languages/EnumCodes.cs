using System.Collections.Immutable;
using System.Text;

namespace FoodSafety.Domain.Languages;

/// <summary>What files call the values of enums (枚举值代码): <c>SchoolCanteen</c> is <c>school-canteen</c>, and <c>II</c> is <c>ii</c>. Codes are stable, and the same in every file.</summary>
public static class EnumCodes
{
    /// <summary>All values of an enum, in the order of their numbers.</summary>
    /// <typeparam name="TEnum">The enum, of the library or of one's own.</typeparam>
    public static ImmutableArray<TEnum> All<TEnum>()
        where TEnum : struct, Enum => Table<TEnum>.Values;

    /// <summary>The code of a value; empty for 0 where that stands for "not stated" (see <see cref="BilingualNameOfNoneAttribute"/>).</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="TEnum">The enum, of the library or of one's own.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not one of the values of the enum.</exception>
    public static string Code<TEnum>(this TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.Values.IndexOf(value) is >= 0 and var place ? Table<TEnum>.Codes[place]
            : Table<TEnum>.HasNone && EqualityComparer<TEnum>.Default.Equals(value, default) ? ""
            : throw NamedValues.Refusal(value, nameof(value), Table<TEnum>.HasNone);

    /// <summary>The value with a code; null when none has it.</summary>
    /// <param name="code">A code as <see cref="Code"/> gives it; case matters.</param>
    /// <typeparam name="TEnum">The enum, of the library or of one's own.</typeparam>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public static TEnum? Find<TEnum>(string code)
        where TEnum : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(code);
        return Table<TEnum>.Codes.IndexOf(code) is >= 0 and var place ? Table<TEnum>.Values[place] : null;
    }

    /// <summary>The value with a code, or whose member has that name, for whoever has the name means the same; null when none has it. A number is no word at all.</summary>
    internal static TEnum? FindCodeOrName<TEnum>(string text)
        where TEnum : struct, Enum => Find<TEnum>(text) ?? (Array.IndexOf(Enum.GetNames<TEnum>(), text) >= 0 ? Enum.Parse<TEnum>(text) : null);

    /// <summary>The value whose code these ASCII letters are; null when none has it.</summary>
    internal static TEnum? Find<TEnum>(ReadOnlySpan<byte> letters)
        where TEnum : struct, Enum
    {
        for (var place = 0; place < Table<TEnum>.Codes.Length; place++)
        {
            if (Ascii.Equals(letters, Table<TEnum>.Codes[place]))
            {
                return Table<TEnum>.Values[place];
            }
        }

        return null;
    }

    // A capital after a capital begins no word: it is a numeral.
    private static string Word(string name) => string.Concat(name.Select((letter, place) =>
        !char.IsAsciiLetterUpper(letter) ? $"{letter}" : $"{(place > 0 && !char.IsAsciiLetterUpper(name[place - 1]) ? "-" : "")}{char.ToLowerInvariant(letter)}"));

    private static class Table<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly ImmutableArray<TEnum> Values = [.. Enum.GetValues<TEnum>()];
        public static readonly ImmutableArray<string> Codes = [.. Values.Select(value => Word(value.ToString()))];
        public static readonly bool HasNone = typeof(TEnum).IsDefined(typeof(BilingualNameOfNoneAttribute), inherit: false);
    }
}
