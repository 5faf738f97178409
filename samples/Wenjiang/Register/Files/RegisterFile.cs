using System.Text;
using FoodSafety.Domain.Import;
using nietras.SeparatedValues;
using Wenjiang.Options;

namespace Wenjiang.Register.Files;

/// <summary>The user's register: a CSV file in UTF-8 whose heading line names the columns, in any order.</summary>
internal sealed class RegisterFile
{
    private RegisterFile(List<BusinessRow> rows, ColumnCountRule columnCount)
    {
        Rows = rows;
        ColumnCount = columnCount;
    }

    /// <summary>The rows, numbered by the line of the file on which they begin; the heading is line 1.</summary>
    public IReadOnlyList<BusinessRow> Rows { get; }

    public ColumnCountRule ColumnCount { get; }

    /// <exception cref="UsageException">The file cannot be opened, or its heading is not that of a register.</exception>
    public static RegisterFile Read(string path)
    {
        try
        {
            // Bytes that are not UTF-8 become U+FFFD, so that the row is rejected and not the file.
            using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: false));
            using var reader = Sep.New(',').Reader(options => options with { Unescape = true, DisableColCountCheck = true }).From(text);
            CheckHeading(path, reader.Header);
            return Read(reader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException(($"无法读取名录文件“{path}”：{e.Message}", $"Cannot read the register file '{path}': {e.Message}"));
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException)
        {
            throw new UsageException(($"名录文件“{path}”的列名行有误：{e.Message}", $"The heading of the register file '{path}' is wrong: {e.Message}"));
        }
    }

    private static RegisterFile Read(SepReader reader)
    {
        var columns = reader.Header.ColNames.Count;
        var places = reader.Header.ColNames.Select((name, i) => (name, i)).ToDictionary(pair => pair.name.Trim(), pair => pair.i);
        var rows = new List<BusinessRow>();
        var odd = new Dictionary<int, int>();
        string?[] cells = [];
        foreach (var row in reader)
        {
            if (row.Span.IsWhiteSpace())
            {
                continue;
            }

            if (row.ColCount != columns)
            {
                odd.Add(row.LineNumberFrom, row.ColCount);
            }

            cells = row[..].ToStringsArray();
            rows.Add(BusinessRow.FromColumns(row.LineNumberFrom, CellOf));
        }

        return new RegisterFile(rows, new ColumnCountRule(columns, odd));

        string? CellOf(string column) => places.TryGetValue(column, out var place) && place < cells.Length ? cells[place] : null;
    }

    private static void CheckHeading(string path, SepReaderHeader header)
    {
        var known = BusinessRow.Fields.Select(field => field.Column).ToArray();
        var required = BusinessRow.Fields.Where(field => field.IsRequired).Select(field => field.Column);
        var found = header.ColNames.Select(name => name.Trim()).ToArray();
        var missing = string.Join(", ", required.Except(found));
        var unknown = string.Join(", ", found.Except(known));
        if (missing.Length + unknown.Length > 0)
        {
            var allowed = string.Join(", ", known);
            throw new UsageException((
                $"名录文件“{path}”的列名行有误。缺少：{OrNone(missing, "无")}；不认识：{OrNone(unknown, "无")}。可用列名：{allowed}。",
                $"The heading of the register file '{path}' is wrong. Missing: {OrNone(missing, "none")}; unknown: {OrNone(unknown, "none")}. Allowed: {allowed}."));
        }
    }

    private static string OrNone(string text, string none) => text.Length == 0 ? none : text;
}
