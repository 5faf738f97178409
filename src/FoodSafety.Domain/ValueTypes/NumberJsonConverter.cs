using System.Globalization;
using System.Text;
using System.Text.Json;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.ValueTypes;

/// <summary>Writes a numbered id as a JSON number and reads it back; as a key of a dictionary, as the text of the number. Safe for trimming and native compilation.</summary>
/// <remarks>The types that use it name it; nobody has to register it. The default value, which is no id, is <c>null</c>, and as a key the empty text.</remarks>
/// <typeparam name="T">An id whose text is a whole number.</typeparam>
public sealed class NumberJsonConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    private static readonly TextJsonConverter<T> Texts = new();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonValueException">There is no number, or it is no id.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.Null or JsonTokenType.String)
        {
            return Texts.Read(ref reader, typeToConvert, options);
        }

        if (reader.TokenType != JsonTokenType.Number)
        {
            throw JsonValueException.At(ref reader, typeof(T).Name, ("须为数字", "it must be a number"));
        }

        // As written, so that 7.5 and 1e3 are refused and not rounded.
        using var number = JsonDocument.ParseValue(ref reader);
        var text = number.RootElement.GetRawText();
        try
        {
            return T.Parse(text, null);
        }
        catch (FormatException refusal)
        {
            throw JsonValueException.Of(text, typeof(T).Name, refusal);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (EqualityComparer<T>.Default.Equals(value, default))
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteRawValue(Encoding.UTF8.GetBytes(value.ToString()!));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="JsonValueException">The key is no id.</exception>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Texts.ReadAsPropertyName(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        Texts.WriteAsPropertyName(writer, value, options);
}

/// <summary>The numbers of numbered ids: whole numbers that every language and every file keeps exactly.</summary>
internal static class IdNumber
{
    // Beyond 2 to the 53rd, whoever reads a number of JSON as a floating one would read another.
    public const long Max = (1L << 53) - 1;

    public static BilingualText Allowed => ($"1 至 {Max} 的整数，只用数字 0 至 9", $"a whole number from 1 to {Max}, in the digits 0 to 9 alone");

    public static bool IsValid(long number) => number is > 0 and <= Max;

    public static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && IsValid(number);
}
