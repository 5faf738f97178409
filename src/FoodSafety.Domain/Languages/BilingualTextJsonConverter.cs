using System.Text.Json;

namespace FoodSafety.Domain.Languages;

/// <summary>Writes a text as a JSON object with its Chinese and its English, and reads it back. Safe for trimming and native compilation.</summary>
/// <remarks>
/// <see cref="BilingualText"/> names it; nobody has to register it. The properties are <c>Chinese</c> and <c>English</c>, under the naming
/// policy of the options; both must stand. Whoever wants one language only writes <see cref="BilingualText.In"/>.
/// </remarks>
public sealed class BilingualTextJsonConverter : JsonConverter<BilingualText>
{
    internal static BilingualTextJsonConverter Instance { get; } = new();

    /// <inheritdoc/>
    /// <exception cref="JsonValueException">There is no object, or a language is missing.</exception>
    public override BilingualText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return JsonValueFields.Read(ref reader, options, static fields =>
            new BilingualText(fields.Text(nameof(BilingualText.Chinese)), fields.Text(nameof(BilingualText.English))));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, BilingualText value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        writer.WriteString(JsonValueFields.NameOf(nameof(BilingualText.Chinese), options), value.Chinese);
        writer.WriteString(JsonValueFields.NameOf(nameof(BilingualText.English), options), value.English);
        writer.WriteEndObject();
    }
}
