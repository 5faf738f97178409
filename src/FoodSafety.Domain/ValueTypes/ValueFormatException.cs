using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.ValueTypes;

/// <summary>A text that is no value of a type (文本格式错误): the text, the type, and what is allowed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ValueFormatException : FormatException, IBilingualError
{
    /// <summary>Refuses a text for a reason that its type gives.</summary>
    internal ValueFormatException(ReadOnlySpan<char> found, string type, BilingualText text)
        : base(text.English) => (Found, TypeName, Text) = (ShownValue.Of(found), type, text);

    /// <summary>The text, shortened when it is long.</summary>
    public string Found { get; }

    /// <summary>The type of value that it should be: "BusinessId".</summary>
    public string TypeName { get; }

    /// <summary>What is wrong with the text, and what is allowed.</summary>
    public BilingualText Text { get; }

    /// <summary>Refuses a text of a type whose texts all look alike.</summary>
    internal static ValueFormatException Of(ReadOnlySpan<char> found, string type, BilingualText allowed)
    {
        var shown = ShownValue.Of(found);
        return new(found, type, ($"“{shown}”不是 {type}；允许：{allowed.Chinese}。", $"'{shown}' is no {type}. Allowed: {allowed.English}."));
    }
}
