using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using nietras.SeparatedValues;

namespace Wenjiang.Files;

/// <summary>Rejected rows as a file to work through: every fault is a line, with the row as it was given.</summary>
internal static class FaultFile
{
    /// <summary>Writes the file; only a heading when no row was rejected, so that no older file is taken for this run's.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="columns">The columns of the rows.</param>
    /// <param name="faults">The faults, each with its row: the number, and what stands in a column.</param>
    public static void Write(string path, ImmutableArray<string> columns, IEnumerable<(int Row, Func<string, string?> ValueOf, RowFault Fault)> faults)
    {
        // Spreadsheets take a file for UTF-8 only when it begins with the mark.
        using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var writer = Sep.New(',').Writer(options => options with { Escape = true }).To(text);
        writer.Header.Add([.. columns, "row", "field", "value", "rule", "reason-zh", "reason-en"]);
        foreach (var (row, valueOf, fault) in faults)
        {
            using var line = writer.NewRow();
            foreach (var column in columns)
            {
                line[column].Set(OutputText.ToSpreadsheet(valueOf(column)));
            }

            line["row"].Set(row.ToString(CultureInfo.InvariantCulture));
            line["field"].Set(fault.Field);
            line["value"].Set(OutputText.ToSpreadsheet(fault.Value));
            line["rule"].Set(fault.Rule);
            line["reason-zh"].Set(OutputText.ToSpreadsheet(fault.Text.Chinese));
            line["reason-en"].Set(OutputText.ToSpreadsheet(fault.Text.English));
        }
    }
}
