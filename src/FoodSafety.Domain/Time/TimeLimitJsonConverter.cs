using System.Text.Json;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Time;

/// <summary>Writes a time limit as a JSON object and reads it back. Safe for trimming and native compilation.</summary>
/// <remarks>
/// <see cref="TimeLimit"/> names it; nobody has to register it. The properties are <c>Amount</c>, <c>Unit</c> (by name), <c>Basis</c> and,
/// where it is so, <c>MovesToWorkingDay</c>, under the naming policy of the options.
/// </remarks>
public sealed class TimeLimitJsonConverter : JsonConverter<TimeLimit>
{
    /// <inheritdoc/>
    /// <exception cref="JsonValueException">A property is missing or wrong.</exception>
    public override TimeLimit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return JsonValueFields.Read(ref reader, options, static fields => TimeLimit.Of(
            fields.Whole(nameof(TimeLimit.Amount)),
            fields.Named<TimeLimitUnit>(nameof(TimeLimit.Unit)),
            fields.Find(nameof(TimeLimit.Basis), CitationJsonConverter.Instance)) with
        {
            MovesToWorkingDay = fields.Flag(nameof(TimeLimit.MovesToWorkingDay)),
        });
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeLimit value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        writer.WriteNumber(JsonValueFields.NameOf(nameof(TimeLimit.Amount), options), value.Amount);
        writer.WriteString(JsonValueFields.NameOf(nameof(TimeLimit.Unit), options), value.Unit.ToString());
        if (value.Basis is { } basis)
        {
            writer.WritePropertyName(JsonValueFields.NameOf(nameof(TimeLimit.Basis), options));
            CitationJsonConverter.Instance.Write(writer, basis, options);
        }

        if (value.MovesToWorkingDay)
        {
            writer.WriteBoolean(JsonValueFields.NameOf(nameof(TimeLimit.MovesToWorkingDay), options), true);
        }

        writer.WriteEndObject();
    }
}
