namespace FoodSafety.Domain.Languages;

/// <summary>What is wrong with a text (文本差错类型).</summary>
/// <remarks>The default value 0 is no fault.</remarks>
public enum TextFaultKind
{
    /// <summary>Nothing is written, or nothing that is seen (未填写).</summary>
    [BilingualName("未填写", "missing")]
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
