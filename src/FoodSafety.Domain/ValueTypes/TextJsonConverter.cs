using System.Text.Json;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.ValueTypes;

/// <summary>Writes a value as the JSON string of its text and reads it back, as a key of a dictionary too. Safe for trimming and native compilation.</summary>
/// <remarks>
/// The types that use it name it; nobody has to register it. A default value that is no id and no code is <c>null</c>, and as a key the
/// empty text.
/// </remarks>
/// <typeparam name="T">A type whose text can be read again.</typeparam>
public sealed class TextJsonConverter<T> : JsonConverter<T>
    where T : IParsable<T>
{
    // Of a class the serializer itself reads and writes null; of a struct whose default is a value like any other null is no value.
    private static readonly bool HasNone = default(T) is not null && default(T) is not IJsonText { IsNothing: false };

    /// <inheritdoc/>
    public override bool HandleNull => HasNone;

    /// <inheritdoc/>
    /// <exception cref="JsonValueException">There is no string, or its text is not of the type.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.String => Parse(JsonTexts.Read(ref reader, typeof(T).Name)),
            _ => throw JsonValueException.At(ref reader, typeof(T).Name, ("须为文本", "it must be a string")),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (IsNone(value))
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStringValue(TextOf(value));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="JsonValueException">The key is not of the type.</exception>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = JsonTexts.Read(ref reader, typeof(T).Name);
        return text.Length == 0 && HasNone ? default! : Parse(text);
    }

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(IsNone(value) ? "" : TextOf(value));
    }

    private static string TextOf(T value) => value is IJsonText own ? own.JsonText : value.ToString()!;

    private static bool IsNone(T value) => HasNone && EqualityComparer<T>.Default.Equals(value, default);

    private static T Parse(string text)
    {
        if (T.TryParse(text, null, out var value))
        {
            return value;
        }

        try
        {
            return T.Parse(text, null);
        }
        catch (FormatException refusal)
        {
            throw JsonValueException.Of(text, typeof(T).Name, refusal);
        }
    }
}
