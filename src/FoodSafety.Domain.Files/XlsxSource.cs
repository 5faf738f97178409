using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using MiniExcelLibs;

namespace FoodSafety.Domain.Files;

/// <summary>The first sheet of a workbook as the lines of a CSV, so that all that reads files reads sheets too.</summary>
internal sealed class XlsxSource
{
    // Above the heading there may be a title, and who made the table when.
    private const int MostTitleRows = 10;

    // Sheets keep 15 digits of a number.
    private const double MostExact = 1e15;

    private XlsxSource(Stream csv, ImmutableArray<int> rowOfLine, int headingRow, ILookup<int, LostNumber> lost) => (Csv, RowOfLine, HeadingRow, Lost) = (csv, rowOfLine, headingRow, lost);

    /// <summary>The lines, in UTF-8.</summary>
    public Stream Csv { get; }

    /// <summary>The row of the sheet on which each line begins, by the number of the line from 1: a cell may have line breaks.</summary>
    public ImmutableArray<int> RowOfLine { get; }

    /// <summary>The row of the heading; the first is 1.</summary>
    public int HeadingRow { get; }

    /// <summary>The numbers that lost digits, by the row of the sheet.</summary>
    public ILookup<int, LostNumber> Lost { get; }

    /// <summary>Whether a stream that can be sought in is a workbook: its bytes begin as those of a ZIP archive.</summary>
    public static bool Is(Stream stream)
    {
        Span<byte> first = stackalloc byte[4];
        var start = stream.Position;
        var read = stream.ReadAtLeast(first, 4, throwOnEndOfStream: false);
        stream.Position = start;
        return read == 4 && first.SequenceEqual("PK\x03\x04"u8);
    }

    /// <exception cref="CsvFileException">It is no workbook.</exception>
    public static XlsxSource Read(Stream stream, string name, BilingualText what)
    {
        List<string[]> rows;
        List<(int Row, LostNumber Number)> lost = [];
        try
        {
            var start = stream.Position;
            var sheet = MiniExcel.GetSheetNames(stream)[0];
            stream.Position = start;
            rows = [.. MiniExcel.Query(stream, useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Select((row, at) => row.Select((cell, place) =>
            {
                var text = TextOf(cell.Value);
                if (cell.Value is double number && Math.Abs(number) >= MostExact)
                {
                    lost.Add((at + 1, new LostNumber(place, sheet, $"{cell.Key}{at + 1}", text)));
                }

                return text;
            }).ToArray())];
        }
        catch (Exception e) when (e is InvalidDataException or IOException or System.Xml.XmlException or NotSupportedException or ArgumentException or InvalidOperationException or KeyNotFoundException or NullReferenceException)
        {
            throw new CsvFileException(name, [new CsvFault(null, null, ($"{what.Chinese}不是可读取的工作簿（.xlsx）", $"the {what.English} is no workbook (.xlsx) that can be read"))], e);
        }

        var heading = FindHeading(rows);
        var width = heading < rows.Count ? Array.FindLastIndex(rows[heading], cell => cell.Length > 0) + 1 : 0;
        var (text, numbers) = (new StringBuilder(), ImmutableArray.CreateBuilder<int>());
        for (var at = 0; at < rows.Count; at++)
        {
            // Titles are passed over, and say nothing in the place of a line.
            string[] cells = at < heading ? [] : at == heading ? [.. rows[at].Take(width).Select(HeadingNames.OneLine)] : rows[at];
            var filled = Array.FindLastIndex(cells, cell => cell.Length > 0) + 1;
            var last = filled == 0 ? 0 : Math.Max(filled, width);
            var line = string.Join(',', cells.Take(last).Select(cell => OutputText.ToCsvCell(OutputText.ToSpreadsheet(cell))));
            text.Append(line).Append('\n');
            numbers.AddRange(Enumerable.Repeat(at + 1, 1 + line.Count(letter => letter == '\n')));
        }

        return new XlsxSource(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()), writable: false), numbers.DrainToImmutable(), heading + 1, lost.ToLookup(one => one.Row, one => one.Number));
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

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text.ReplaceLineEndings("\n"),
        bool flag => flag ? "true" : "false",
        DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < (double)decimal.MaxValue => Cells.Number((decimal)number),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>A code that a sheet keeps as a number of more digits than numbers have there, so that its last digits are gone.</summary>
/// <param name="Place">The place of the cell in its row, from 0.</param>
/// <param name="Sheet">The name of the sheet.</param>
/// <param name="Cell">The cell, as sheets name it: A2.</param>
/// <param name="Shown">What is left.</param>
internal readonly record struct LostNumber(int Place, string Sheet, string Cell, string Shown)
{
    /// <summary>The fault of the row, under the heading of its column.</summary>
    public RowFault Under(string heading) => new(heading, Shown, FileRules.DigitsLost, (
        $"工作表“{Sheet}”的单元格 {Cell} 以数值保存（{Shown}），超过 15 位的数字已丢失。编号须以文本保存：请将该列设为“文本”后重新填写。",
        $"Cell {Cell} of sheet '{Sheet}' is kept as a number ({Shown}), of which all digits after the 15th are lost. Allowed: codes as text; set the column to text and enter it again."));
}
