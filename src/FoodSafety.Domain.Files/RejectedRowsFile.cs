using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.ValueTypes;
using nietras.SeparatedValues;

namespace FoodSafety.Domain.Files;

/// <summary>A line of a CSV file that was not accepted (被拒行), whole, with everything that is wrong with it.</summary>
/// <param name="Line">The line as it was given.</param>
/// <param name="Faults">Its faults in the order of the columns; the field of one is the heading of its column, or empty for the line as a whole.</param>
public sealed record RejectedLine(CsvLine Line, ItemList<RowFault> Faults);

/// <summary>Rejected rows as a CSV file to work through (被拒行文件): every fault is a line, with the row as it was given.</summary>
/// <remarks>
/// After the columns of the row come <c>row</c> (the line of the file it came from), <c>field</c>, <c>value</c>, <c>rule</c> (a key of
/// <see cref="ImportRules"/>), <c>reason-zh</c> and <c>reason-en</c>. No rows make a heading alone, so that no older file is taken for this one. Texts
/// that a spreadsheet would run are written as <see cref="OutputText.ToSpreadsheet"/> does it.
/// </remarks>
public static class RejectedRowsFile
{
    /// <summary>Writes the rejected lines of a file.</summary>
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="columns">The columns of the lines.</param>
    /// <param name="rejected">The lines.</param>
    public static void Write(TextWriter target, ImmutableArray<string> columns, IEnumerable<RejectedLine> rejected)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        Write(target, columns, rejected.SelectMany(row => row.Faults.Select(fault => (row.Line.Number, (Func<string, string?>)(column => row.Line[column]), fault))));
    }

    /// <summary>Writes the rejected rows of a register.</summary>
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="rejected">The rows.</param>
    public static void Write(TextWriter target, IEnumerable<RejectedRow> rejected)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        var fields = BusinessRow.Fields.ToDictionary(field => field.Column);
        Write(
            target, [.. BusinessRow.Fields.Select(field => field.Column)],
            rejected.SelectMany(row => row.Faults.Select(fault => (row.Row.Row, (Func<string, string?>)(column => fields[column].Get(row.Row)), fault))));
    }

    private static void Write(TextWriter target, ImmutableArray<string> columns, IEnumerable<(int Row, Func<string, string?> ValueOf, RowFault Fault)> faults)
    {
        ArgumentNullException.ThrowIfNull(target);
        CsvTarget.Write(target, [.. columns, "row", "field", "value", "rule", "reason-zh", "reason-en"], faults.Select(one => (string?[])
        [
            .. columns.Select(one.ValueOf), one.Row.ToString(CultureInfo.InvariantCulture), one.Fault.Field, one.Fault.Value, one.Fault.Rule, one.Fault.Text.Chinese, one.Fault.Text.English,
        ]));
    }
}

/// <summary>How CSV is written: commas, quotes where they are needed, lines ended by a line feed, and nothing that a spreadsheet would run.</summary>
internal static class CsvTarget
{
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="heading">The columns.</param>
    /// <param name="rows">A text for each column; null is an empty one.</param>
    public static void Write(TextWriter target, string[] heading, IEnumerable<string?[]> rows)
    {
        using var writer = Sep.New(',').Writer(options => options with { Escape = true }).To(target, leaveOpen: true);
        writer.Header.Add(heading);
        foreach (var cells in rows)
        {
            using var line = writer.NewRow();
            for (var place = 0; place < heading.Length; place++)
            {
                line[place].Set(OutputText.ToSpreadsheet(cells[place]));
            }
        }
    }
}
