using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using NodaTime.Text;

namespace FoodSafety.Domain.Files;

/// <summary>The tables that offices hand in (统计报表) as tables of a file, with numbers that a sheet calculates with: a row an area, the area itself last.</summary>
/// <remarks>
/// The columns are the period (<c>month/2026-11-01</c>) and the day up to which it counts, so that tables of many months can be put below each other; area and its name; the columns of the
/// table, and behind each share what was counted and its base, in columns of their own (<c>coverage-counted</c>, <c>coverage-of</c>): the share is rounded to six places, and they are exact;
/// and the remarks of <see cref="StatisticalRow.Remarks"/>. What has no value is empty, and the remarks say why. As <see cref="StatisticalTable.ToCsv"/> writes it too, under codes.
/// </remarks>
/// <example>
/// <code>
/// var table = StatisticalTable.Of(district.AsOf(new LocalDate(2026, 11, 30)), area, Cadence.Month);
/// TableFile.Write("2026-11.xlsx", StatisticalTables.Of(table), Language.Chinese);
/// </code>
/// </example>
public static class StatisticalTables
{
    // Six places tell any two shares of a district apart that differ by a business; the counts stand beside.
    private const int Places = 6;

    /// <summary>The table of a statistical table.</summary>
    /// <param name="table">The statistical table.</param>
    /// <exception cref="ArgumentException">Two columns are called the same in a language, or a column of one's own is called as one of the others: <c>area</c>, <c>coverage-of</c>.</exception>
    public static Table Of(StatisticalTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var layout = new TableLayout("statistical-table", ("统计报表", "statistical table"),
        [
            new("period", ("统计期", "period"), CellKind.Code, IsRequired: true), new("on", ("截至日期", "up to"), CellKind.Day, IsRequired: true),
            new("area", ("区划代码", "area code"), CellKind.Code, IsRequired: true), new("area-name", ("区划名称", "name of the area"), CellKind.Text, IsRequired: true),
            .. table.Columns.SelectMany(ColumnsOf), new("remarks", ("备注", "remarks"), CellKind.Text),
        ]);
        var (period, on) = ($"{table.Period.Cadence.Code}/{LocalDatePattern.Iso.Format(table.Period.First)}", Cells.Day(table.On));
        return new Table(layout, table.Rows.Append(table.Total).Select(row =>
            new TableRow([period, on, $"{row.Area.Code}", Cells.Plain(row.Area.Name), .. row.Cells.SelectMany(CellsOf), row.Remarks])));
    }

    private static TableColumn[] ColumnsOf(StatisticalColumn column)
    {
        var value = new TableColumn(column.Code, column.Title, CellKind.Number);
        return column.Figure == StatisticalFigure.Share
            ? [value, Beside("counted", column.Counted.Name), Beside("of", column.BaseName)]
            : [value];

        TableColumn Beside(string end, BilingualText what) =>
            new($"{column.Code}-{end}", ($"{column.Name.Chinese}：{what.Chinese}", $"{column.Name.English}: {what.English}"), CellKind.Number);
    }

    private static string[] CellsOf(StatisticalCell cell) =>
        cell.Figure == StatisticalFigure.Share ? [Number(cell.Value), Number(cell.Counted), Number(cell.Of)] : [Number(cell.Value)];

    private static string Number(decimal? number) => number is { } known ? Cells.Number(Math.Round(known, Places, MidpointRounding.AwayFromZero)) : "";
}
