using System.Text.Encodings.Web;
using System.Text.Json;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Reporting;

/// <summary>Writes a report as JSON.</summary>
internal static class ScorecardJson
{
    public static string Of(ScorecardReport report)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer, report);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, ScorecardReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("on", Day(report.Entry.On));
        writer.WriteString("from", Day(report.Entry.Period.Start));
        if (report.Entry.Round is { } round)
        {
            WriteText(writer, "round", round.Name);
        }

        WriteEntry(writer, report.Entry);
        writer.WriteStartArray("parts");
        foreach (var part in report.Parts)
        {
            writer.WriteStartObject();
            WriteEntry(writer, part);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("ageing");
        foreach (var band in report.Ageing)
        {
            writer.WriteStartObject();
            writer.WriteNumber("fromDays", band.FromDays);
            if (band.ToDays is { } last)
            {
                writer.WriteNumber("toDays", last);
            }

            writer.WriteNumber("open", band.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("missedDailyRecords");
        foreach (var missed in report.MissedDays)
        {
            writer.WriteNumber(Day(missed.Day), missed.Missed);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("published");
        foreach (var published in report.Published)
        {
            writer.WriteStartObject();
            writer.WriteString("count", published.Measure.Code);
            writer.WriteNumber("value", published.Count);
            WriteText(writer, "source", published.Source.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("notes");
        foreach (var note in report.Notes)
        {
            WriteText(writer, null, note);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteText(Utf8JsonWriter writer, string? name, BilingualText text)
    {
        if (name is not null)
        {
            writer.WritePropertyName(name);
        }

        writer.WriteStartObject();
        writer.WriteString("zh", text.Chinese);
        writer.WriteString("en", text.English);
        writer.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter writer, ScorecardEntry entry)
    {
        writer.WriteString("code", entry.Area.Code.ToString());
        writer.WriteString("name", entry.Area.Name);
        writer.WriteStartObject("counts");
        foreach (var measure in entry.Measures)
        {
            if (entry.Unstated.Contains(measure))
            {
                writer.WriteNull(measure.Code);
            }
            else
            {
                writer.WriteNumber(measure.Code, entry[measure]);
            }
        }

        writer.WriteEndObject();
        if (!entry.Incomplete.IsEmpty)
        {
            writer.WriteStartArray("incomplete");
            foreach (var measure in entry.Incomplete)
            {
                writer.WriteStringValue(measure.Code);
            }

            writer.WriteEndArray();
        }

        if (entry.ProvisionalText is { } provisional)
        {
            writer.WriteStartObject("provisional");
            writer.WriteStartArray("counts");
            foreach (var measure in entry.Provisional)
            {
                writer.WriteStringValue(measure.Code);
            }

            writer.WriteEndArray();
            WriteText(writer, "text", provisional);
            writer.WriteEndObject();
        }

        if (entry.Load is { } load)
        {
            writer.WriteNumber("load", load);
        }

        writer.WriteStartObject("indicators");
        foreach (var value in entry.Indicators)
        {
            writer.WriteStartObject(value.Indicator.Code);
            writer.WriteNumber("numerator", value.Numerator);
            writer.WriteNumber("denominator", value.Denominator);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
