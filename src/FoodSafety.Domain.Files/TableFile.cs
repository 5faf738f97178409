using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.ValueTypes;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace FoodSafety.Domain.Files;

/// <summary>A row of a file that does not fit its table, and why (未读入的行).</summary>
/// <param name="Line">The line of the file, or the row of the sheet; the first is 1.</param>
/// <param name="Faults">What is wrong with it; at least one.</param>
public sealed record RejectedTableRow(int Line, ItemList<CsvFault> Faults);

/// <summary>What was read of a file (读入结果): every row that says something is in the table or rejected.</summary>
/// <param name="Table">The rows that fit.</param>
/// <param name="Rejected">Those that do not.</param>
/// <param name="NotRead">Columns of the file that the layout does not have.</param>
public sealed record TableRead(Table Table, ItemList<RejectedTableRow> Rejected, ItemList<string> NotRead);

/// <summary>Tables as files, <c>.csv</c> or <c>.xlsx</c> by the name of the file (表格文件), written for people and read again.</summary>
/// <remarks>
/// <para>
/// The heading line names the columns in one language; a file is read by codes and by headings of either, in any order, however they are spaced and in full-width
/// characters too. Days are dates and numbers are numbers in a sheet,
/// codes are texts, and nothing is ever a formula: in a CSV an apostrophe stands before a text that a spreadsheet would run, and is taken off again.
/// </para>
/// <para>A CSV is written in UTF-8 with a byte order mark, which spreadsheets ask for, and read in UTF-8 or GB18030. Of a workbook the first sheet is read.</para>
/// </remarks>
/// <example>
/// <code>
/// TableFile.Write("problems.xlsx", Ledgers.Problems.Of(district, day), Language.Chinese);
/// var read = TableFile.Read("problems.xlsx", Ledgers.Problems);
/// </code>
/// </example>
public static class TableFile
{
    /// <summary>Writes a table, all of it or nothing: what stood there stays until the new file is whole.</summary>
    /// <param name="path">The file; one that is there is replaced. Beside it stands, while it is written, one of the same name and <c>.part</c>. Its name ends with <c>.csv</c> or <c>.xlsx</c>.</param>
    /// <param name="table">The table.</param>
    /// <param name="language">The language of the headings and words.</param>
    /// <exception cref="ArgumentException">The name ends otherwise.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, Table table, Language language)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(table);
        var isSheet = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".XLSX" => true,
            ".CSV" => false,
            var other => throw new ArgumentException($"'{path}' ends with '{other}'. Allowed: .csv, .xlsx.", nameof(path)),
        };
        var part = $"{path}.part";
        try
        {
            using (var file = File.Create(part))
            {
                if (isSheet)
                {
                    WriteSheet(file, table, language);
                }
                else
                {
                    using var text = new StreamWriter(file, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                    WriteCsv(text, table, language);
                }
            }

            File.Move(part, path, overwrite: true);
        }
        catch
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }

            throw;
        }
    }

    /// <summary>Writes a table as CSV.</summary>
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="table">The table.</param>
    /// <param name="language">The language of the headings and words.</param>
    public static void WriteCsv(TextWriter target, Table table, Language language)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(table);
        target.Write(string.Join(',', table.Layout.Columns.Select(column => OutputText.ToCsvCell(OutputText.ToSpreadsheet(column.Heading.In(language))))));
        target.Write('\n');
        foreach (var row in table.Rows)
        {
            target.Write(string.Join(',', table.Layout.Columns.Zip(row.Cells, (column, text) => OutputText.ToCsvCell(OutputText.ToSpreadsheet(Cells.Show(column, text, language))))));
            target.Write('\n');
        }
    }

    /// <summary>Writes a table as a workbook of one sheet.</summary>
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="table">The table.</param>
    /// <param name="language">The language of the headings and words.</param>
    public static void WriteSheet(Stream target, Table table, Language language)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(table);
        var columns = table.Layout.Columns;
        var places = columns.Select((_, at) => at.ToString(CultureInfo.InvariantCulture)).ToArray();
        var configuration = new OpenXmlConfiguration
        {
            DynamicColumns = [.. columns.Select((column, at) => new DynamicExcelColumn(places[at]) { Width = 16, Format = column.Kind == CellKind.Day ? "yyyy-mm-dd" : null })],
            AutoFilter = false,
        };
        // The heading is a row like any other, so that a table without rows has it too.
        MiniExcel.SaveAs(target, Rows(table, places, language), printHeader: false, sheetName: SheetName(table.Layout.Name.In(language)), configuration: configuration);
    }

    /// <summary>Reads a table out of a file.</summary>
    /// <param name="path">The file, a CSV or a workbook, which its bytes tell.</param>
    /// <param name="layout">How it is laid out.</param>
    /// <param name="encoding">How a CSV is written down; null to find out.</param>
    /// <remarks>A row of a sheet in which a code is kept as a number of more than 15 digits is rejected: the last of them are lost.</remarks>
    /// <exception cref="CsvFileException">The file cannot be opened, or lacks a column that is required.</exception>
    public static TableRead Read(string path, TableLayout layout, CsvEncoding? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(layout);
        using var source = CsvSource.Open(path, layout.Name, encoding);
        var places = layout.Columns.Select(column => source.HeadingsOf(column.Code, column.Heading).Select(heading => source.Places[heading]).FirstOrDefault(-1)).ToArray();
        if (layout.Columns.Where((column, at) => column.IsRequired && places[at] < 0).ToArray() is [_, ..] missing)
        {
            throw source.Refuse(new CsvFault(source.HeadingLine, null, (
                $"{layout.Name.Chinese}缺少列：{string.Join('、', missing.Select(column => column.Heading.Chinese))}。可用列名：{string.Join('、', layout.Columns.Select(column => column.Heading.Chinese))}。{source.Hint.Chinese}",
                $"the {layout.Name.English} lacks columns: {string.Join(", ", missing.Select(column => column.Heading.English))}. Allowed: {string.Join(", ", layout.Columns.Select(column => column.Heading.English))}.{source.Hint.English}")));
        }

        var codes = layout.Columns.Index().Where(column => places[column.Index] >= 0).ToDictionary(column => source.Heading[places[column.Index]], column => column.Item.Code);
        var (rows, rejected) = (ImmutableArray.CreateBuilder<TableRow>(), ImmutableArray.CreateBuilder<RejectedTableRow>());
        foreach (var line in source.KeepAll(out _))
        {
            List<CsvFault> faults =
            [
                .. from fault in line.Faults
                   let code = fault.Field.Length == 0 ? null : codes.GetValueOrDefault(fault.Field, "")
                   where code != ""
                   select new CsvFault(line.Number, code, fault.Text),
            ];
            var cells = new string[layout.Columns.Length];
            for (var at = 0; at < cells.Length; at++)
            {
                var (column, text) = (layout.Columns[at], places[at] < 0 ? "" : line.At(places[at]) ?? "");
                var read = Cells.Read(column, text);
                cells[at] = read ?? "";
                if (faults.Any(fault => fault.Column == column.Code))
                {
                    continue;
                }

                if (read is null || (read.Length == 0 && column.IsRequired))
                {
                    var allowed = Cells.Allowed(column);
                    faults.Add(new CsvFault(line.Number, column.Code, read is null
                        ? ($"{column.Heading.Chinese}“{text}”无法读取。可填：{allowed.Chinese}。", $"'{text}' cannot be read as {column.Heading.English}. Allowed: {allowed.English}.")
                        : ($"缺少{column.Heading.Chinese}。可填：{allowed.Chinese}。", $"{column.Heading.English} is missing. Allowed: {allowed.English}.")));
                }
            }

            if (faults.Count == 0)
            {
                rows.Add(new TableRow([.. cells]));
            }
            else
            {
                rejected.Add(new RejectedTableRow(line.Number, [.. faults]));
            }
        }

        return new TableRead(
            Table.OfRead(layout, [.. rows]), rejected.DrainToImmutable(),
            [.. source.Heading.Where((_, at) => !places.Contains(at))]);
    }

    private static IEnumerable<Dictionary<string, object?>> Rows(Table table, string[] places, Language language)
    {
        yield return places.Zip(table.Layout.Columns).ToDictionary(one => one.First, one => (object?)one.Second.Heading.In(language));
        foreach (var row in table.Rows)
        {
            var cells = new Dictionary<string, object?>(places.Length);
            for (var at = 0; at < places.Length; at++)
            {
                cells.Add(places[at], ValueOf(table.Layout.Columns[at], row.Cells[at], language));
            }

            yield return cells;
        }
    }

    /// <summary>What a sheet keeps: a date and a number where they can be kept exactly, else the text.</summary>
    private static object? ValueOf(TableColumn column, string text, Language language)
    {
        if (text.Length == 0)
        {
            return null;
        }

        // Sheets count days from 1900 and take the February of that year for one of 29 days; numbers have 15 digits.
        if (column.Kind == CellKind.Day && DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= new DateTime(1900, 3, 1))
        {
            return day;
        }

        return column.Kind == CellKind.Number && text.Count(char.IsAsciiDigit) <= 15 ? decimal.Parse(text, CultureInfo.InvariantCulture) : Cells.Show(column, text, language);
    }

    /// <summary>What a sheet may be called: 31 characters at most, and none of those that stand in references.</summary>
    private static string SheetName(string name)
    {
        var clean = string.Concat(name.Where(letter => !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal)));
        return clean.Length <= 31 ? clean : clean[..31];
    }
}
