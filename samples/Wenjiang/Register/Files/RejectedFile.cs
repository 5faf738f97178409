using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FoodSafety.Domain.Import;
using nietras.SeparatedValues;

namespace Wenjiang.Register.Files;

/// <summary>The rejected rows as a file to work through: every fault is a line, with the row as it was given.</summary>
internal static class RejectedFile
{
    public const string Name = "rejected.csv";

    /// <summary>Writes the file; only a heading when no row was rejected, so that no older file is taken for this run's.</summary>
    public static void Write(string path, ImmutableArray<RejectedRow> rejected)
    {
        // Spreadsheets take a file for UTF-8 only when it begins with the mark.
        using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var writer = Sep.New(',').Writer(options => options with { Escape = true }).To(text);
        writer.Header.Add([.. BusinessRow.Fields.Select(field => field.Column), "row", "field", "value", "rule", "reason-zh", "reason-en"]);
        foreach (var (row, faults) in rejected)
        {
            foreach (var fault in faults)
            {
                using var line = writer.NewRow();
                foreach (var field in BusinessRow.Fields)
                {
                    line[field.Column].Set(field.Get(row) ?? "");
                }

                line["row"].Set(row.Row.ToString(CultureInfo.InvariantCulture));
                line["field"].Set(fault.Field);
                line["value"].Set(fault.Value ?? "");
                line["rule"].Set(fault.Rule);
                line["reason-zh"].Set(fault.Text.Chinese);
                line["reason-en"].Set(fault.Text.English);
            }
        }
    }
}
