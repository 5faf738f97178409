using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.ValueTypes;
using nietras.SeparatedValues;

namespace FoodSafety.Domain.Files;

/// <summary>A CSV file that is gone through row by row: how it is opened, what its heading is, and which of its rows say something.</summary>
internal sealed class CsvSource : IDisposable
{
    private static readonly SearchValues<char> Saying = SearchValues.Create(", \t\"\u3000");

    private readonly string _name;
    private readonly TextReader _text;
    private readonly Stream? _owned;
    private readonly ImmutableArray<int> _rowOfLine;
    private readonly ILookup<int, LostNumber>? _lost;

    private CsvSource(Stream stream, string name, BilingualText what, CsvEncoding? encoding, bool isRaw, bool owns)
    {
        _name = name;
        _owned = owns ? stream : null;
        if (XlsxSource.Is(stream))
        {
            var sheet = XlsxSource.Read(stream, name, what);
            (stream, encoding, _rowOfLine, HeadingLine, _lost) = (sheet.Csv, CsvEncoding.Utf8, sheet.RowOfLine, sheet.HeadingRow, sheet.Lost);
        }

        Encoding = encoding ?? CsvEncodings.Find(stream) ?? throw Refuse(new CsvFault(null, null, (
            $"{what.Chinese}是 UTF-16 编码；请另存为“CSV UTF-8（逗号分隔）”", $"the {what.English} is in UTF-16; save it as \"CSV UTF-8 (comma delimited)\"")));
        _text = new StreamReader(stream, Encoding.Text(), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        try
        {
            Rows = Sep.New(',').Reader(options => options with { Unescape = !isRaw, DisableColCountCheck = true, HasHeader = false }).From(_text);
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException)
        {
            throw Refuse(new CsvFault(1, null, ($"{what.Chinese}的列名行无法读取", $"the heading of the {what.English} cannot be read")));
        }

        var isAny = Rows.MoveNext();
        while (isAny && KindOf(Rows.Current) != RowKind.Filled && !_rowOfLine.IsDefault)
        {
            isAny = Rows.MoveNext();
        }

        if (isAny)
        {
            Heading = [.. Rows.Current[..].ToStringsArray().Select(cell => cell.Trim().Trim('"'))];
        }

        if (Heading.GroupBy(column => column, HeadingNames.Comparer).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw Refuse(new CsvFault(HeadingLine, twice.Key, ("列名重复", "the column stands twice")));
        }

        Places = Heading.Index().ToFrozenDictionary(column => column.Item, column => column.Index, HeadingNames.Comparer);
    }

    public enum RowKind
    {
        /// <summary>A line without cells.</summary>
        Empty,

        /// <summary>A line with cells in which nothing is written.</summary>
        Blank,

        /// <summary>A line that says something.</summary>
        Filled,
    }

    public CsvEncoding Encoding { get; }

    /// <summary>The columns by their headings.</summary>
    public ImmutableArray<string> Heading { get; } = [];

    /// <summary>The line of the heading; the first is 1.</summary>
    public int HeadingLine { get; } = 1;

    /// <summary>Where each column stands, from 0, however its heading is spaced and in full width or half.</summary>
    public FrozenDictionary<string, int> Places { get; }

    /// <summary>The rows after the heading.</summary>
    public SepReader Rows { get; }

    /// <summary>What a heading of one cell with another sign in it says to somebody whose columns were not found.</summary>
    public BilingualText Hint => Heading is [var only] && only.IndexOfAny([';', '\t', '，', '；']) is >= 0 and var at
        ? ($"列与列之间须用半角逗号，此文件似用“{Shown(only[at])}”。", $" Columns are separated by commas; this file seems to use '{Shown(only[at])}'.")
        : ("", "");

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What kind of file it is, for messages.</param>
    /// <param name="encoding">How it is written down; null to find out.</param>
    /// <param name="isRaw">Whether cells are left with their quotes, to be copied as they are.</param>
    /// <exception cref="CsvFileException">It cannot be opened.</exception>
    public static CsvSource Open(string path, BilingualText what, CsvEncoding? encoding, bool isRaw = false)
    {
        ArgumentNullException.ThrowIfNull(path);
        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            return new CsvSource(stream, path, what, encoding, isRaw, owns: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            stream?.Dispose();
            throw new CsvFileException(path, [new CsvFault(null, null, Reason(e, what))], e);
        }
        catch
        {
            stream?.Dispose();
            throw;
        }
    }

    public static CsvSource Over(Stream stream, string name, BilingualText what) => new(stream, name, what, encoding: null, isRaw: false, owns: false);

    public CsvFileException Refuse(params ReadOnlySpan<CsvFault> faults) => new(_name, faults);

    /// <summary>The headings by which a column is there: its key, or its name in Chinese or English.</summary>
    public IEnumerable<string> HeadingsOf(string key, BilingualText name) => new[] { key, name.Chinese, name.English }.Distinct(HeadingNames.Comparer).Where(Places.ContainsKey);

    /// <summary>Whether a row says something.</summary>
    public static RowKind KindOf(SepReader.Row row) =>
        row.Span.IsWhiteSpace() ? RowKind.Empty
        : row.Span.IndexOfAnyExcept(Saying) < 0 ? RowKind.Blank
        : RowKind.Filled;

    /// <summary>A row as it was given, to be kept.</summary>
    public CsvLine Keep(SepReader.Row row) => new(
        Places, [.. row[..].ToStringsArray().Select(OutputText.FromSpreadsheet)], NumberOf(row), IsWhole(row) ? [] : FaultsOf(row));

    /// <summary>Whether a row has a cell for each column, and in each all that was written there.</summary>
    public bool IsWhole(SepReader.Row row) => row.ColCount == Heading.Length && _lost?.Contains(NumberOf(row)) != true;

    /// <summary>All rows that say something, as they were given, and how many have cells in which nothing is written.</summary>
    public ImmutableArray<CsvLine> KeepAll(out int blank)
    {
        var lines = ImmutableArray.CreateBuilder<CsvLine>();
        blank = 0;
        foreach (var row in Rows)
        {
            switch (KindOf(row))
            {
                case RowKind.Filled:
                    lines.Add(Keep(row));
                    break;
                case RowKind.Blank:
                    blank++;
                    break;
                case RowKind.Empty:
                    break;
            }
        }

        return lines.DrainToImmutable();
    }

    /// <summary>The line of the file, or the row of the sheet, on which a row begins; the first is 1.</summary>
    public int NumberOf(SepReader.Row row) => _rowOfLine.IsDefault ? row.LineNumberFrom : _rowOfLine[row.LineNumberFrom - 1];

    public void Dispose()
    {
        Rows.Dispose();
        _text.Dispose();
        _owned?.Dispose();
    }

    private ItemList<RowFault> FaultsOf(SepReader.Row row)
    {
        var lost = _lost?[NumberOf(row)].Select(number => number.Under(number.Place < Heading.Length ? Heading[number.Place] : "")) ?? [];
        return row.ColCount == Heading.Length ? [.. lost] : [LineFaults.ColumnCount(row.ColCount, Heading.Length), .. lost];
    }

    private static BilingualText Reason(Exception e, BilingualText what) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => ($"没有这个{what.Chinese}", $"there is no such {what.English}"),
        UnauthorizedAccessException => ($"无权读取该{what.Chinese}，或它是文件夹", $"the {what.English} may not be read, or is a folder"),
        _ => ($"无法读取该{what.Chinese}", $"the {what.English} cannot be read"),
    };

    private static string Shown(char sign) => sign == '\t' ? "TAB" : sign.ToString();
}
