using System.Text.Json;
using FoodSafety.Domain.Languages;

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

/// <summary>Something of the library that has no JSON form was to be written or read as JSON (不可序列化为 JSON).</summary>
/// <remarks>It is an error of the program, not of its user: the type that goes over the wire has to be another.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class JsonRefusedException : InvalidOperationException, IBilingualError
{
    internal JsonRefusedException(Type type)
        : base(Describe(type).English) => RefusedType = type;

    /// <summary>The type that has no JSON form.</summary>
    public Type RefusedType { get; }

    /// <summary>Which type, why, and what to do instead.</summary>
    public BilingualText Text => Describe(RefusedType);

    private static BilingualText Describe(Type type)
    {
        var name = type.Name.Split('`')[0];
        var instead = type.IsDefined(typeof(InsteadOfJsonAttribute), inherit: false) && Attribute.GetCustomAttribute(type, typeof(InsteadOfJsonAttribute), inherit: false) is InsteadOfJsonAttribute said
            ? said.Call : null;
        return instead is null
            ? ($"{name} 没有 JSON 形式：请将所需数值写入自己的类型；整个辖区由其条目保存，用 EntryFormat 写出。",
               $"{name} has no JSON form: put what you need of it into a type of your own; a whole district is kept by its entries, which EntryFormat writes.")
            : ($"{name} 没有 JSON 形式：请改用 {instead}。", $"{name} has no JSON form: use {instead} instead.");
    }
}

/// <summary>What to call for a type that has no JSON form.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
internal sealed class InsteadOfJsonAttribute(string call) : Attribute
{
    public string Call => call;
}
