using System.Text.Json;

namespace FoodSafety.Domain.Reporting;

/// <summary>Writes a report as <see cref="ScorecardReport.ToJson"/> does; reading is refused, for a report is computed. Safe for trimming and native compilation.</summary>
/// <remarks><see cref="ScorecardReport"/> names it; nobody has to register it.</remarks>
public sealed class ScorecardReportJsonConverter : JsonConverter<ScorecardReport>
{
    /// <inheritdoc/>
    /// <exception cref="JsonRefusedException">Always: a report is made by <see cref="ScorecardReport.Of"/>.</exception>
    public override ScorecardReport Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonRefusedException(typeof(ScorecardReport));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ScorecardReport value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteRawValue(value.ToJson());
    }
}
