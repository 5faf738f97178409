using System.Text.Json;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>Writes a fact with its value as a JSON object and reads it back by a schema. Safe for trimming and native compilation.</summary>
/// <remarks>
/// <para>
/// The properties are <c>Fact</c>, the key of the fact, and <c>Value</c>: a number, true or false, or the code of a choice; under the naming
/// policy of the options. The default value, which names no fact, is <c>null</c>.
/// </para>
/// <para>
/// <see cref="FactValue"/> names this converter, so writing needs nothing. A key is found only in a schema: to read, add
/// <c>new FactValueJsonConverter(schema)</c> to the options.
/// </para>
/// </remarks>
public sealed class FactValueJsonConverter : JsonConverter<FactValue>
{
    private readonly FactSchema? _schema;

    /// <summary>A converter that writes; reading is refused, for want of a schema.</summary>
    public FactValueJsonConverter()
    {
    }

    /// <summary>A converter that writes and reads.</summary>
    /// <param name="schema">The facts that may stand.</param>
    public FactValueJsonConverter(FactSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
    }

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonValueException">The fact is none of the schema, or the value none of the fact.</exception>
    /// <exception cref="JsonRefusedException">There is no schema.</exception>
    public override FactValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        var schema = _schema ?? throw new JsonRefusedException(typeof(FactValue));
        return JsonValueFields.Read(ref reader, options, fields => schema.ParseValue(fields.Text(nameof(FactValue.Fact)), fields.Plain(ValueName)));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FactValue value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        if (value.Fact is not { } fact)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(JsonValueFields.NameOf(nameof(FactValue.Fact), options), fact.Id);
        writer.WritePropertyName(JsonValueFields.NameOf(ValueName, options));
        WriteValue(writer, fact, value.Stored);
        writer.WriteEndObject();
    }

    internal const string ValueName = "Value";

    internal static void WriteValue(Utf8JsonWriter writer, IFact fact, long stored)
    {
        switch (fact)
        {
            case NumberFact number:
                writer.WriteNumberValue(Exact.ToDecimal(stored, number.Decimals));
                break;
            case IChoiceFact choice:
                writer.WriteStringValue(choice.CodeOf((int)stored));
                break;
            default:
                writer.WriteBooleanValue(stored != 0);
                break;
        }
    }
}
