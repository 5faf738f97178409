using System.Collections.Frozen;
using System.Collections.Immutable;
using FluentValidation;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Files;

/// <summary>A column of a platform's export, and which field of a register it is (导出列对应).</summary>
/// <param name="Heading">What the export calls the column: 统一社会信用代码.</param>
/// <param name="Field">The field, by its column in <see cref="BusinessRow.Fields"/>: <c>credit-code</c>.</param>
/// <exception cref="ArgumentException">The heading is no name, or there is no such field.</exception>
public sealed record ExportColumn(string Heading, string Field)
{
    /// <summary>What the export calls the column.</summary>
    public string Heading { get; init => field = TextRule.Name.Admits(value) ? value : throw new ArgumentException($"'{value}' is no heading. Allowed: {TextRule.Name.Allowed.English}.", nameof(Heading)); } =
        TextRule.Name.Admits(Heading) ? Heading : throw new ArgumentException($"'{Heading}' is no heading. Allowed: {TextRule.Name.Allowed.English}.", nameof(Heading));

    /// <summary>The field, by its column.</summary>
    public string Field { get; init => field = Known(value); } = Known(Field);

    /// <summary>What words of the export mean that the field does not know: 歇业 is suspended. A word that does not stand here is taken as it is.</summary>
    public ItemList<ExportWord> Words { get; init; }

    private static string Known(string field) => BusinessRow.Fields.Any(known => known.Column == field)
        ? field
        : throw new ArgumentException($"There is no field '{field}'. Allowed: {string.Join(", ", BusinessRow.Fields.Select(known => known.Column))}.", nameof(field));
}

/// <summary>A word of an export, and what it is in a register (导出用语对应).</summary>
/// <param name="Word">The word: 歇业.</param>
/// <param name="Means">The text that the field takes for it: <c>suspended</c>; empty where the word says nothing about the field.</param>
public readonly record struct ExportWord(string Word, string Means);

/// <summary>How a platform lays out what it exports (导出表格式): which of its columns are read, and how.</summary>
/// <param name="What">What the export is called, in messages.</param>
/// <param name="Columns">The columns that are read, no two of one heading or one field.</param>
/// <exception cref="ArgumentException">Two columns have one heading, or are one field.</exception>
public sealed record ExportLayout(BilingualText What, ItemList<ExportColumn> Columns)
{
    /// <summary>
    /// The ledger of businesses as platforms export it (经营主体台账): 主体名称, 统一社会信用代码, 主体类型, 所属街道, 状态, and 主体编号 and 许可证编号 where it has them. Its columns of persons are
    /// not read, and 待审核, which says that a business is not registered yet, says nothing of its status.
    /// </summary>
    public static ExportLayout BusinessLedger { get; } = new(
        ("经营主体台账", "ledger of businesses"),
        [
            new("主体编号", "id"), new("主体名称", "name"), new("统一社会信用代码", "credit-code"), new("许可证编号", "licence"), new("主体类型", "business-type"), new("所属街道", "area"),
            new("状态", "operating-status") { Words = [new("正常", "operating"), new("歇业", "suspended"), new("待审核", "")] },
            new("从业人数", "employees"), new("经营面积", "floor-area"), new("用餐人数", "diners-per-meal"),
        ]);

    /// <summary>The columns that are read.</summary>
    public ItemList<ExportColumn> Columns { get; init => field = Check(value); } = Check(Columns);

    private static ItemList<ExportColumn> Check(ItemList<ExportColumn> columns) =>
        columns.GroupBy(column => column.Heading, HeadingNames.Comparer).Concat(columns.GroupBy(column => column.Field)).FirstOrDefault(same => same.Count() > 1) is { Key: var twice }
            ? throw new ArgumentException($"'{twice}' stands twice. Allowed: each heading and each field once.", nameof(columns))
            : columns;
}

/// <summary>What a platform exports of its businesses, as a CSV file (平台导出文件), to be merged with a register.</summary>
/// <remarks>An area may stand in it by its name, where one area alone has that name. Every line is a row, of which nothing is known yet; blank lines are left out.</remarks>
/// <example>
/// <code>
/// var file = ExportFile.Read("export.csv", ExportLayout.BusinessLedger, district.Areas.Tree);
/// var merge = file.Merge(district.Businesses.Register, new MergeTerms { WholeOf = [town] });
/// using var preview = new StreamWriter("merge.csv");
/// MergeFile.Write(preview, merge);
/// </code>
/// </example>
public sealed class ExportFile
{
    private readonly LineRules? _lineRules;

    private ExportFile(ImmutableArray<BusinessRow> rows, LineRules? lineRules, ImmutableArray<string> notRead, ImmutableArray<string> lacking, int blankLines) =>
        (Rows, _lineRules, NotRead, Lacking, BlankLines) = (rows, lineRules, notRead, lacking, blankLines);

    /// <summary>The rows, numbered by the line of the file on which they begin; the heading is line 1.</summary>
    public ImmutableArray<BusinessRow> Rows { get; }

    /// <summary>The columns of the file that the layout does not name, and that were not read.</summary>
    public ImmutableArray<string> NotRead { get; }

    /// <summary>The columns of the layout that the file does not have: of their fields it says nothing.</summary>
    public ImmutableArray<string> Lacking { get; }

