using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Files;

/// <summary>A division list as a CSV file (区划名录文件): the columns <c>code</c> and <c>name</c>, a line an area, in any order.</summary>
public static class AreaFile
{
    private const string Code = "code";
    private const string Name = "name";

    /// <summary>The columns of the file.</summary>
    public static CsvLayout Layout { get; } = new(("区划名录文件", "division list"), [Code, Name], [Code, Name]);

    /// <summary>Reads a list into a tree.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">How it is written down; null to find out.</param>
    /// <exception cref="CsvFileException">The file cannot be opened, its heading is wrong, or areas are: a tree has all of them or none, so every one is told with its line.</exception>
    public static AreaTree Read(string path, CsvEncoding? encoding = null) => Build(CsvTable.Read(path, Layout, encoding), path);

    /// <summary>Reads a list into a tree, out of a stream.</summary>
    /// <param name="stream">The bytes; it can be sought in, and is left open.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="CsvFileException">The heading is wrong, or areas are: every one is told with its line.</exception>
    public static AreaTree ReadFrom(Stream stream, string name) => Build(CsvTable.ReadFrom(stream, name, Layout), name);

    /// <summary>Writes a tree as a list, in the order of the codes.</summary>
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="areas">The tree.</param>
    public static void Write(TextWriter target, AreaTree areas)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(areas);
        CsvTarget.Write(target, [Code, Name], areas.Areas.Select(area => (string?[])[$"{area.Code}", area.Name]));
    }

    private static AreaTree Build(CsvTable table, string name)
    {
        if (table.Lines.SelectMany(line => line.FileFaults).ToArray() is [_, ..] faults)
        {
            throw new CsvFileException(name, faults);
        }

        try
        {
            return AreaTree.Build(table.Lines.Select(line => new AreaRow(line[Code]!, line[Name]!)));
        }
        catch (AreaTreeException e)
        {
            throw new CsvFileException(name, [.. e.Faults.Select(fault => new CsvFault(table.Lines[fault.Row - 1].Number, null, Reason(fault, table)))], e);
        }
    }

    private static BilingualText Reason(AreaFault fault, CsvTable table)
    {
        var label = OutputText.Shorten($"{fault.Code} {fault.Name}".Trim(), 60);
        // The tree counts rows, and a file lines.
        var what = fault.FirstRow is { } first && table.Lines[first - 1].Number is var line
            ? ($"代码与第 {line} 行重复。", $"line {line} has the same code.")
            : fault.Reason;
        return ($"“{label}”：{what.Chinese}", $"'{label}': {what.English}");
    }
}
