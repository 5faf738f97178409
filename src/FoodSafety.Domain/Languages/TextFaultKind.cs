namespace FoodSafety.Domain.Languages;

/// <summary>What is wrong with a text (文本差错类型).</summary>
/// <remarks>The default value 0 is no fault.</remarks>
public enum TextFaultKind
{
    /// <summary>Nothing is written, or nothing that is seen (未填写).</summary>
    Missing = 1,

    /// <summary>The text is longer than its rule allows (过长).</summary>
    TooLong = 2,

    /// <summary>A blank of any sort stands before or after the text (首尾空格).</summary>
    OuterBlank = 3,

    /// <summary>A blank where none may stand, or one that only looks like U+0020, as U+3000 (空格).</summary>
    OtherBlank = 4,

    /// <summary>A control character: NUL, tab, a line break (控制字符、换行).</summary>
    Control = 5,

    /// <summary>A character that shows nothing: U+200B, a mark of direction as U+202E, a selector out of its place (不可见字符).</summary>
    Invisible = 6,

    /// <summary>Half of a surrogate pair, or U+FFFD: the text was cut or read in a wrong encoding (编码错误).</summary>
    BrokenEncoding = 7,

    /// <summary>A character that such a text does not have: a full-width digit in a key, a private-use character, a mark without a character (不可用的字符).</summary>
    NotAllowed = 8,
}
