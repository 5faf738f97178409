using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using nietras.SeparatedValues;

namespace FoodSafety.Domain.Files;

/// <summary>The facts of many businesses as a CSV file (事实文件), read straight into columns: a register of a million rows takes about a second.</summary>
/// <remarks>
/// <para>
/// A line is a business. The column <c>id</c> is its key (主体编号) and stands once; <c>name</c> is its name (主体名称), if there is one; <c>area</c> is the
/// code of its area (所在区划), read where areas are given. Facts stand under their keys or under their names in Chinese or English; what may
/// stand in their cells is told by <see cref="FactCell"/>. Other columns are not looked at, so that a register with columns of its own can be used as it is.
/// </para>
/// <para>Every line is a row of <see cref="Facts"/>, among <see cref="Rejected"/> with all that is wrong, or blank.</para>
/// </remarks>
public sealed class FactFile
{
    private readonly AreaTree? _areas;
    private readonly ImmutableArray<string> _ids;
    private readonly ImmutableArray<string> _names;

    internal FactFile(
        string path, CsvSource source, string idColumn, AreaTree? areas, FactTable facts, ImmutableArray<string> ids, ImmutableArray<string> names,
        ImmutableArray<RejectedLine> rejected, int blankLines, ImmutableArray<NotStated> notStated)
    {
        (Path, Encoding, Heading, IdColumn, _areas, Facts, _ids, _names) = (path, source.Encoding, source.Heading, idColumn, areas, facts, ids, names);
        (Rejected, BlankLines, NotStated) = (rejected, blankLines, notStated);
    }

    /// <summary>What kind of file it is, in messages.</summary>
    public static BilingualText What { get; } = ("主体文件", "file of businesses");

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How it is written down.</summary>
    public CsvEncoding Encoding { get; }

    /// <summary>Its columns as the heading names them.</summary>
    public ImmutableArray<string> Heading { get; }

    /// <summary>The column of the keys as the heading names it: <c>id</c>, or 主体编号.</summary>
    public string IdColumn { get; }

    /// <summary>The facts that were read, a row for each good line in the order of the file; the group of a row is the ordinal of its area.</summary>
    public FactTable Facts { get; }

    /// <summary>The lines that were not accepted.</summary>
    public ImmutableArray<RejectedLine> Rejected { get; }

    /// <summary>How many lines had cells and nothing in them; they are left out.</summary>
    public int BlankLines { get; }

    /// <summary>The facts that good rows leave blank, with how many do; a fact that all rows state is not among them.</summary>
    public ImmutableArray<NotStated> NotStated { get; }

    /// <summary>The key of the business in a row.</summary>
    /// <param name="row">The row, from 0.</param>
    public string IdAt(int row) => _ids[row];

    /// <summary>The name of the business in a row; empty where the file has no such column.</summary>
    /// <param name="row">The row, from 0.</param>
    public string NameAt(int row) => _names.IsEmpty ? "" : _names[row];

    /// <summary>The area in which the business in a row stands; null where no areas were given.</summary>
    /// <param name="row">The row, from 0.</param>
    public Area? AreaAt(int row) => _areas?.At(Facts.GroupOf(row));

    /// <summary>The row of a business; null when no good line has its key.</summary>
    /// <param name="id">The key.</param>
    public int? FindRow(string id) => _ids.IndexOf(id) is >= 0 and var row ? row : null;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">The columns of the table that is made.</param>
    /// <param name="required">The facts to read, each of the schema; each must have a column. The others are not stated.</param>
    /// <param name="areas">The areas in which the businesses stand; null when it does not matter where.</param>
    /// <param name="options">How; null for <see cref="FactFileOptions.Default"/>.</param>
    /// <exception cref="CsvFileException">The file cannot be opened, or lacks a column.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static FactFile Read(string path, FactSchema schema, IEnumerable<IFact> required, AreaTree? areas = null, FactFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(required);
        options ??= FactFileOptions.Default;
        using var source = CsvSource.Open(path, What, options.Encoding);
        return new FactFileReader(path, source, schema, [.. required], areas, options).Read();
    }
}

/// <summary>How a file of facts is read (读取选项).</summary>
public sealed record FactFileOptions
{
    /// <summary>The encoding is found out, nobody is told, and it is never cancelled.</summary>
    public static FactFileOptions Default { get; } = new();

    /// <summary>How the file is written down; null to find out.</summary>
    public CsvEncoding? Encoding { get; init; }

    /// <summary>Is told now and then how many lines were read.</summary>
    public IProgress<int>? Progress { get; init; }

