using System.Collections.Frozen;
using System.Collections.Immutable;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Files;

/// <summary>Which columns a kind of CSV file has (列定义).</summary>
/// <param name="What">What kind of file it is, for messages: "名录文件", "register file".</param>
/// <param name="Columns">The columns that it can have, by their headings.</param>
/// <param name="Required">Those of them that it must have.</param>
public sealed record CsvLayout(BilingualText What, ItemList<string> Columns, ItemList<string> Required);

/// <summary>A CSV file in memory (表格文件), whose heading line names the columns in any order: for files of a size that people look through.</summary>
/// <remarks>
/// <para>
/// Commas stand between cells, and quotes around a cell that has a comma, a quote or a line break, as in RFC 4180. The file is in UTF-8, with a byte
/// order mark or without, or in GB18030; which of them is found out from its bytes. Bytes that are no character become U+FFFD.
/// </para>
/// <para>
/// A heading is found however it is spaced, and in full-width characters too: 主体 编号, ＩＤ. A line without cells is passed over. An apostrophe that <see cref="OutputText.ToSpreadsheet"/> put before what a spreadsheet would run is taken off.
/// </para>
/// </remarks>
public sealed class CsvTable
{
    private CsvTable(CsvEncoding encoding, ImmutableArray<string> heading, ImmutableArray<CsvLine> lines, int blankLines) =>
        (Encoding, Heading, Lines, BlankLines) = (encoding, heading, lines, blankLines);

    /// <summary>How the file is written down.</summary>
    public CsvEncoding Encoding { get; }

    /// <summary>The columns as the heading names them.</summary>
    public ImmutableArray<string> Heading { get; }

    /// <summary>The lines after the heading, blank ones left out.</summary>
    public ImmutableArray<CsvLine> Lines { get; }

    /// <summary>How many lines have cells of which none says anything, as spreadsheets leave them at the end.</summary>
    public int BlankLines { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layout">Its columns.</param>
    /// <param name="encoding">How it is written down; null to find out.</param>
    /// <exception cref="CsvFileException">The file cannot be opened, or its heading is wrong.</exception>
    public static CsvTable Read(string path, CsvLayout layout, CsvEncoding? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(layout);
        using var source = CsvSource.Open(path, layout.What, encoding);
        return Read(source, layout);
    }

    /// <summary>Reads a file out of a stream, from its start.</summary>
    /// <param name="stream">The bytes; it can be sought in, and is left open.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="layout">Its columns.</param>
    /// <exception cref="CsvFileException">The heading is wrong.</exception>
    public static CsvTable ReadFrom(Stream stream, string name, CsvLayout layout)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(layout);
        using var source = CsvSource.Over(stream, name, layout.What);
        return Read(source, layout);
    }

    private static CsvTable Read(CsvSource source, CsvLayout layout)
    {
        CheckHeading(source, layout);
        return new CsvTable(source.Encoding, source.Heading, source.KeepAll(out var blank), blank);
    }

    private static void CheckHeading(CsvSource source, CsvLayout layout)
    {
        var missing = string.Join(", ", layout.Required.Except(source.Heading, HeadingNames.Comparer));
        var unknown = string.Join(", ", source.Heading.Except(layout.Columns, HeadingNames.Comparer));
        if (missing.Length + unknown.Length > 0)
        {
            var allowed = string.Join(", ", layout.Columns);
            throw source.Refuse(new CsvFault(source.HeadingLine, null, (
                $"{layout.What.Chinese}的列名行有误。缺少：{OrNone(missing, "无")}；不认识：{OrNone(unknown, "无")}。可用列名：{allowed}。{source.Hint.Chinese}",
                $"the heading of the {layout.What.English} is wrong. Missing: {OrNone(missing, "none")}; unknown: {OrNone(unknown, "none")}. Allowed: {allowed}.{source.Hint.English}")));
        }
    }

    private static string OrNone(string text, string none) => text.Length == 0 ? none : text;
}

/// <summary>One line of a CSV file, as it was given (一行).</summary>
public sealed class CsvLine
{
    private readonly FrozenDictionary<string, int> _places;
    private readonly string[] _cells;

    internal CsvLine(FrozenDictionary<string, int> places, string[] cells, int number, ItemList<RowFault> faults) => (_places, _cells, Number, Faults) = (places, cells, number, faults);

    /// <summary>The line of the file, or the row of the sheet, on which it begins (行号); the first is 1.</summary>
    public int Number { get; }

    /// <summary>How many cells it has, which is more or less than the heading where the line is odd.</summary>
    public int CellCount => _cells.Length;

    /// <summary>What is wrong with it before its cells are looked at, by the rules of <see cref="FileRules"/>; none of most.</summary>
    public ItemList<RowFault> Faults { get; }

    /// <summary>What stands in a column; null when the file lacks the column or the line ends before it.</summary>
    /// <param name="column">The column by its heading.</param>
    public string? this[string column] => _places.TryGetValue(column, out var place) ? At(place) : null;

    /// <summary>What stands at a place, from 0; null when the line ends before it.</summary>
    internal string? At(int place) => place < _cells.Length ? _cells[place] : null;

    /// <summary>What is wrong with the line, as faults of its file.</summary>
    internal IEnumerable<CsvFault> FileFaults => Faults.Select(fault => new CsvFault(Number, fault.Field.Length == 0 ? null : fault.Field, fault.Text));
}
