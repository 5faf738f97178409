using System.Text.Json;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.ValueTypes;

/// <summary>Writes the dates and instants of NodaTime as ISO 8601 and reads them back. Safe for trimming and native compilation.</summary>
/// <remarks>
/// <para>
/// The members of this library that hold them name it, so that they come out right without a registration, and in the same form as
/// under NodaTime's own converters: <c>2026-11-30</c>, <c>2026-11-30T01:30:00Z</c>. For members of one's own types name it too, or
/// register the converters of NodaTime.
/// </para>
/// </remarks>
public sealed class IsoTimeJsonConverter : JsonConverterFactory
{
    // Every type that can be asked for, made here once: nothing is built by reflection.
    private static readonly Dictionary<Type, JsonConverter> Converters = new()
    {
        [typeof(LocalDate)] = new Of<LocalDate>(LocalDatePattern.Iso, "yyyy-MM-dd"),
        [typeof(LocalDate?)] = new OfNullable<LocalDate>(new(LocalDatePattern.Iso, "yyyy-MM-dd")),
        [typeof(LocalTime)] = new Of<LocalTime>(LocalTimePattern.ExtendedIso, "HH:mm:ss"),
        [typeof(LocalTime?)] = new OfNullable<LocalTime>(new(LocalTimePattern.ExtendedIso, "HH:mm:ss")),
        [typeof(Instant)] = new Of<Instant>(InstantPattern.ExtendedIso, "yyyy-MM-ddTHH:mm:ssZ"),
        [typeof(Instant?)] = new OfNullable<Instant>(new(InstantPattern.ExtendedIso, "yyyy-MM-ddTHH:mm:ssZ")),
        [typeof(OffsetDateTime)] = new Of<OffsetDateTime>(OffsetDateTimePattern.ExtendedIso, "yyyy-MM-ddTHH:mm:ss+HH:mm"),
        [typeof(OffsetDateTime?)] = new OfNullable<OffsetDateTime>(new(OffsetDateTimePattern.ExtendedIso, "yyyy-MM-ddTHH:mm:ss+HH:mm")),
    };

    /// <summary>True for <see cref="LocalDate"/>, <see cref="LocalTime"/>, <see cref="Instant"/>, <see cref="OffsetDateTime"/>, and each of them where it may be missing.</summary>
    /// <param name="typeToConvert">The type in question.</param>
    public override bool CanConvert(Type typeToConvert) => Converters.ContainsKey(typeToConvert);

    /// <summary>The converter of one type.</summary>
    /// <param name="typeToConvert">The type.</param>
    /// <param name="options">Not used.</param>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Converters[typeToConvert];

    private sealed class Of<T>(IPattern<T> pattern, string form) : JsonConverter<T> where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.String
            ? Parse(JsonTexts.Read(ref reader, typeof(T).Name))
            : throw JsonValueException.At(ref reader, typeof(T).Name, ($"须为文本 {form}", $"it must be a string like {form}"));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(JsonTexts.Read(ref reader, typeof(T).Name));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(pattern.Format(value));

        private T Parse(string text) => pattern.Parse(text) is { Success: true } parsed
            ? parsed.Value
            : throw new JsonValueException(ShownValue.Of(text), typeof(T).Name, ($"允许：{form}", $"allowed: {form}"));
    }

    private sealed class OfNullable<T>(Of<T> known) : JsonConverter<T?> where T : struct
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? null : known.Read(ref reader, typeof(T), options);

        public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
        {
            if (value is { } stated)
            {
                known.Write(writer, stated, options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
