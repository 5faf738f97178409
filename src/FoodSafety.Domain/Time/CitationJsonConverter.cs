using System.Text.Json;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Time;

/// <summary>Writes a citation as a JSON object and reads it back. Safe for trimming and native compilation.</summary>
/// <remarks>
/// <see cref="Citation"/> names it; nobody has to register it. The properties are <c>Document</c>, <c>Standing</c> (by name),
/// <c>Article</c> and <c>Url</c>, under the naming policy of the options.
/// </remarks>
public sealed class CitationJsonConverter : JsonConverter<Citation>
{
    internal static CitationJsonConverter Instance { get; } = new();

    /// <inheritdoc/>
    /// <exception cref="JsonValueException">A property is missing or wrong.</exception>
    public override Citation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return JsonValueFields.Read(ref reader, options, static fields => new Citation(
            fields.Get(nameof(Citation.Document), BilingualTextJsonConverter.Instance),
            fields.Named<SourceStanding>(nameof(Citation.Standing)),
            fields.FindText(nameof(Citation.Article)),
            fields.FindText(nameof(Citation.Url)) is { } url ? new Uri(url, UriKind.RelativeOrAbsolute) : null));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Citation value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        writer.WritePropertyName(JsonValueFields.NameOf(nameof(Citation.Document), options));
        BilingualTextJsonConverter.Instance.Write(writer, value.Document, options);
        writer.WriteString(JsonValueFields.NameOf(nameof(Citation.Standing), options), value.Standing.ToString());
        if (value.Article is { } article)
        {
            writer.WriteString(JsonValueFields.NameOf(nameof(Citation.Article), options), article);
        }

        if (value.Url is { } url)
        {
            writer.WriteString(JsonValueFields.NameOf(nameof(Citation.Url), options), url.OriginalString);
        }

        writer.WriteEndObject();
    }
}
