using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.ValueTypes;

/// <summary>A value that has one text, from which it can be read again: an id, a code.</summary>
/// <remarks>
/// A type gives <see cref="IParsable{TSelf}.TryParse"/>, <see cref="IParsable{TSelf}.Parse"/>, <see cref="object.ToString"/> and what is allowed; reading spans and
/// writing into them follow from those.
/// </remarks>
internal interface ITextValue<TSelf> : ISpanParsable<TSelf>, ISpanFormattable
    where TSelf : ITextValue<TSelf>
{
    /// <summary>What texts of the type look like.</summary>
    static abstract BilingualText Allowed { get; }

    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TSelf.TryParse(s, provider, out var value) ? value : throw ValueFormatException.Of(s, typeof(TSelf).Name, TSelf.Allowed);

    static bool ISpanParsable<TSelf>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TSelf result) =>
        TryRead<TSelf>(s.ToString(), provider, out result!);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString()!;

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = ToString()!;
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten == text.Length;
    }

    // A text is a span as well, and here the compiler would take the reading of spans, which comes back.
    private static bool TryRead<T>(string text, IFormatProvider? provider, [MaybeNullWhen(false)] out T value) where T : IParsable<T> => T.TryParse(text, provider, out value);

    internal static TSelf Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead<TSelf>(text, null, out var value) ? value : throw ValueFormatException.Of(text, typeof(TSelf).Name, TSelf.Allowed);
    }
}

/// <summary>A value whose text for people says less, or says it in two languages: in JSON it has a text of its own, which is what it parses.</summary>
internal interface IJsonText
{
    string JsonText { get; }

    /// <summary>True for a default value that stands for nothing, and is null in JSON. Where it is a value like any other it is written.</summary>
    bool IsNothing => false;
}

/// <summary>A text that is no value of a type (文本格式错误): the text, the type, and what is allowed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ValueFormatException : FormatException, IBilingualError
{
    /// <summary>Refuses a text for a reason that its type gives.</summary>
    internal ValueFormatException(ReadOnlySpan<char> found, string type, BilingualText text, BilingualText allowed = default)
        : base(text.English) => (Found, TypeName, Text, Allowed) = (ShownValue.Of(found), type, text, allowed);

    /// <summary>The text, shortened when it is long.</summary>
    public string Found { get; }

    /// <summary>The type of value that it should be: "BusinessId".</summary>
    public string TypeName { get; }

    /// <summary>What is wrong with the text, and what is allowed.</summary>
    public BilingualText Text { get; }

    /// <summary>What texts of the type look like, as a document of an interface says it; empty where they do not all look alike.</summary>
    public BilingualText Allowed { get; }

    /// <summary>Refuses a text of a type whose texts all look alike.</summary>
    internal static ValueFormatException Of(ReadOnlySpan<char> found, string type, BilingualText allowed)
    {
        var shown = ShownValue.Of(found);
        return new(found, type, ($"“{shown}”不是 {type}；允许：{allowed.Chinese}。", $"'{shown}' is no {type}. Allowed: {allowed.English}."), allowed);
    }
}
