using FoodSafety.Domain.Reporting;
using Spectre.Console;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>The table that the office hands in, with the base of each rate in its heading.</summary>
internal static class OfficeTable
{
    /// <summary>Shows the line of the district, which is the last of the table, a column a line; the towns stand in the files.</summary>
    public static void Write(Terminal terminal, StatisticalTable table)
    {
        terminal.Say($"[bold]{terminal.In(table.Title)}[/] {terminal.Tag(Origin.Computed)}");
        var picture = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("指标", "Figure")))
            .AddColumn(new TableColumn(terminal.In((table.Total.Area.Name, table.Total.Area.Name))).RightAligned());
        foreach (var (column, cell) in table.Columns.Zip(table.Total.Cells))
        {
            picture.AddRow(terminal.In(column.Title), terminal.In(cell.Text));
        }

        terminal.Show(picture);
        foreach (var note in table.Notes)
        {
            terminal.Say($"[grey]{terminal.In(note)}[/]");
        }
    }
}
