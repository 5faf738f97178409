using System.Text.Json;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>Writes stated facts as a JSON object, a property for each by its key, and reads them back by a schema. Safe for trimming and native compilation.</summary>
/// <remarks>
/// <see cref="FactRecord"/> names this converter, so writing needs nothing. Keys are found only in a schema: to read, add
/// <c>new FactRecordJsonConverter(schema)</c> to the options. A value is a number, true or false, or the code of a choice.
/// </remarks>
public sealed class FactRecordJsonConverter : JsonConverter<FactRecord>
{
    private readonly FactSchema? _schema;

    /// <summary>A converter that writes; reading is refused, for want of a schema.</summary>
    public FactRecordJsonConverter()
    {
    }

    /// <summary>A converter that writes and reads.</summary>
    /// <param name="schema">The facts that may stand.</param>
    public FactRecordJsonConverter(FactSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
    }

    /// <inheritdoc/>
    /// <exception cref="JsonValueException">A fact is none of the schema, or a value none of its fact.</exception>
    /// <exception cref="JsonRefusedException">There is no schema.</exception>
    public override FactRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var schema = _schema ?? throw new JsonRefusedException(typeof(FactRecord));
        return JsonValueFields.Read(ref reader, options, fields => new FactRecord([.. fields.Names.Select(key => schema.ParseValue(key, fields.Plain(key, isKey: true)))]));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FactRecord value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        foreach (var stated in value.Values)
        {
            writer.WritePropertyName(stated.Fact!.Id);
            FactValueJsonConverter.WriteValue(writer, stated.Fact, stated.Stored);
        }

        writer.WriteEndObject();
    }
}
