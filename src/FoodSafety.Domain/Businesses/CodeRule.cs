using System.Globalization;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Businesses;

/// <summary>The rule that a written code or number breaks (编码规则); see <see cref="CodeFault"/>.</summary>
/// <remarks>The rules are tested in this order, and the first broken one is reported. Zero is no rule.</remarks>
public enum CodeRule
{
    /// <summary>Something must be written: the text is empty or white space (未填报).</summary>
    [BilingualName("未填报", "missing")]
    Missing = 1,

    /// <summary>The number of characters is fixed (位数).</summary>
    [BilingualName("位数", "length")]
    Length = 2,

    /// <summary>The code begins with one of a few letter pairs, as <c>SC</c> or <c>JY</c> (字头).</summary>
    [BilingualName("字头", "prefix")]
    Prefix = 3,

    /// <summary>Each place admits certain characters only (字符).</summary>
    [BilingualName("字符", "characters")]
    Character = 4,

    /// <summary>The last character follows from all others by calculation (校验码).</summary>
    [BilingualName("校验码", "check character")]
    CheckCharacter = 5,

    /// <summary>The division begins with two digits that no province has (行政区划代码).</summary>
    [BilingualName("行政区划代码", "division code")]
    Division = 6,

    /// <summary>The text is the identity number of a person, which has as many characters (误填公民身份号码).</summary>
    [BilingualName("误填公民身份号码", "identity number of a person")]
    IdentityNumber = 7,
}

/// <summary>A text that had to be a code is not one (编码格式错误); <see cref="Fault"/> says why.</summary>
/// <remarks>The message is the fault in Chinese and in English.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CodeFormatException : FormatException, IBilingualError
{
    /// <summary>Refuses a text.</summary>
    /// <param name="fault">What is wrong with it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    public CodeFormatException(CodeFault fault)
        : base((fault ?? throw new ArgumentNullException(nameof(fault))).ToString()) => Fault = fault;

    /// <summary>What is wrong with the text (错误内容).</summary>
    public CodeFault Fault { get; }

    /// <summary>What is wrong with it, in both languages.</summary>
    public BilingualText Text => Fault.Text;
}

