using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FoodSafety.Domain.Languages;
using NodaTime.Text;

namespace FoodSafety.Domain.Reporting;

/// <summary>Writes a statistical table as JSON, Markdown and a page.</summary>
internal static class StatisticalTableText
{
    private static readonly BilingualText AreaTitle = ("区划", "Area");

    private static readonly BilingualText TotalTitle = ("合计", "total");

    public static string Markdown(StatisticalTable table, Language language)
    {
        var page = new MarkdownPage(language);
        page.Heading(1, table.Title);
        page.Table([AreaTitle, .. table.Columns.Select(column => column.Title)]);
        foreach (var row in table.Rows)
        {
            page.Row([(row.Area.Name, row.Area.Name), .. row.Cells.Select(cell => cell.Text)]);
        }

        page.Row([NameOf(table.Total), .. table.Total.Cells.Select(cell => cell.Text)]);
        foreach (var note in table.Notes)
        {
            page.Item(note);
        }

        return page.ToString();
    }

    public static string Page(StatisticalTable table, Language language)
    {
        var text = new PageText(language);
        return text.Document(table.Title, Html.Of($"""
            <h1>{text.In(table.Title)}</h1>
            <section>
            <div class="wide"><table>
            <thead><tr><th>{text.In(AreaTitle)}</th>{Html.Join(table.Columns.Select(column => Html.Of($"<th class=\"n\">{text.Label(column.Title)}</th>")))}</tr></thead>
            <tbody>{Html.Join(table.Rows.Select(row => Row(row, (row.Area.Name, row.Area.Name))))}</tbody>
            <tfoot>{Row(table.Total, NameOf(table.Total))}</tfoot>
            </table></div>
            </section>
            <footer>
            <ul>
            {Html.Join(table.Notes.Select(note => Html.Of($"<li>{text.In(note)}</li>")))}
            </ul>
            </footer>
            """));

        Html Row(StatisticalRow row, BilingualText name) => Html.Of(
            $"<tr><td>{text.In(name)}</td>{Html.Join(row.Cells.Select(cell => Html.Of($"<td class=\"n\">{text.In(cell.Text)}</td>")))}</tr>");
    }

    public static string Csv(StatisticalTable table)
    {
        string[] heading =
        [
            "period", "on", "area", "area-name", .. table.Columns.SelectMany(column => column.Figure == StatisticalFigure.Share ? [column.Code, $"{column.Code}-counted", $"{column.Code}-of"] : (string[])[column.Code]), "remarks",
        ];
        var text = new StringBuilder();
        AppendLine(heading);
        foreach (var row in table.Rows.Append(table.Total))
        {
            AppendLine(
            [
                PeriodOf(table), LocalDatePattern.Iso.Format(table.On), $"{row.Area.Code}", row.Area.Name,
                .. row.Cells.SelectMany(cell => cell.Figure == StatisticalFigure.Share ? [Number(cell.Value), Number(cell.Counted), Number(cell.Of)] : (string[])[Number(cell.Value)]), row.Remarks,
            ]);
        }

        return text.ToString();

        void AppendLine(IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(cell => OutputText.ToCsvCell(OutputText.ToSpreadsheet(cell)))).Append("\r\n");

        static string Number(decimal? number) => number is { } known ? known.ToString("0.######", CultureInfo.InvariantCulture) : "";
    }

    public static string Json(StatisticalTable table)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer, table);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static string PeriodOf(StatisticalTable table) => $"{table.Period.Cadence.Code}/{LocalDatePattern.Iso.Format(table.Period.First)}";

    private static BilingualText NameOf(StatisticalRow total) => ($"{total.Area.Name}（{TotalTitle.Chinese}）", $"{total.Area.Name} ({TotalTitle.English})");

    private static void Write(Utf8JsonWriter writer, StatisticalTable table)
    {
        writer.WriteStartObject();
        writer.WriteString("on", LocalDatePattern.Iso.Format(table.On));
        writer.WriteString("period", PeriodOf(table));
        ScorecardJson.WriteText(writer, "title", table.Title);
        writer.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("code", column.Code);
            ScorecardJson.WriteText(writer, "title", column.Title);
            writer.WriteString("figure", column.Figure.Code());
            writer.WriteString("counted", column.Counted.Code);
            writer.WriteStartArray("of");
            foreach (var measure in column.Of)
            {
                writer.WriteStringValue(measure.Code);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            WriteRow(writer, row, table.Columns);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("total");
        WriteRow(writer, table.Total, table.Columns);
        writer.WriteStartArray("notes");
        foreach (var note in table.Notes)
        {
            ScorecardJson.WriteText(writer, null, note);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, StatisticalRow row, ItemList<StatisticalColumn> columns)
    {
        writer.WriteStartObject();
        writer.WriteString("code", row.Area.Code.ToString());
        writer.WriteString("name", row.Area.Name);
        writer.WriteStartObject("cells");
        foreach (var (column, cell) in columns.Zip(row.Cells))
        {
            writer.WriteStartObject(column.Code);
            WriteNumber("value", cell.Value);
            WriteNumber("counted", cell.Counted);
            if (!column.Of.IsEmpty)
            {
                WriteNumber("of", cell.Of);
            }

            if (cell.IsProvisional)
            {
                writer.WriteBoolean("provisional", true);
            }

            if (cell.IsIncomplete)
            {
                writer.WriteBoolean("incomplete", true);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();

        void WriteNumber(string name, decimal? number)
        {
            if (number is { } known)
            {
                writer.WriteNumber(name, known);
            }
            else
            {
                writer.WriteNull(name);
            }
        }
    }
}
