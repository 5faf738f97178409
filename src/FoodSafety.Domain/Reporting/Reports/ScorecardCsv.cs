using System.Globalization;
using System.Text;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>Writes a report as CSV.</summary>
internal static class ScorecardCsv
{
    private const string LineEnd = "\r\n";

    public static string Of(ScorecardReport report)
    {
        var text = new StringBuilder("area-code,area-name");
        foreach (var measure in report.Entry.Measures)
        {
            text.Append(',').Append(OutputText.ToCsvCell(OutputText.ToSpreadsheet(measure.Code)));
        }

        // Named always, so that whoever reads the columns by place finds them: empty where every count is sure.
        text.Append(",provisional").Append(LineEnd);
        foreach (var entry in report.Parts.Append(report.Entry))
        {
            text.Append(entry.Area.Code).Append(',').Append(OutputText.ToCsvCell(OutputText.ToSpreadsheet(entry.Area.Name)));
            foreach (var measure in report.Entry.Measures)
            {
                // An empty cell where nothing is known: 0 would be a statement.
                text.Append(CultureInfo.InvariantCulture, $",{(entry.Unstated.Contains(measure) ? (long?)null : entry[measure])}");
            }

            text.Append(',').Append(OutputText.ToCsvCell(entry.ProvisionalText?.ToString() ?? "")).Append(LineEnd);
        }

        return text.ToString();
    }
}
