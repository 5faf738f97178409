using System.Numerics;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Areas;

/// <summary>What came of reading an area code: its number, or the rule that failed and where.</summary>
internal readonly record struct AreaCodeReading
{
    /// <summary>The first number that has too many digits.</summary>
    public const long Limit = 1_000_000_000_000;

    private const int FullLength = 12;

    private readonly Rule _broken;

    // Position of the character, from 0, or the level left out: whichever the broken rule is about.
    private readonly int _at;

    private AreaCodeReading(long value) => Value = value;

    private AreaCodeReading(Rule broken, int at)
    {
        _broken = broken;
        _at = at;
    }

    private enum Rule
    {
        None,
        Length,
        Digits,
        Levels,
    }

    public long Value { get; }

    public bool IsValid => _broken == Rule.None;

    /// <summary>True when the digits are fine and the groups are not: one is zero above another that is not.</summary>
    public bool LeavesLevelOut => _broken == Rule.Levels;

    public static AreaCodeReading Of<T>(ReadOnlySpan<T> text)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (text.Length is not (2 or 4 or 6 or 9 or FullLength))
            return new(Rule.Length, text.Length);

        var value = 0L;
        for (var i = 0; i < FullLength; i++)
        {
            var digit = i < text.Length ? int.CreateTruncating(text[i]) - '0' : 0;
            if (digit is < 0 or > 9)
                return new(Rule.Digits, i);

            value = (value * 10) + digit;
        }

        return Of(value);
    }

    /// <summary>Looks at the groups of a number from 0 to below <see cref="Limit"/>.</summary>
    public static AreaCodeReading Of(long value)
    {
        // A group may be zero where all below is zero too. Beyond that the district's may be, and the province's never.
        if (value < UnitOf(AreaLevel.Province))
            return new(Rule.Levels, (int)AreaLevel.Province);

        var level = LevelOf(value);
        if (level > AreaLevel.City && GroupIsZero(value, AreaLevel.City))
            return new(Rule.Levels, (int)AreaLevel.City);

        if (level > AreaLevel.Town && GroupIsZero(value, AreaLevel.Town))
            return new(Rule.Levels, (int)AreaLevel.Town);

        return new(value);
    }

    public static AreaLevel LevelOf(long value) =>
        value % UnitOf(AreaLevel.Town) != 0 ? AreaLevel.Village
        : value % UnitOf(AreaLevel.District) != 0 ? AreaLevel.Town
        : value % UnitOf(AreaLevel.City) != 0 ? AreaLevel.District
        : value % UnitOf(AreaLevel.Province) != 0 ? AreaLevel.City
        : value != 0 ? AreaLevel.Province
        : default;

    /// <summary>By how much the code grows from one area of the level to the next.</summary>
    public static long UnitOf(AreaLevel level) => level switch
    {
        AreaLevel.Province => 10_000_000_000,
        AreaLevel.City => 100_000_000,
        AreaLevel.District => 1_000_000,
        AreaLevel.Town => 1_000,
        AreaLevel.Village => 1,
        0 => Limit,
    };

    /// <summary>The broken rule in words, with the text in which it is broken.</summary>
    public BilingualText Explain(ReadOnlySpan<char> text)
    {
        var quoted = Excerpt.Of(text, 2 * FullLength);
        return _broken switch
        {
            Rule.Length => (
                $"区划代码“{quoted}”有 {text.Length} 个字符；应为 2、4、6、9 或 12 位数字。",
                $"Area code '{quoted}' has {text.Length} characters; allowed: 2, 4, 6, 9 or 12 digits."),
            Rule.Digits => (
                $"区划代码“{quoted}”的第 {_at + 1} 个字符是“{Excerpt.Character(text, _at)}”；应为数字 0 至 9。",
                $"Area code '{quoted}' has '{Excerpt.Character(text, _at)}' as character {_at + 1}; allowed: digits 0 to 9."),
            Rule.Levels => ExplainLevel(quoted, (AreaLevel)_at),
            Rule.None => default,
        };
    }

    private static BilingualText ExplainLevel(string quoted, AreaLevel level)
    {
        var (digits, name) = (DigitsOf(level), level.Name());
        return (
            $"区划代码“{quoted}”的{name.Chinese}级代码（第 {digits} 位）为零；只有直属于市的镇街可以没有区县级代码。",
            $"Area code '{quoted}' has only zeros for its {name.English.ToLowerInvariant()} (digits {digits}); "
            + "only a district may be left out, by a town directly under its city.");
    }

    private static string DigitsOf(AreaLevel level) => level switch
    {
        AreaLevel.Province => "1-2",
        AreaLevel.City => "3-4",
        AreaLevel.District => "5-6",
        AreaLevel.Town => "7-9",
        AreaLevel.Village => "10-12",
    };

    private static bool GroupIsZero(long value, AreaLevel level) => value % UnitOf(level - 1) < UnitOf(level);
}
