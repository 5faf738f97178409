using System.Globalization;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using Spectre.Console;

namespace Wenjiang.Screen;

/// <summary>The first of the rows that were not accepted, with the reasons.</summary>
internal static class RejectedTable
{
    private const int Shown = 12;
    private const int MostCharacters = 150;
    private const int LeastWidth = 30;

    // What the columns before the reason take at most.
    private const int OtherColumns = 52;

    public static Table Of(Terminal terminal, IEnumerable<(int Row, RowFault Fault)> faults)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn(terminal.In(("行", "Row"))).RightAligned())
            .AddColumn(terminal.In(("字段", "Field")))
            .AddColumn(terminal.In(("规则", "Rule")))
            .AddColumn(terminal.In(("原因", "Reason")));
        foreach (var (row, fault) in faults.Take(Shown))
        {
            table.AddRow(
                row.ToString(CultureInfo.InvariantCulture),
                Terminal.Plain(fault.Field),
                Terminal.Plain(fault.Rule),
                Reason(terminal, fault));
        }

        return table;
    }

    /// <summary>The reason, cut where it lists everything that is allowed, and wrapped for the last column.</summary>
    private static string Reason(Terminal terminal, RowFault fault)
    {
        var text = fault.Text.In(terminal.Language);
        var shown = OutputText.Shorten(text, MostCharacters);
        return Terminal.Plain(Wrapping.At(shown, Math.Max(LeastWidth, terminal.Width - OtherColumns)));
    }
}
