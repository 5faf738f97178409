using FoodSafety.Domain.Import;
using Wenjiang.Files;
using Wenjiang.Options;

namespace Wenjiang.Register.Files;

/// <summary>The user's register as a file.</summary>
internal sealed class RegisterFile
{
    private RegisterFile(IReadOnlyList<BusinessRow> rows, ColumnCountRule columnCount, int blankLines)
    {
        Rows = rows;
        ColumnCount = columnCount;
        BlankLines = blankLines;
    }

    /// <summary>The rows, numbered by the line of the file on which they begin; the heading is line 1.</summary>
    public IReadOnlyList<BusinessRow> Rows { get; }

    public ColumnCountRule ColumnCount { get; }

    /// <summary>How many lines had cells and nothing in them; they are left out.</summary>
    public int BlankLines { get; }

    /// <exception cref="UsageException">The file cannot be opened, or its heading is not that of a register.</exception>
    public static RegisterFile Read(string path)
    {
        var file = CsvFile.Read(
            path, ("名录文件", "register file"),
            [.. BusinessRow.Fields.Select(field => field.Column)],
            BusinessRow.Fields.Where(field => field.IsRequired).Select(field => field.Column));
        var odd = file.Lines.Where(line => line.CellCount != file.ColumnCount).ToDictionary(line => line.Number, line => line.CellCount);
        return new RegisterFile(
            [.. file.Lines.Select(line => BusinessRow.FromColumns(line.Number, column => line[column]))],
            new ColumnCountRule(file.ColumnCount, odd), file.BlankLines);
    }
}
