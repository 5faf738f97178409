using System.Globalization;
using System.IO.Compression;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Tests.Inspections.Toronto;

/// <summary>One row of the file: an infraction that an inspection found, or the one row of an inspection that found none.</summary>
/// <remarks>Every field is quoted and none has a quote or a line break in it; the address and the position are not used.</remarks>
public sealed record TorontoRow(
    string Establishment, int Inspection, string Name, string Type, int Minimum, string Infraction, LocalDate Day,
    string Severity, string Action, string Outcome, string Fine)
{
    private const string Header =
        "\"Rec #\",\"Establishment ID\",\"Inspection ID\",\"Establishment Name\",\"Establishment Type\",\"Establishment Address\",\"Latitude\",\"Longitude\"," +
        "\"Establishment Status\",\"Min. Inspections Per Year\",\"Infraction Details\",\"Inspection Date\",\"Severity\",\"Action\",\"Outcome\",\"Amount Fined\"";

    public bool IsClean => Infraction.Length == 0;

    public static IEnumerable<TorontoRow> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        Assert.Equal(Header, text.ReadLine());
        while (text.ReadLine() is { } line)
        {
            var fields = line[1..^1].Split("\",\"");
            Assert.Equal(16, fields.Length);
            yield return new TorontoRow(
                fields[1], Number(fields[2]), fields[3], fields[4], Number(fields[9]), fields[10], LocalDatePattern.Iso.Parse(fields[11]).Value,
                fields[12], fields[13], fields[14], fields[15]);
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
