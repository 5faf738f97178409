using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>One thing that is wrong in a data file (数据文件差错): where, what stands there, what is allowed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DataFileFault
{
    private readonly BilingualText _reason;
    private readonly bool _isCut;

    internal DataFileFault(
        DataFileFaultKind kind, string path, string? value, ImmutableArray<string> allowed, bool isCut = false, BilingualText reason = default)
    {
        Kind = kind;
        Path = path;
        Value = value;
        Allowed = allowed;
        _isCut = isCut;
        _reason = reason;
    }

    /// <summary>What is wrong (差错类型).</summary>
    public DataFileFaultKind Kind { get; }

    /// <summary>The place as a JSON path: <c>$.rules[3].when.all[1].atLeast</c>; <c>$</c> for the file as a whole.</summary>
    public string Path { get; }

    /// <summary>What stands there, shortened when it is long; null when it is that something is missing.</summary>
    public string? Value { get; }

    /// <summary>
    /// What is allowed: names, the ten nearest to the value with the nearest first; types of JSON; ranges as <c>1..64</c>;
    /// forms of text. Empty when there is nothing to choose from.
    /// </summary>
    public ItemList<string> Allowed { get; }

    /// <summary>The fault as people read it.</summary>
    public BilingualText Text
    {
        get
        {
            var what = What;
            var names = string.Join(", ", Allowed);
            return Allowed.IsEmpty || (Kind == DataFileFaultKind.MissingProperty && Allowed.Length == 1)
                ? ($"{Path}：{what.Chinese}。", $"{Path}: {what.English}.")
                : ($"{Path}：{what.Chinese}；允许：{names}{(_isCut ? " 等" : "")}。",
                   $"{Path}: {what.English}. Allowed: {names}{(_isCut ? " and others" : "")}.");
        }
    }

    /// <summary>The fault of a file that is a part of another one, in which it stands at a path.</summary>
    internal DataFileFault Under(string path) => new(Kind, path + Path[1..], Value, Allowed, _isCut, _reason);

    private BilingualText What => Kind switch
    {
        DataFileFaultKind.TooLarge => ($"内容过大（{Value}）", $"{Value} is too large"),
        DataFileFaultKind.NotUnicode => ($"自位置 {Value} 起编码错误", $"the text is not Unicode from position {Value} on"),
        DataFileFaultKind.NotJson => ($"自 {Value} 起不是合法 JSON（不得有注释、尾随逗号和多余内容）",
            $"this is not JSON from {Value} on; comments, trailing commas and text after the end are not allowed"),
        DataFileFaultKind.UnknownFormat => ($"本库不支持格式版本 {Value}", $"this version of the library does not know format {Value}"),
        DataFileFaultKind.TooDeep => Value is null
            ? ("条件嵌套过深", "the nesting is too deep")
            : ($"自位置 {Value} 起嵌套过深", $"the nesting is too deep from position {Value} on"),
        DataFileFaultKind.WrongType => ($"“{Value}”的类型不对", $"'{Value}' is of the wrong type"),
        DataFileFaultKind.MissingProperty => Allowed.Length == 1
            ? ($"缺少属性“{Allowed[0]}”", $"the property '{Allowed[0]}' is missing")
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
        DataFileFaultKind.WrongScale => ($"等级序列 {Value} 与标准不符", $"the grades {Value} are not those of the scale"),
        DataFileFaultKind.NotBuildable => _reason,
    };

    /// <summary>The fault in both languages.</summary>
    public override string ToString() => Text.ToString();
}
