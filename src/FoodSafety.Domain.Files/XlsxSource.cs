using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FoodSafety.Domain.Languages;
using MiniExcelLibs;

namespace FoodSafety.Domain.Files;

/// <summary>The first sheet of a workbook as the lines of a CSV, so that all that reads files reads sheets too.</summary>
internal sealed class XlsxSource
{
    // Above the heading there may be a title, and who made the table when.
    private const int MostTitleRows = 10;

    private XlsxSource(Stream csv, ImmutableArray<int> rowOfLine, int headingRow) => (Csv, RowOfLine, HeadingRow) = (csv, rowOfLine, headingRow);

    /// <summary>The lines, in UTF-8.</summary>
    public Stream Csv { get; }

    /// <summary>The row of the sheet on which each line begins, by the number of the line from 1: a cell may have line breaks.</summary>
    public ImmutableArray<int> RowOfLine { get; }

    /// <summary>The row of the heading; the first is 1.</summary>
    public int HeadingRow { get; }

    /// <summary>Whether a stream that can be sought in is a workbook: its bytes begin as those of a ZIP archive.</summary>
    public static bool Is(Stream stream)
    {
        Span<byte> first = stackalloc byte[4];
        var start = stream.Position;
        var read = stream.ReadAtLeast(first, 4, throwOnEndOfStream: false);
        stream.Position = start;
        return read == 4 && first.SequenceEqual("PK\x03\x04"u8);
    }

    /// <exception cref="CsvFileException">It is no workbook, or a number lost digits.</exception>
    public static XlsxSource Read(Stream stream, string name, BilingualText what)
    {
        List<string[]> rows;
        var faults = ImmutableArray.CreateBuilder<CsvFault>();
        try
        {
            rows = [.. MiniExcel.Query(stream, useHeaderRow: false, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>()
                .Select((row, at) => row.Select(cell => TextOf(cell.Value, at + 1, cell.Key, faults)).ToArray())];
        }
        catch (Exception e) when (e is InvalidDataException or IOException or System.Xml.XmlException or NotSupportedException or ArgumentException or InvalidOperationException or KeyNotFoundException or NullReferenceException)
        {
            throw new CsvFileException(name, [new CsvFault(null, null, ($"{what.Chinese}不是可读取的工作簿（.xlsx）", $"the {what.English} is no workbook (.xlsx) that can be read"))], e);
        }

        if (faults.Count > 0)
        {
            throw new CsvFileException(name, faults.DrainToImmutable(), null);
        }

        var heading = FindHeading(rows);
        var width = heading < rows.Count ? Array.FindLastIndex(rows[heading], cell => cell.Length > 0) + 1 : 0;
        var (text, numbers) = (new StringBuilder(), ImmutableArray.CreateBuilder<int>());
        for (var at = 0; at < rows.Count; at++)
        {
            // Titles are passed over, and say nothing in the place of a line.
            string[] cells = at < heading ? [] : at == heading ? [.. rows[at].Take(width).Select(Heading)] : rows[at];
            var filled = Array.FindLastIndex(cells, cell => cell.Length > 0) + 1;
            var last = filled == 0 ? 0 : Math.Max(filled, width);
            var line = string.Join(',', cells.Take(last).Select(cell => OutputText.ToCsvCell(OutputText.ToSpreadsheet(cell))));
            text.Append(line).Append('\n');
            numbers.AddRange(Enumerable.Repeat(at + 1, 1 + line.Count(letter => letter == '\n')));
        }

        return new XlsxSource(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()), writable: false), numbers.DrainToImmutable(), heading + 1);
    }

    /// <summary>The first row with two cells, if it stands below rows of one: those are titles.</summary>
    private static int FindHeading(List<string[]> rows)
    {
        for (var at = 0; at < Math.Min(rows.Count, MostTitleRows); at++)
        {
            if (rows[at].Count(cell => cell.Length > 0) > 1)
            {
                return at;
            }
        }

        return 0;
    }

    /// <summary>A heading as one would type it: people break it into lines and put blanks between its characters.</summary>
    private static string Heading(string cell) =>
        cell.Any(letter => letter is >= '\u4e00' and <= '\u9fff') ? string.Concat(cell.Where(letter => !char.IsWhiteSpace(letter))) : string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string TextOf(object? value, int row, string column, ImmutableArray<CsvFault>.Builder faults)
    {
        switch (value)
        {
            case null:
                return "";
            case string text:
                return text.ReplaceLineEndings("\n");
            case bool flag:
                return flag ? "true" : "false";
            case DateTime moment:
                return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
            case double number when Math.Abs(number) < 1e15:
                return Cells.Number((decimal)number);
            case double:
                faults.Add(new CsvFault(row, column, (
                    "该单元格以数值保存，超过15位的数字已丢失；请将该列设为“文本”后重新填写", "the cell is kept as a number, of which all digits after the 15th are lost; set the column to text and enter it again")));
                return "";
            default:
                return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }
    }
}
