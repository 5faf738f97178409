using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Areas;

/// <summary>One thing that is wrong with one row of a division list (区划名录差错).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AreaFault
{
    private const int MostShown = 40;

    internal AreaFault(AreaFaultKind kind, int row, string code, string name, int? firstRow = null)
    {
        Kind = kind;
        Row = row;
        Code = code;
        Name = name;
        FirstRow = firstRow;
    }

    /// <summary>What is wrong (差错类型).</summary>
    public AreaFaultKind Kind { get; }

    /// <summary>Number of the row in the list as it was given (行号), from 1; a heading the reader left out is not counted.</summary>
    public int Row { get; }

    /// <summary>The code (区划代码): as it was given where it is none, else all twelve digits.</summary>
    public string Code { get; }

    /// <summary>The name (名称); empty where it is missing.</summary>
    public string Name { get; }

    /// <summary>Number of the first row with the same code (首见行号); null unless the code is a duplicate.</summary>
    public int? FirstRow { get; }

    /// <summary>What is wrong, without saying where (原因).</summary>
    public BilingualText Reason => Kind switch
    {
        AreaFaultKind.MissingName => ("没有名称。", "there is no name."),
        AreaFaultKind.DuplicateCode => ($"代码重复，首见于第 {FirstRow} 行。", $"row {FirstRow} has the same code."),
        AreaFaultKind.WrongName => Wrong(TextRule.Name.FindFault(Name)!.Text),
        AreaFaultKind.Orphan => Missing(AreaCode.Parse(Code).Parent),
        AreaFaultKind.MalformedCode or AreaFaultKind.SkippedLevel => AreaCodeReading.Of(Code.AsSpan()).Explain(Code),
    };

    /// <summary>The fault as people read it: row, code, name and what is wrong.</summary>
    public BilingualText Text
    {
        get
        {
            var what = Reason;
            var label = $"{Excerpt.Of(Code, MostShown)} {Excerpt.Of(Name, MostShown)}".Trim();
            return label.Length == 0
                ? ($"第 {Row} 行：{what.Chinese}", $"Row {Row}: {what.English}")
                : ($"第 {Row} 行（{label}）：{what.Chinese}", $"Row {Row} ({label}): {what.English}");
        }
    }

    /// <summary>The fault in both languages.</summary>
    public override string ToString() => Text.ToString();

    // Begins as the other sentences do, which follow a colon.
    private static BilingualText Wrong(BilingualText text) => (text.Chinese, char.ToLowerInvariant(text.English[0]) + text.English[1..]);

    private static BilingualText Missing(AreaCode parent) =>
        ($"上级区划 {parent} 不在名录中。", $"its parent {parent} is not in the list.");
}

/// <summary>Why a row cannot stand in an area tree (区划名录差错).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum AreaFaultKind
{
    /// <summary>The code is not 2, 4, 6, 9 or 12 digits (代码格式错误).</summary>
    [BilingualName("代码格式错误", "malformed code")]
    MalformedCode = 1,

    /// <summary>The code leaves out a level that cannot be left out, as a village under no town (层级缺失).</summary>
    [BilingualName("层级缺失", "skipped level")]
    SkippedLevel = 2,

    /// <summary>There is no name (名称缺失).</summary>
    [BilingualName("名称缺失", "missing name")]
    MissingName = 3,

    /// <summary>An earlier row has the same code (代码重复).</summary>
    [BilingualName("代码重复", "duplicate code")]
    DuplicateCode = 4,

    /// <summary>The area directly above is not in the list (上级缺失).</summary>
    [BilingualName("上级缺失", "no area above")]
    Orphan = 5,

    /// <summary>The name is there and breaks <see cref="TextRule.Name"/> (名称不合规则).</summary>
    [BilingualName("名称不合规则", "wrong name")]
    WrongName = 6,
}

/// <summary>A division list cannot become an area tree (区划名录有误): every fault of every row is told.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AreaTreeException : Exception, IBilingualError
{
    internal AreaTreeException(ImmutableArray<AreaFault> faults)
        : base(Describe(faults).English) => Faults = faults;

    /// <summary>All faults, by row number; at least one.</summary>
    public ImmutableArray<AreaFault> Faults { get; }

    /// <summary>How many faults there are, the first three, and how many more.</summary>
    public BilingualText Text => Describe(Faults);

    private static BilingualText Describe(ImmutableArray<AreaFault> faults) =>
        FaultSummary.Of(("区划名录", "Faults in the area list"), faults, static fault => fault.Text);
}

/// <summary>One row of a division list (区划名录) as it was read, before anything is known about it.</summary>
/// <remarks>The default value has neither code nor name and is refused by <see cref="AreaTree.Build"/>.</remarks>
/// <param name="Code">The code as text: 2, 4, 6, 9 or 12 digits.</param>
/// <param name="Name">The name (名称), <c>温江区</c>; two areas may share one.</param>
public readonly record struct AreaRow(string Code, string Name);
