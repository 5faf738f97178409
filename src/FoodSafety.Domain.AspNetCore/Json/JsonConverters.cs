using System.Reflection;
using System.Text.Json;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>A value in JSON that cannot stand there: an act with faults, a word that is no code. Where it stands the serializer adds.</summary>
internal sealed class JsonFormException(BilingualText text, Exception? inner = null) : JsonException(text.English, inner), IBilingualError
{
    public BilingualText Text => text;
}

/// <summary>Writes values of the enums of the library, and of those that are named as they are, as their codes.</summary>
internal sealed class EnumCodeJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => (typeToConvert.IsEnum && IsCoded(typeToConvert)) || IsCode(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance((IsCode(typeToConvert) ? typeof(OfCode<>) : typeof(Of<>)).MakeGenericType(IsCode(typeToConvert) ? typeToConvert.GetGenericArguments()[0] : typeToConvert))!;

    private static bool IsCode(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EnumCode<>);

    internal static bool IsCoded(Type type) => type.Assembly == typeof(EnumCodes).Assembly
        || Array.Exists(type.GetFields(BindingFlags.Public | BindingFlags.Static), field => field.IsDefined(typeof(BilingualNameAttribute), inherit: false));

    private sealed class OfCode<TEnum> : JsonConverter<EnumCode<TEnum>> where TEnum : struct, Enum
    {
        private static readonly Of<TEnum> Values = new();

        public override EnumCode<TEnum> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(Values.Read(ref reader, typeof(TEnum), options));

        public override void Write(Utf8JsonWriter writer, EnumCode<TEnum> value, JsonSerializerOptions options) => Values.Write(writer, value.Value, options);
    }

    private sealed class Of<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
    {
        public override bool HandleNull => true;

        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Null && !Enum.IsDefined<TEnum>(default))
            {
                return default;
            }

            using var found = JsonDocument.ParseValue(ref reader);
            return found.RootElement.ValueKind == JsonValueKind.String ? Parse(found.RootElement.GetString()!) : throw Refuse(found.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
        {
            if (EnumCode.TextOf(value) is { } code)
            {
                writer.WriteStringValue(code);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WritePropertyName(EnumCode.TextOf(value) ?? "");

        private static TEnum Parse(string text) => EnumCode.TryParse<TEnum>(text, out var value) ? value : throw Refuse(text);

        private static JsonFormException Refuse(string found) => new(EnumCode.Refusal<TEnum>(found));
    }
}

/// <summary>Writes acts as journals do, of whichever family.</summary>
internal sealed class ActJsonConverter(EntryFormat format) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(Act));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert), format)!;

    private sealed class Of<TAct>(EntryFormat format) : JsonConverter<TAct> where TAct : Act
    {
        public override TAct Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var act = JsonForm.Read(ref reader, utf8 => format.ReadAct(utf8));
            return act as TAct ?? throw new JsonFormException((
                $"此处不能是事项“{act.Kind}”；须为 {typeof(TAct).Name}。", $"An act '{act.Kind}' cannot stand here; it must be a {typeof(TAct).Name}."));
        }

        public override void Write(Utf8JsonWriter writer, TAct value, JsonSerializerOptions options) => format.WriteAct(writer, value);
    }
}

/// <summary>Writes entries as journals do.</summary>
internal sealed class EntryJsonConverter(EntryFormat format) : JsonConverter<Entry>
{
    public override Entry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonForm.Read(ref reader, utf8 => format.Read(utf8));

    public override void Write(Utf8JsonWriter writer, Entry value, JsonSerializerOptions options) => format.Write(writer, value);
}

/// <summary>Writes policies as policy files do, in the language of the settings.</summary>
internal sealed class PolicyJsonConverter(DistrictSettings settings) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(GradingPolicy<>)
        && settings.Scales.Any(scale => GradeScales.EnumOf(scale) == typeToConvert.GetGenericArguments()[0]);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var grade = typeToConvert.GetGenericArguments()[0];
        var scale = settings.Scales.First(scale => GradeScales.EnumOf(scale) == grade);
        return (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(grade), scale, settings)!;
    }

    private sealed class Of<TGrade>(GradeScale<TGrade> scale, DistrictSettings settings) : JsonConverter<GradingPolicy<TGrade>> where TGrade : struct, Enum
    {
        private readonly PolicyFile<TGrade> _file = new(scale, settings.Schema.Facts, settings.Conditions);

        public override GradingPolicy<TGrade> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonForm.Read(ref reader, utf8 => _file.Read(utf8));

        public override void Write(Utf8JsonWriter writer, GradingPolicy<TGrade> value, JsonSerializerOptions options)
        {
            using var file = JsonDocument.Parse(_file.Write(value));
            file.RootElement.WriteTo(writer);
        }
    }
}

/// <summary>Writes what an answer only refers to by what it is known by: a fact by its key, an area by its code, a checklist by its name, a condition and a computed number as people read it.</summary>
internal sealed class ReferenceJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Area) || typeToConvert == typeof(Checklist)
        || typeToConvert.IsAssignableTo(typeof(IFact)) || typeToConvert.IsAssignableTo(typeof(Condition)) || typeToConvert.IsAssignableTo(typeof(NumberExpression));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new JsonFormException((
            $"{typeof(T).Name} 只能写出，不能读入。", $"{typeof(T).Name} is written and not read."));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            switch (value)
            {
                case Area area:
                    JsonSerializer.Serialize(writer, area.Code, options);
                    break;
                case Checklist checklist:
                    JsonSerializer.Serialize(writer, checklist.Name, options);
                    break;
                case IFact fact:
                    writer.WriteStringValue(fact.Id);
                    break;
                case Condition condition:
                    JsonSerializer.Serialize(writer, condition.Text, options);
                    break;
                case NumberExpression number:
                    JsonSerializer.Serialize(writer, number.Text, options);
                    break;
                default:
                    writer.WriteNullValue();
                    break;
            }
        }
    }
}

/// <summary>Writes texts in the language of whoever asks; read they are in both, for nothing is kept in one.</summary>
internal sealed class OneLanguageJsonConverter(Func<Language> language) : JsonConverter<BilingualText>
{
    private static readonly BilingualTextJsonConverter Both = new();

    public override BilingualText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Both.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, BilingualText value, JsonSerializerOptions options) => writer.WriteStringValue(value.In(language()));
}

/// <summary>Reads a part of a document by what reads whole ones.</summary>
internal static class JsonForm
{
    public delegate T Reading<T>(ReadOnlySpan<byte> utf8);

    public static T Read<T>(ref Utf8JsonReader reader, Reading<T> read)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return read(System.Text.Encoding.UTF8.GetBytes(document.RootElement.GetRawText()));
        }
        catch (DataFileException faults)
        {
            throw new JsonFormException(faults.Text, faults);
        }
    }
}