/// <summary>Why a text is not the code it was read as (编码错误): the rule, the place, what stands there and what should.</summary>
/// <remarks>Data first: <see cref="Text"/> is made from it, so that an import can count faults by rule and show each to its author.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CodeFault
{
    private CodeFault(BilingualText subject, CodeRule rule, int position, string found, string expected)
    {
        Subject = subject;
        Rule = rule;
        Position = position;
        Found = found;
        Expected = expected;
    }

    /// <summary>The code that was being read, as <c>统一社会信用代码</c> (编码名称).</summary>
    public BilingualText Subject { get; }

    /// <summary>The first rule that the text breaks (所违反的规则).</summary>
    public CodeRule Rule { get; }

    /// <summary>The place of the fault, counted from 1 as people count (第几位); 0 when the fault is in no one place.</summary>
    public int Position { get; }

    /// <summary>
    /// What was found (实际内容): the number of characters for <see cref="CodeRule.Length"/>, else the characters themselves.
    /// A character outside ASCII comes with its code point, <c>９ (U+FF19)</c>; an invisible one is its code point. Empty for
    /// <see cref="CodeRule.Missing"/>, and for <see cref="CodeRule.IdentityNumber"/>, for it is personal data.
    /// </summary>
    public string Found { get; }

    /// <summary>
    /// What the rule asks for (应有内容): a number of characters, prefixes, ranges of characters, or the right check character.
    /// </summary>
    public string Expected { get; }

    /// <summary>The fault as people read it, one sentence in each language.</summary>
    public BilingualText Text => Rule switch
    {
        CodeRule.Missing => (
            $"{Subject.Chinese}未填报，应为 {Expected} 位。",
            $"{Subject.English}: nothing is written; it has {Expected} characters."),
        CodeRule.Length => (
            $"{Subject.Chinese}有 {Found} 位，应为 {Expected} 位。",
            $"{Subject.English}: {Found} characters were found; it has {Expected}."),
        CodeRule.Prefix => (
            $"{Subject.Chinese}以“{Found}”开头，应以 {Expected} 之一开头。",
            $"{Subject.English}: it begins with '{Found}'; allowed: {Expected}."),
        CodeRule.CheckCharacter => (
            $"{Subject.Chinese}第 {Position} 位校验码为“{Found}”，按其余各位计算应为“{Expected}”。",
            $"{Subject.English}: check character {Position} is '{Found}'; the others make it '{Expected}'."),
        CodeRule.Division => (
            $"{Subject.Chinese}第 {Position} 位起的行政区划代码以“{Found}”开头，没有这样的省级代码；允许：{Expected}。",
            $"{Subject.English}: the division from character {Position} on begins with '{Found}', which is no province; allowed: {Expected}."),
        CodeRule.IdentityNumber => (
            $"所填为公民身份号码，不是{Subject.Chinese}。",
            $"{Subject.English}: what was written is the identity number of a person."),
        CodeRule.Character => (
            $"{Subject.Chinese}第 {Position} 位为“{Found}”，只允许 {Expected}。",
            $"{Subject.English}: character {Position} is '{Found}'; allowed: {Expected}."),
    };

    /// <summary>The fault in both languages, Chinese first.</summary>
    public override string ToString() => Text.ToString();

    internal static CodeFault? OfLength(BilingualText subject, ReadOnlySpan<char> text, int length)
    {
        if (text.Length == length && !text.IsWhiteSpace())
        {
            return null;
        }

        var expected = length.ToString(CultureInfo.InvariantCulture);
        return text.IsWhiteSpace()
            ? new(subject, CodeRule.Missing, 0, "", expected)
            : new(subject, CodeRule.Length, 0, text.Length.ToString(CultureInfo.InvariantCulture), expected);
    }

    internal static CodeFault WrongPrefix(BilingualText subject, ReadOnlySpan<char> found, string allowed)
    {
        var shown = "";
        for (var i = 0; i < found.Length; i++)
        {
            // The second half of a pair was shown with the first.
            shown += i > 0 && char.IsSurrogatePair(found[i - 1], found[i]) ? "" : Excerpt.Character(found, i);
        }

        return new(subject, CodeRule.Prefix, 1, shown, allowed);
    }

    internal static CodeFault WrongCharacter(BilingualText subject, int index, ReadOnlySpan<char> text, string allowed) =>
        new(subject, CodeRule.Character, index + 1, Excerpt.Character(text, index), allowed);

    internal static CodeFault NoProvince(BilingualText subject, int index, ReadOnlySpan<char> text) =>
        new(subject, CodeRule.Division, index + 1, text.Slice(index, 2).ToString(), Provinces.Known);

    internal static CodeFault IsIdentityNumber(BilingualText subject) => new(subject, CodeRule.IdentityNumber, 0, "", "");

    internal static CodeFault WrongCheck(BilingualText subject, int index, ReadOnlySpan<char> text, char expected) =>
        new(subject, CodeRule.CheckCharacter, index + 1, Excerpt.Character(text, index), expected.ToString());
}

/// <summary>The identity number of a citizen (公民身份号码, GB 11643-1999): known so that it is never taken for a code, and never kept.</summary>
internal static class IdentityNumber
{
    private const int Length = 18;
    private const string CheckCharacters = "10X98765432";

    // Nobody alive was born before.
    private const int FirstYear = 1900;

    /// <summary>Whether a text has all that such a number has: a province, a date of birth, a check character by ISO 7064 MOD 11-2.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.Length != Length || text[..^1].ContainsAnyExceptInRange('0', '9') || !Provinces.Knows(text[..2]))
        {
            return false;
        }

        var (year, month, day) = (Number(text[6..10]), Number(text[10..12]), Number(text[12..14]));
        if (year < FirstYear || year >= FirstYear + 200 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            sum = ((sum + text[i] - '0') * 2) % 11;
        }

        return char.ToUpperInvariant(text[^1]) == CheckCharacters[sum];
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
