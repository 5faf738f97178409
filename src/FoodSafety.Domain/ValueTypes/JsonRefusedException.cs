using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.ValueTypes;

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
