using System.Collections.Frozen;
using System.Text;
using FoodSafety.Domain.Languages;
using nietras.SeparatedValues;
using Wenjiang.Options;

namespace Wenjiang.Files;

/// <summary>A file of the user's own: CSV in UTF-8 whose heading line names the columns, in any order.</summary>
internal sealed class CsvFile
{
    private CsvFile(int columnCount, IReadOnlyList<CsvLine> lines, int blankLines)
    {
        ColumnCount = columnCount;
        Lines = lines;
        BlankLines = blankLines;
    }

    /// <summary>How many columns the heading has.</summary>
    public int ColumnCount { get; }

    /// <summary>The lines after the heading, blank ones left out.</summary>
    public IReadOnlyList<CsvLine> Lines { get; }

    /// <summary>How many lines have cells of which none says anything, as spreadsheets leave them at the end.</summary>
    public int BlankLines { get; }

    /// <param name="path">The file.</param>
    /// <param name="what">What kind of file it is, for messages.</param>
    /// <param name="columns">The columns it can have.</param>
    /// <param name="required">Those of them that it must have.</param>
    /// <exception cref="UsageException">The file cannot be opened, or its heading is wrong.</exception>
    public static CsvFile Read(string path, BilingualText what, IReadOnlyCollection<string> columns, IEnumerable<string> required)
    {
        try
        {
            // Bytes that are not UTF-8 become U+FFFD, so that the row is rejected and not the file.
            using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: false));
            using var reader = Sep.New(',').Reader(options => options with { Unescape = true, DisableColCountCheck = true }).From(text);
            string[] heading = [.. reader.Header.ColNames.Select(name => name.Trim())];
            CheckHeading(path, what, heading, columns, required);
            var (lines, blank) = ReadLines(reader, heading);
            return new CsvFile(heading.Length, lines, blank);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException(($"无法读取{what.Chinese}“{path}”：{e.Message}", $"Cannot read the {what.English} '{path}': {e.Message}"));
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException)
        {
            throw new UsageException(($"{what.Chinese}“{path}”的列名行有误：{e.Message}", $"The heading of the {what.English} '{path}' is wrong: {e.Message}"));
        }
    }

    private static (List<CsvLine> Lines, int Blank) ReadLines(SepReader reader, string[] heading)
    {
        var places = heading.Select((name, i) => (name, i)).ToFrozenDictionary(pair => pair.name, pair => pair.i);
        var lines = new List<CsvLine>();
        var blank = 0;
        foreach (var row in reader)
        {
            if (row.Span.IsWhiteSpace())
            {
                continue;
            }

            // A file that this program wrote, or a program as careful, has an apostrophe before what a spreadsheet would run.
            string[] cells = [.. row[..].ToStringsArray().Select(OutputText.FromSpreadsheet)];
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                blank++;
            }
            else
            {
                lines.Add(new CsvLine(places, cells, row.LineNumberFrom));
            }
        }

        return (lines, blank);
    }

    private static void CheckHeading(
        string path, BilingualText what, string[] found, IReadOnlyCollection<string> columns, IEnumerable<string> required)
    {
        var missing = string.Join(", ", required.Except(found));
        var unknown = string.Join(", ", found.Except(columns));
        if (missing.Length + unknown.Length > 0)
        {
            var allowed = string.Join(", ", columns);
            throw new UsageException((
                $"{what.Chinese}“{path}”的列名行有误。缺少：{OrNone(missing, "无")}；不认识：{OrNone(unknown, "无")}。可用列名：{allowed}。",
                $"The heading of the {what.English} '{path}' is wrong. Missing: {OrNone(missing, "none")}; unknown: {OrNone(unknown, "none")}. Allowed: {allowed}."));
        }
    }

    private static string OrNone(string text, string none) => text.Length == 0 ? none : text;
}
