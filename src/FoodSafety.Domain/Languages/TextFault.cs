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

/// <summary>What is wrong with a text (文本差错类型).</summary>
/// <remarks>The default value 0 is no fault.</remarks>
public enum TextFaultKind
{
    /// <summary>Nothing is written, or nothing that is seen (未填报).</summary>
    [BilingualName("未填报", "missing")]
    Missing = 1,

    /// <summary>The text is longer than its rule allows (过长).</summary>
    [BilingualName("过长", "too long")]
    TooLong = 2,

    /// <summary>A blank of any sort stands before or after the text (首尾空格).</summary>
    [BilingualName("首尾空格", "a blank around the text")]
    OuterBlank = 3,

    /// <summary>A blank where none may stand, or one that only looks like U+0020, as U+3000 (空格).</summary>
    [BilingualName("此处不可用的空格", "a blank that may not stand here")]
    OtherBlank = 4,

    /// <summary>A control character: NUL, tab, a line break (控制字符、换行).</summary>
    [BilingualName("控制字符或换行", "a control character or line break")]
    Control = 5,

    /// <summary>A character that shows nothing: U+200B, a mark of direction as U+202E, a selector out of its place (不可见字符).</summary>
    [BilingualName("不可见字符", "an invisible character")]
    Invisible = 6,

    /// <summary>Half of a surrogate pair, or U+FFFD: the text was cut or read in a wrong encoding (编码错误).</summary>
    [BilingualName("编码错误留下的字符", "what a wrong encoding or a cut leaves behind")]
    BrokenEncoding = 7,

    /// <summary>A character that such a text does not have: a full-width digit in a key, a private-use character, a mark without a character (不可用的字符).</summary>
    [BilingualName("不可用的字符", "a character that may not stand here")]
    NotAllowed = 8,
}

/// <summary>A text that had to keep a rule for texts breaks it (文本不合规则); <see cref="Fault"/> says why and where.</summary>
/// <remarks>The message is the fault in Chinese and in English: most such texts were typed by somebody who will read it.</remarks>
public sealed class TextRefusedException : ArgumentException, IBilingualError
{
    internal TextRefusedException(TextFault fault, string? parameter)
        : base(fault.ToString(), parameter) => Fault = fault;

    /// <summary>What is wrong with the text (差错内容).</summary>
    public TextFault Fault { get; }

    /// <summary>What is wrong with it, in both languages.</summary>
    public BilingualText Text => Fault.Text;
}
