using FoodSafety.Domain.Languages;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Files;

/// <summary>What stands in the cells of a column (单元格类型).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum CellKind
{
    /// <summary>A text in anybody's words (文字).</summary>
    [BilingualName("文字", "text")]
    Text = 1,

    /// <summary>A code, which is no number however many digits it has (编号): <c>510115001001</c>.</summary>
    [BilingualName("编号", "code")]
    Code = 2,

    /// <summary>A day (日期): <c>2026-09-30</c>.</summary>
    [BilingualName("日期", "day")]
    Day = 3,

    /// <summary>A number (数值): <c>12.5</c>.</summary>
    [BilingualName("数值", "number")]
    Number = 4,

    /// <summary>Yes or no (是否): <c>true</c> or <c>false</c>.</summary>
    [BilingualName("是否", "flag")]
    Flag = 5,

    /// <summary>One of some words (选项), by its code.</summary>
    [BilingualName("选项", "choice")]
    Choice = 6,
}

/// <summary>One of the words that may stand in a column (选项).</summary>
/// <param name="Code">What programs call it.</param>
/// <param name="Name">What people call it, and what a file shows.</param>
public readonly record struct CellChoice(string Code, BilingualText Name);

/// <summary>A column of a table (列).</summary>
/// <param name="Code">What programs call it, in lower case with hyphens: <c>found-on</c>.</param>
/// <param name="Heading">What people call it, and what a file shows: 发现日期, found on.</param>
/// <param name="Kind">What stands in its cells.</param>
/// <param name="IsRequired">Whether a file must have the column and every row state it; false by default.</param>
public sealed record TableColumn(string Code, BilingualText Heading, CellKind Kind, bool IsRequired = false)
{
    /// <summary>What programs call it.</summary>
    /// <exception cref="ArgumentException">It is no key.</exception>
    public string Code { get; init => field = CellRules.Key(value, nameof(Code)); } = CellRules.Key(Code, nameof(Code));

    /// <summary>What people call it.</summary>
    /// <exception cref="ArgumentException">It is no name in a language.</exception>
    public BilingualText Heading { get; init => field = CellRules.Name(value, nameof(Heading)); } = CellRules.Name(Heading, nameof(Heading));

    /// <summary>What stands in its cells.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public CellKind Kind { get; init => field = CellRules.Kind(value); } = CellRules.Kind(Kind);

    /// <summary>The words of a <see cref="CellKind.Choice"/>; of other kinds none.</summary>
    public ItemList<CellChoice> Choices { get; init; }

    /// <summary>A column of the values of an enum.</summary>
    /// <param name="code">What programs call it.</param>
    /// <param name="heading">What people call it.</param>
    /// <param name="isRequired">Whether every row states it.</param>
    /// <typeparam name="TEnum">The enum.</typeparam>
    public static TableColumn Of<TEnum>(string code, BilingualText heading, bool isRequired = false) where TEnum : struct, Enum =>
        new(code, heading, CellKind.Choice, isRequired) { Choices = [.. EnumCodes.All<TEnum>().Select(value => new CellChoice(value.Code(), EnumNames.Name(value)))] };
}

/// <summary>How a table is laid out (表式): its name, and its columns in their order.</summary>
/// <param name="Code">What programs call it: <c>businesses</c>; files are named so.</param>
/// <param name="Name">What people call it: 食品经营主体台账.</param>
/// <param name="Columns">The columns; at least one, no two of one code, or of one heading in a language.</param>
/// <exception cref="ArgumentException">There is no column, or two are called the same.</exception>
public record TableLayout(string Code, BilingualText Name, ItemList<TableColumn> Columns)
{
    /// <summary>What programs call it.</summary>
    public string Code { get; init => field = CellRules.Key(value, nameof(Code)); } = CellRules.Key(Code, nameof(Code));

    /// <summary>What people call it.</summary>
    public BilingualText Name { get; init => field = CellRules.Name(value, nameof(Name)); } = CellRules.Name(Name, nameof(Name));