    /// <summary>Ends the reading early.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>A fact that some rows leave blank (未填报的事实).</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Rows">How many good rows do not state it.</param>
public sealed record NotStated(IFact Fact, int Rows);

/// <summary>Goes through the lines and fills the columns. A line is read by its cells; only a line that is wrong becomes an object.</summary>
internal sealed class FactFileReader
{
    private const int ReportEvery = 1 << 16;

    private static readonly BilingualText Id = ("主体编号", "business id");
    private static readonly BilingualText Name = ("主体名称", "name");
    private static readonly BilingualText AreaName = ("所在区划", "area");

    private readonly string _path;
    private readonly CsvSource _source;
    private readonly FactSchema _schema;
    private readonly AreaTree? _areas;
    private readonly FactFileOptions _options;
    private readonly ImmutableArray<FactCell> _cells;
    private readonly int[] _places;
    private readonly int _idPlace;
    private readonly int? _namePlace;
    private readonly int _areaPlace;

    private readonly long[][] _values;
    private readonly int[] _blanks;
    private int[] _groups = new int[ReportEvery];
    private readonly ImmutableArray<string>.Builder _ids = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _names = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<RejectedLine>.Builder _rejected = ImmutableArray.CreateBuilder<RejectedLine>();
    private readonly Dictionary<string, int> _firstLines = new(StringComparer.Ordinal);

    public FactFileReader(string path, CsvSource source, FactSchema schema, ImmutableArray<IFact> required, AreaTree? areas, FactFileOptions options)
    {
        (_path, _source, _schema, _areas, _options) = (path, source, schema, areas, options);
        _cells = [.. required.Select(FactCell.Of)];
        var faults = new List<CsvFault>();
        _idPlace = Required("id", Id, faults);
        _namePlace = Find("name", Name, faults);
        _areaPlace = areas is null ? -1 : Required("area", AreaName, faults);
        _places = [.. required.Select(fact => Required(fact.Id, fact.Name, faults))];
        if (faults.Count > 0)
        {
            throw source.Refuse([.. faults]);
        }

        _values = [.. _cells.Select(_ => new long[ReportEvery])];
        _blanks = new int[_cells.Length];
    }

    public FactFile Read()
    {
        var (lines, blank) = (0, 0);
        foreach (var row in _source.Rows)
        {
            switch (CsvSource.KindOf(row))
            {
                case CsvSource.RowKind.Filled:
                    ReadLine(row);
                    break;
                case CsvSource.RowKind.Blank:
                    blank++;
                    break;
                case CsvSource.RowKind.Empty:
                    break;
            }

            if (++lines % ReportEvery == 0)
            {
                _options.Progress?.Report(lines);
                _options.Cancellation.ThrowIfCancellationRequested();
            }
        }

        return new FactFile(
            _path, _source, _source.Heading[_idPlace], _areas, Table(), _ids.DrainToImmutable(), _names.DrainToImmutable(), _rejected.DrainToImmutable(), blank,
            [.. _cells.Select((cell, i) => new NotStated(cell.Fact, _blanks[i])).Where(fact => fact.Rows > 0)]);
    }

    private void ReadLine(SepReader.Row row)
    {
        var at = _ids.Count;
        if (row.ColCount != _source.Heading.Length)
        {
            Reject(row);
            return;
        }

        // The first line with a key has it, whatever else is wrong with that line, so that no line's fate hangs on a fault of another.
        var id = OutputText.FromSpreadsheet(row[_idPlace].ToString());
        var isKey = TextRule.Key.Admits(id);
        var isFirst = isKey && _firstLines.TryAdd(id, _source.NumberOf(row));
        Reserve(at);
        if (!isFirst || !_source.IsWhole(row) || !TryReadArea(row, out _groups[at]) || !TryReadFacts(row, at))
        {
            Reject(row);
            return;
        }

        for (var i = 0; i < _cells.Length; i++)
        {
            _blanks[i] += row[_places[i]].Span.IsWhiteSpace() ? 1 : 0;
        }

        _ids.Add(id);
        if (_namePlace is { } name)
        {
            _names.Add(OutputText.FromSpreadsheet(row[name].ToString()));
        }
    }

    private bool TryReadArea(SepReader.Row row, out int ordinal)
    {
        ordinal = -1;
        if (_areas is null)
        {
            return true;
        }

        if (!AreaCode.TryParse(row[_areaPlace].Span, out var code) || !_areas.TryGet(code, out var area))
        {
            return false;
        }

        ordinal = area.Ordinal;
        return true;
    }

