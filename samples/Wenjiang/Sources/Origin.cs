using FoodSafety.Domain.Languages;

namespace Wenjiang.Sources;

/// <summary>Where a figure comes from; everything shown says which.</summary>
internal enum Origin
{
    Published,
    Generated,
    Given,
    Kept,
    Computed,
}

internal static class Origins
{
    public static BilingualText Word(this Origin origin) => origin switch
    {
        Origin.Published => ("公布", "published"),
        Origin.Generated => ("生成", "generated"),
        Origin.Given => ("导入", "given"),
        Origin.Kept => ("台账", "journal"),
        Origin.Computed => ("计算", "computed"),
    };

    /// <summary>The word in the brackets in which it stands after a figure.</summary>
    public static BilingualText Tag(this Origin origin) => ($"〔{origin.Word().Chinese}〕", $"[{origin.Word().English}]");

    public static BilingualText Meaning(this Origin origin) => origin switch
    {
        Origin.Published => ("官方公布或媒体报道的数字", "a figure from an official or press source"),
        Origin.Generated => ("本示例用固定种子生成，并非真实主体或干部", "made by this sample with a fixed seed; no real business or cadre"),
        Origin.Given => ("来自导入的文件", "from a file that was given"),
        Origin.Kept => ("读自磁盘上的日志", "read from the journal on disk"),
        Origin.Computed => ("由 FoodSafety.Domain 计算", "worked out by FoodSafety.Domain"),
    };
}
