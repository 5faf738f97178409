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
