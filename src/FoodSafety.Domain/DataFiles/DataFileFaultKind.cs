using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>What is wrong at one place of a data file (文件差错类型).</summary>
/// <remarks>The default value 0 is no fault.</remarks>
public enum DataFileFaultKind
{
    /// <summary>The file has too many bytes, or its conditions spelled out have too many parts (文件过大).</summary>
    [BilingualName("文件过大", "file too large")]
    TooLarge = 1,

    /// <summary>The text is not Unicode: broken UTF-8, or half of a surrogate pair (编码错误).</summary>
    [BilingualName("编码错误", "not Unicode")]
    NotUnicode = 2,

    /// <summary>The text is not JSON, which has no comments, no trailing commas and nothing after its end (不是合法 JSON).</summary>
    [BilingualName("不是合法 JSON", "not JSON")]
    NotJson = 3,

    /// <summary>The file is of a format that this version of the library does not know, mostly a newer one (格式版本不支持).</summary>
    [BilingualName("格式版本不支持", "unknown format")]
    UnknownFormat = 4,

    /// <summary>Conditions and numbers are nested too deep, or the brackets of the file as a whole (嵌套过深).</summary>
    [BilingualName("嵌套过深", "nested too deep")]
    TooDeep = 5,

    /// <summary>A value is of the wrong JSON type (值类型错误).</summary>
    [BilingualName("值类型错误", "wrong type")]
    WrongType = 6,

    /// <summary>A property is missing, or all of several of which one must stand (缺少属性).</summary>
    [BilingualName("缺少属性", "missing property")]
    MissingProperty = 7,

    /// <summary>A property that does not belong there (未知属性).</summary>
    [BilingualName("未知属性", "unknown property")]
    UnknownProperty = 8,

    /// <summary>A property that stands twice (属性重复).</summary>
    [BilingualName("属性重复", "duplicate property")]
    DuplicateProperty = 9,

    /// <summary>Properties that exclude each other (属性冲突).</summary>
    [BilingualName("属性冲突", "conflicting properties")]
    ConflictingProperties = 10,

    /// <summary>A fact, value, grade, source or other name that is not known, or not of the kind that stands here (未知名称).</summary>
    [BilingualName("未知名称", "unknown name")]
    UnknownName = 11,

    /// <summary>A name that stands twice where each may stand once (名称重复).</summary>
    [BilingualName("名称重复", "duplicate name")]
    DuplicateName = 12,

    /// <summary>An entry of a table that no clause uses, and that would be lost (未使用的条目).</summary>
    [BilingualName("未使用的条目", "unused entry")]
    UnusedName = 13,

    /// <summary>A text that is not a key, a date, a url or whatever it should be (文本格式错误).</summary>
    [BilingualName("文本格式错误", "malformed text")]
    MalformedText = 14,

    /// <summary>A number outside the range allowed, or too fine (数值超出范围).</summary>
    [BilingualName("数值超出范围", "number out of range")]
    OutOfRange = 15,

    /// <summary>The grades are not those of the scale, in its order (等级序列不符).</summary>
    [BilingualName("等级序列不符", "wrong order of grades")]
    WrongScale = 16,

    /// <summary>A part is right in itself, but nothing can be built of it (无法构成).</summary>
    [BilingualName("无法构成", "cannot be built")]
    NotBuildable = 17,
}
