namespace FoodSafety.Domain.Languages;

/// <summary>Why a text breaks a rule for texts (文本差错): the rule, the place, the code point, and what is allowed.</summary>
/// <remarks>Data first: <see cref="Text"/> is made from it.</remarks>
public sealed record TextFault
{
    private const int LongestShown = 40;

    internal TextFault(TextRule rule, TextFaultKind kind, string value, int place, int codePoint)
    {
        Rule = rule;
        Kind = kind;
        Place = place;
        CodePoint = codePoint;
        Length = value.Length;
        Value = Excerpt.Of(value, LongestShown);
    }

    /// <summary>The rule that is broken.</summary>
    public TextRule Rule { get; }

    /// <summary>What is wrong (差错类型).</summary>
    public TextFaultKind Kind { get; }

    /// <summary>Which character it is, counted from 1 as people count (第几个字符); 0 when it is no single one.</summary>
    public int Place { get; }

    /// <summary>Its code point (码位): <c>0x200B</c>; 0 when it is no single character.</summary>
    public int CodePoint { get; }

    /// <summary>The length of the text, as <see cref="string.Length"/> counts.</summary>
    public int Length { get; }

    /// <summary>
    /// The text so that it can be shown anywhere: shortened where it is long, each character that is not seen as its code point in angle
    /// quotes, <c>A-1‹U+200B›</c>.
    /// </summary>
    public string Value { get; }

    /// <summary>The fault as people read it: what, where, which, and what is allowed.</summary>
    public BilingualText Text
    {
        get
        {
            var (title, what, point) = (Rule.Title, Kind.Name(), Excerpt.CodePoint(CodePoint));
            var (chinese, english) = Kind switch
            {
                TextFaultKind.Missing => ($"{title.Chinese}{what.Chinese}", $"The {title.English} is not written"),
                TextFaultKind.TooLong => (
                    $"{title.Chinese}“{Value}”{what.Chinese}，有 {Length} 个字符", $"The {title.English} '{Value}' is too long: it has {Length} characters"),
                TextFaultKind.OuterBlank or TextFaultKind.OtherBlank or TextFaultKind.Control or TextFaultKind.Invisible
                    or TextFaultKind.BrokenEncoding or TextFaultKind.NotAllowed => (
                    $"{title.Chinese}“{Value}”的第 {Place} 个字符是 {point}（{what.Chinese}）", $"The {title.English} '{Value}' has {point} as character {Place}, {what.English}"),
            };
            return ($"{chinese}；允许：{Rule.Allowed.Chinese}。", $"{english}; allowed: {Rule.Allowed.English}.");
        }
    }

    /// <summary>The fault in both languages.</summary>
    public override string ToString() => Text.ToString();
}
