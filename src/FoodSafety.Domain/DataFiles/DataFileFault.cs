using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>One thing that is wrong in a data file (数据文件差错): where, what stands there, what is allowed, and how to mend it.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DataFileFault
{
    private readonly ItemList<Allowed> _allowed;
    private readonly BilingualText _reason;
    private readonly bool _isCut;

    internal DataFileFault(
        DataFileFaultKind kind, string path, string? value, ImmutableArray<Allowed> allowed, bool isCut = false, BilingualText reason = default, BilingualText remedy = default)
    {
        Kind = kind;
        Path = path;
        Value = value;
        _allowed = allowed;
        _isCut = isCut;
        _reason = reason;
        Remedy = remedy;
    }

    /// <summary>What is wrong (差错类型).</summary>
    public DataFileFaultKind Kind { get; }

    /// <summary>The place as a JSON path: <c>$.rules[3].when.all[1].atLeast</c>; <c>$</c> for the file as a whole.</summary>
    public string Path { get; }

    /// <summary>The line on which it stands, from 1 (行); null where it is no place of the text: the file as a whole, or something built of it.</summary>
    public int? Line { get; internal set; }

    /// <summary>
    /// The place in the line, from 1 (列): Unicode characters, of which a Chinese one is one as a Latin one is, and so is one beyond U+FFFF. Null where there
    /// is no <see cref="Line"/>, and where the whole line is meant.
    /// </summary>
    public int? Column { get; internal set; }

    /// <summary>What stands there, shortened when it is long; null when it is that something is missing.</summary>
    public string? Value { get; }

    /// <summary>
    /// What is allowed: names, the ten nearest to the value with the nearest first, by meaning before spelling; types of JSON; ranges as <c>1..64</c>;
    /// forms of text. Empty when there is nothing to choose from.
    /// </summary>
    public ItemList<string> Allowed => [.. _allowed.Select(allowed => allowed.Word)];

    /// <summary>What to write instead, where that can be told (改法); empty otherwise.</summary>
    public BilingualText Remedy { get; }

    /// <summary>The fault as people read it, with its place.</summary>
    public BilingualText Text => ($"{Where.Chinese}：{Message.Chinese}", $"{Where.English}: {Message.English}");

    /// <summary>The fault without its place, for those who show that in a way of their own.</summary>
    public BilingualText Message
    {
        get
        {
            var (chinese, english) = (What.Chinese, What.English);
            if (!_allowed.IsEmpty && (Kind != DataFileFaultKind.MissingProperty || _allowed.Length > 1))
            {
                chinese += $"；允许：{string.Join("、", _allowed.Select(allowed => allowed.Shown.Chinese))}{(_isCut ? "等" : "")}";
                english += $". Allowed: {string.Join(", ", _allowed.Select(allowed => allowed.Shown.English))}{(_isCut ? " and others" : "")}";
            }

            return Remedy.IsEmpty ? ($"{chinese}。", $"{english}.") : ($"{chinese}。{Remedy.Chinese}。", $"{english}. {Remedy.English}.");
        }
    }

    /// <summary>The fault of a file that is a part of another one, in which it stands at a path.</summary>
    internal DataFileFault Under(string path) => new(Kind, path + Path[1..], Value, [.. _allowed], _isCut, _reason, Remedy);

    private BilingualText Where
    {
        get
        {
            var (chinese, english) = (Line, Column) switch
            {
                ({ } line, { } column) => ($"第 {line} 行第 {column} 列", $"line {line}, column {column}"),
                ({ } line, null) => ($"第 {line} 行", $"line {line}"),
                (null, _) => ("", ""),
            };
            return chinese.Length == 0 ? (Path, Path)
                : Path == "$" ? (chinese, english)
                : ($"{chinese}（{Path}）", $"{english} ({Path})");
        }
    }

    private BilingualText What => Kind switch
    {
        DataFileFaultKind.TooLarge => ($"内容过大（{_reason.Chinese}）", $"{_reason.English} is too large"),
        DataFileFaultKind.NotUnicode when !_reason.IsEmpty => _reason,
        DataFileFaultKind.NotUnicode => ("编码错误", "the text is not Unicode from here on"),
        DataFileFaultKind.NotJson => _reason,
        DataFileFaultKind.UnknownFormat => ($"本库不支持格式版本 {Value}", $"this version of the library does not know format {Value}"),
        DataFileFaultKind.TooDeep => ("嵌套过深", "the nesting is too deep"),
        DataFileFaultKind.WrongType => ($"“{Value}”的类型不对", $"'{Value}' is of the wrong type"),
        DataFileFaultKind.MissingProperty => _allowed.Length == 1
            ? ($"缺少属性“{_allowed[0].Word}”", $"the property '{_allowed[0].Word}' is missing")
            : ("缺少一项属性", "a property is missing, one of several"),
        DataFileFaultKind.UnknownProperty => ($"属性“{Value}”不应出现", $"the property '{Value}' does not belong here"),
        DataFileFaultKind.DuplicateProperty => ($"属性“{Value}”重复", $"the property '{Value}' stands twice"),
        DataFileFaultKind.ConflictingProperties => ($"属性“{Value}”只能有其一", $"only one of the properties '{Value}' may stand"),
        DataFileFaultKind.UnknownName => ($"没有可用于此处的“{Value}”", $"nothing that may stand here is called '{Value}'"),
        DataFileFaultKind.DuplicateName => ($"“{Value}”重复", $"'{Value}' stands twice"),
        DataFileFaultKind.UnusedName => ($"“{Value}”未被使用", $"'{Value}' is not used"),
        DataFileFaultKind.MalformedText when !_reason.IsEmpty => _reason,
        DataFileFaultKind.MalformedText => ($"“{Value}”格式不对", $"'{Value}' is malformed"),
        DataFileFaultKind.OutOfRange => ($"{Value} 超出范围", $"{Value} is out of range"),
        DataFileFaultKind.WrongScale => ($"等级序列“{Value}”与标准不符", $"the grades {Value} are not those of the scale"),
        DataFileFaultKind.NotBuildable => _reason,
    };

    /// <summary>Whether it is of the name of a property or entry, and not of the value that stands behind it.</summary>
    internal bool IsOfName => Kind switch
    {
        DataFileFaultKind.UnknownProperty or DataFileFaultKind.DuplicateProperty or DataFileFaultKind.UnusedName => true,
        DataFileFaultKind.TooLarge or DataFileFaultKind.NotUnicode or DataFileFaultKind.NotJson or DataFileFaultKind.UnknownFormat or DataFileFaultKind.TooDeep
            or DataFileFaultKind.WrongType or DataFileFaultKind.MissingProperty or DataFileFaultKind.ConflictingProperties or DataFileFaultKind.UnknownName
            or DataFileFaultKind.DuplicateName or DataFileFaultKind.MalformedText or DataFileFaultKind.OutOfRange or DataFileFaultKind.WrongScale
            or DataFileFaultKind.NotBuildable => false,
    };

    /// <summary>The fault in both languages.</summary>
    public override string ToString() => Text.ToString();
}

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

/// <summary>A data file that cannot be read (数据文件有误): every fault of it is told, with its place.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DataFileException : Exception, IBilingualError
{
    internal DataFileException(BilingualText subject, ImmutableArray<DataFileFault> faults, Exception? inner = null)
        : base(Describe(subject, faults).English, inner) => (Subject, Faults) = (subject, faults);

    /// <summary>What kind of file it was to be: "分级标准文件", "policy file".</summary>
    public BilingualText Subject { get; }

    /// <summary>All faults, in the order in which they were found; at least one.</summary>
    public ImmutableArray<DataFileFault> Faults { get; }

    /// <summary>How many faults there are, the first three, and how many more.</summary>
    public BilingualText Text => Describe(Subject, Faults);

    private static BilingualText Describe(BilingualText subject, ImmutableArray<DataFileFault> faults) =>
        FaultSummary.Of((subject.Chinese, $"Faults in the {subject.English}"), faults, static fault => fault.Text);
}