    /// <summary>How many lines had cells and nothing in them.</summary>
    public int BlankLines { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layout">How it is laid out.</param>
    /// <param name="areas">The areas, by whose names it may tell where businesses stand.</param>
    /// <param name="encoding">How it is written down; null to find out.</param>
    /// <exception cref="CsvFileException">The file cannot be opened, or has no column by which a business is known: none of id, name, credit code and licence.</exception>
    public static ExportFile Read(string path, ExportLayout layout, AreaTree areas, CsvEncoding? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(areas);
        using var source = CsvSource.Open(path, layout.What, encoding);
        var cells = new ExportCells(source, layout, areas);
        var lines = source.KeepAll(out var blank);
        return new ExportFile(
            [.. lines.Select(line => BusinessRow.FromColumns(line.Number, field => cells.Find(line, field)))], LineRules.Of(lines, heading => layout.Columns.FirstOrDefault(column => HeadingNames.Comparer.Equals(column.Heading, heading))?.Field), [.. source.Heading.Except(layout.Columns.Select(column => column.Heading), HeadingNames.Comparer)],
            [.. layout.Columns.Select(column => column.Heading).Except(source.Heading, HeadingNames.Comparer)], blank);
    }

    /// <summary>Compares the rows with a register, as <see cref="RegisterMerge"/> does it; a line with more or fewer cells than the heading is rejected.</summary>
    /// <param name="register">The businesses as they stand now.</param>
    /// <param name="terms">What the export covers, and what was decided of rows; null for <see cref="MergeTerms.Default"/>.</param>
    /// <exception cref="AreaNotFoundException">The export is said to be whole of an area that there is not.</exception>
    public RegisterMerge Merge(BusinessRegister register, MergeTerms? terms = null) => RegisterMerge.Of(register, Rows, terms, _lineRules);

    /// <summary>The texts of a line by the field for which they stand.</summary>
    private sealed class ExportCells
    {
        private readonly FrozenDictionary<string, (string Heading, FrozenDictionary<string, string> Words)> _columns;
        private readonly FrozenDictionary<string, string> _areas;

        public ExportCells(CsvSource source, ExportLayout layout, AreaTree areas)
        {
            _columns = layout.Columns.Where(column => source.Places.ContainsKey(column.Heading)).ToFrozenDictionary(
                column => column.Field, column => (column.Heading, column.Words.ToFrozenDictionary(word => word.Word, word => word.Means, StringComparer.Ordinal)));
            if (!((string[])["id", "name", "credit-code", "licence"]).Any(_columns.ContainsKey))
            {
                var allowed = string.Join(", ", layout.Columns.Select(column => column.Heading));
                throw source.Refuse(new CsvFault(source.HeadingLine, null, (
                    $"{layout.What.Chinese}没有可识别主体的列。可用列名：{allowed}。{source.Hint.Chinese}",
                    $"the {layout.What.English} has no column by which a business is known. Allowed: {allowed}.{source.Hint.English}")));
            }

            _areas = areas.Areas.GroupBy(area => area.Name).Where(same => same.Count() == 1).ToFrozenDictionary(same => same.Key, same => $"{same.Single().Code}", StringComparer.Ordinal);
        }

        public string? Find(CsvLine line, string field)
        {
            if (!_columns.TryGetValue(field, out var column) || line[column.Heading] is not { } text)
            {
                return null;
            }

            return column.Words.GetValueOrDefault(text) ?? (field == "area" ? _areas.GetValueOrDefault(text) : null) ?? text;
        }
    }
}

/// <summary>How an export stands against a register, as a CSV file to look through (比对结果文件): a line for each difference, each reason, and each row that has none.</summary>
/// <remarks>
/// The columns are <c>row</c> (the line of the export; blank of a business that is gone), <c>kind</c> (<c>new</c>, <c>changed</c>, <c>same</c>, <c>duplicate</c>, <c>gone</c>,
/// <c>rejected</c>), <c>id</c> (blank where there is none yet), <c>name</c>, <c>field</c>, <c>was</c>, <c>becomes</c>, <c>rule</c> (of what is rejected a key of <see cref="ImportRules"/>, of a duplicate why
/// it is one), <c>other</c> (of a duplicate the business that it could be, or <c>row 7</c>), <c>reason-zh</c> and <c>reason-en</c>.
/// </remarks>
public static class MergeFile
{
    /// <summary>Writes the rows in their order, and those that are gone after them.</summary>
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="merge">What was compared.</param>
    /// <param name="kinds">The kinds that are written; none for all.</param>
    public static void Write(TextWriter target, RegisterMerge merge, params ReadOnlySpan<MergeKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(merge);
        MergeKind[] written = [.. kinds];
        CsvTarget.Write(
            target, ["row", "kind", "id", "name", "field", "was", "becomes", "rule", "other", "reason-zh", "reason-en"],
            from row in merge.Rows.Concat(merge.Gone)
            where written.Length == 0 || written.Contains(row.Kind)
            from line in LinesOf(row)
            select (string?[])
            [
                row.Row is { } given ? FormattableString.Invariant($"{given.Row}") : "", row.Kind.Code(), row.Business.IsNone ? row.Row?.Id : row.Business.Value, row.Row?.Name,
                line.Field, line.Was, line.Becomes, line.Rule, line.Other, line.Reason.Chinese, line.Reason.English,
            ]);
    }

    private static IEnumerable<(string Field, string Was, string? Becomes, string Rule, string Other, BilingualText Reason)> LinesOf(MergeRow row) =>
        // Each kind has of these what it is one for; a new business and one that is the same have none.
        row.Differences.Select(one => (one.Field, one.Was, (string?)one.Becomes, "", "", one.Text))
            .Concat(row.Duplicates.Select(one => (
                "", "", (string?)"", one.By.Code(), one.Business.IsNone ? FormattableString.Invariant($"row {one.Row}") : one.Business.Value, one.Text)))
            .Concat(row.Faults.Select(one => (one.Field, "", one.Value, one.Rule, "", one.Text)))
            .DefaultIfEmpty(("", "", "", "", "", row.Text));
}
