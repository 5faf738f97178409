using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

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
            $"{Subject.Chinese}未填写，应为 {Expected} 位。",
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
