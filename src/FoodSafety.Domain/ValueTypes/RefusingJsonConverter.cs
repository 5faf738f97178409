using System.Text.Json;

namespace FoodSafety.Domain.ValueTypes;

/// <summary>Refuses to write and to read a type that has no JSON form, with a message that says what to do instead.</summary>
/// <remarks>
/// Live books, registers, graders and results of computations name it. Without it the serializer would walk through their properties:
/// half of the state would be written, nothing of it read back, and some would take a web application down at its start. Named as the result
/// of an endpoint they do no harm until that endpoint is asked. To give a type of the library a form of your own, add your
/// converter to the options; it comes before this one.
/// </remarks>
public sealed class RefusingJsonConverter : JsonConverterFactory
{
    /// <summary>True for every type.</summary>
    /// <param name="typeToConvert">The type in question.</param>
    public override bool CanConvert(Type typeToConvert) => true;

    /// <summary>A converter that refuses the type.</summary>
    /// <param name="typeToConvert">The type.</param>
    /// <param name="options">Not used.</param>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => new Refusal(typeToConvert);

    private sealed class Refusal(Type type) : JsonConverter<object>
    {
        public override bool HandleNull => true;

        public override bool CanConvert(Type typeToConvert) => true;

        public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new JsonRefusedException(type);

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => throw new JsonRefusedException(type);

        public override object ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new JsonRefusedException(type);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => throw new JsonRefusedException(type);
    }
}