    private bool TryReadFacts(SepReader.Row row, int at)
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            if (!_cells[i].TryRead(row[_places[i]].Span, out _values[i][at]))
            {
                return false;
            }
        }

        return true;
    }

    private void Reserve(int at)
    {
        if (at < _groups.Length)
        {
            return;
        }

        Array.Resize(ref _groups, 2 * _groups.Length);
        for (var i = 0; i < _values.Length; i++)
        {
            Array.Resize(ref _values[i], _groups.Length);
        }
    }

    private void Reject(SepReader.Row row)
    {
        var line = _source.Keep(row);
        _rejected.Add(new RejectedLine(line, [.. FaultsOf(line)]));
    }

    private IEnumerable<RowFault> FaultsOf(CsvLine line)
    {
        foreach (var fault in line.Faults)
        {
            yield return fault;
        }

        if (line.CellCount != _source.Heading.Length)
        {
            yield break;
        }

        if (IdFault(line) is { } id)
        {
            yield return id;
        }

        if (_areas is { } areas && AreaFault(areas, line) is { } area)
        {
            yield return area;
        }

        for (var i = 0; i < _cells.Length; i++)
        {
            var column = _source.Heading[_places[i]];
            if (_cells[i].FindFault(line[column]) is { } fault)
            {
                yield return fault with { Field = column };
            }
        }
    }

    private RowFault? IdFault(CsvLine line)
    {
        var column = _source.Heading[_idPlace];
        var text = line[column]!;
        if (TextRule.Key.FindFault(text) is { } wrong)
        {
            return new RowFault(column, text, string.IsNullOrWhiteSpace(text) ? ImportRules.Blank : ImportRules.NotAnId,
                (Id.Chinese + "：" + wrong.Text.Chinese, "Business id: " + wrong.Text.English));
        }

        var shown = OutputText.Shorten(text, 40);
        return _firstLines[text] == line.Number ? null : new RowFault(column, text, ImportRules.DuplicateId, (
            $"主体编号“{shown}”与第 {_firstLines[text]} 行重复；每个编号只能出现一次。",
            $"Business id '{shown}' is the id of line {_firstLines[text]} already; allowed: each id once."));
    }

    private RowFault? AreaFault(AreaTree areas, CsvLine line)
    {
        var column = _source.Heading[_areaPlace];
        var text = line[column]!;
        BilingualText none = default;
        var (rule, what) = string.IsNullOrWhiteSpace(text) ? (ImportRules.Blank, ("未填报", "is left blank"))
            : !AreaCode.TryParse(text, out var code) ? (ImportRules.NotAnAreaCode, ("不是区划代码", "is not an area code"))
            : areas.Find(code) is null ? (ImportRules.UnknownArea, ("不在区划名录中", "is not in the division list"))
            : ((string?)null, none);
        var shown = OutputText.Shorten(text, 40);
        return rule is null ? null : new RowFault(column, text, rule, (
            $"所在区划“{shown}”{what.Chinese}；允许：区划名录中的代码，2、4、6、9 或 12 位数字。",
            $"Area '{shown}' {what.English}; allowed: the code of an area in the division list, 2, 4, 6, 9 or 12 digits."));
    }

    private FactTable Table()
    {
        var columns = new FactColumns(_ids.Count);
        for (var i = 0; i < _cells.Length; i++)
        {
            columns = columns.Stored(_cells[i].Fact, _values[i].AsMemory(0, _ids.Count));
        }

        var table = new FactTable(_schema);
        table.AddColumns(columns, _areas is null ? default : _groups.AsSpan(0, _ids.Count));
        return table;
    }

    private int Required(string key, BilingualText name, List<CsvFault> faults)
    {
        if (Find(key, name, faults) is { } place)
        {
            return place;
        }

        var found = OutputText.Shorten(string.Join(", ", _source.Heading), 200);
        faults.Add(new CsvFault(_source.HeadingLine, key, (
            $"缺少此列（列名可为 {key} 或“{name.Chinese}”）；文件中的列：{found}。{_source.Hint.Chinese}",
            $"the column is missing (it may be called {key} or '{name.English}'); the file has: {found}.{_source.Hint.English}")));
        return 0;
    }

    private int? Find(string key, BilingualText name, List<CsvFault> faults)
    {
        string[] found = [.. _source.HeadingsOf(key, name)];
        if (found.Length > 1)
        {
            faults.Add(new CsvFault(_source.HeadingLine, found[1], ($"与列“{found[0]}”重复", $"the column '{found[0]}' says the same")));
        }

        return found.Length == 0 ? null : _source.Places[found[0]];
    }
}