    /// <summary>The columns, in their order.</summary>
    public ItemList<TableColumn> Columns { get; init => field = Check(value); } = Check(Columns);

    /// <summary>Where a column stands, from 0.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    internal int PlaceOf(string column)
    {
        for (var place = 0; place < Columns.Length; place++)
        {
            if (Columns[place].Code == column)
            {
                return place;
            }
        }

        throw new ArgumentException($"'{Code}' has no column '{column}'. Allowed: {string.Join(", ", Columns.Select(one => one.Code))}.", nameof(column));
    }

    private static ItemList<TableColumn> Check(ItemList<TableColumn> columns)
    {
        if (columns.IsEmpty)
        {
            throw new ArgumentException("There is no column. Allowed: one or more.", nameof(columns));
        }

        // A file may call a column by any of the three, so that no two share one.
        var names = columns.SelectMany(column => new[] { column.Code, column.Heading.Chinese, column.Heading.English }.Distinct(HeadingNames.Comparer).Select(name => (name, column.Code)));
        return names.GroupBy(name => name.name, HeadingNames.Comparer).FirstOrDefault(same => same.DistinctBy(one => one.Code).Count() > 1 || same.Count() > 1) is { Key: var twice }
            ? throw new ArgumentException($"'{twice}' is two columns. Allowed: each code and each heading once.", nameof(columns))
            : columns;
    }
}

/// <summary>A row of a table (行): a text for each column, written as <see cref="CellKind"/> says; empty where nothing is stated.</summary>
/// <param name="Cells">The texts, in the order of the columns.</param>
public readonly record struct TableRow(ItemList<string> Cells)
{
    /// <summary>The texts as one line, for logs.</summary>
    public override string ToString() => string.Join(" | ", Cells);
}

/// <summary>A table of rows (表格): a ledger, or a table that an office hands in. A value.</summary>
public sealed record Table
{
    /// <summary>Puts rows in a layout.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than there are columns, leaves out what is required, or a cell is not what its column holds.</exception>
    public Table(TableLayout layout, IEnumerable<TableRow> rows)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(rows);
        (Layout, Rows) = (layout, [.. rows]);
        foreach (var (number, row) in Rows.Index())
        {
            if (row.Cells.Length != layout.Columns.Length)
            {
                throw new ArgumentException($"Row {number + 1} of '{layout.Code}' has {row.Cells.Length} cells. Allowed: {layout.Columns.Length}.", nameof(rows));
            }

            foreach (var (column, text) in layout.Columns.Zip(row.Cells))
            {
                if (text is null || (text.Length == 0 ? column.IsRequired : Cells.Read(column, text) != text))
                {
                    throw new ArgumentException($"Row {number + 1} of '{layout.Code}' says '{text}' in '{column.Code}'. Allowed: {Cells.Allowed(column).English}{(column.IsRequired ? "" : ", or nothing")}.", nameof(rows));
                }
            }
        }
    }

    private Table(TableLayout layout, ItemList<TableRow> rows) => (Layout, Rows) = (layout, rows);

    /// <summary>How it is laid out.</summary>
    public TableLayout Layout { get; }

    /// <summary>The rows.</summary>
    public ItemList<TableRow> Rows { get; }

    /// <summary>What a row states in a column; empty where it states nothing.</summary>
    /// <param name="row">The number of the row, from 0.</param>
    /// <param name="column">The code of the column.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string this[int row, string column] => Rows[row].Cells[Layout.PlaceOf(column)];

    /// <summary>A table of rows of which each cell has just been read for its column, and is not read again.</summary>
    internal static Table OfRead(TableLayout layout, ItemList<TableRow> rows) => new(layout, rows);

    /// <summary>The code of the layout and the number of rows, for logs.</summary>
    public override string ToString() => $"{Layout.Code}: {Rows.Length} rows";
}
