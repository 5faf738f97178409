using System.Globalization;
using System.Text;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Areas;

/// <summary>
/// A code of the statistical division list (统计用区划代码): twelve digits, of which two name the province, two the city,
/// two the district, three the town and three the village.
/// </summary>
/// <remarks>
/// <para>Groups after the last one that is not zero are above the area's own level: <c>510115000000</c> is a district. Of the
/// groups before it only the district may be zero, for a town directly under its city, as in Dongguan
/// (<c>441900003000</c>, 东莞市东城街道); the parent of such a town is the city.</para>
/// <para>Codes sort as numbers, and in that order every area stands directly before the areas inside it.</para>
/// <para>The default value names no area: <see cref="IsNone"/> is true, it is inside nothing and nothing is inside it.</para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<AreaCode>))]
public readonly record struct AreaCode :
    IComparable<AreaCode>, ISpanParsable<AreaCode>, IUtf8SpanParsable<AreaCode>, ISpanFormattable
{
    private const string FullFormat = "D12";

    /// <summary>The code with this number.</summary>
    /// <param name="value">All twelve digits as a number: <c>510115000000</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number has more than twelve digits or leaves a level out.</exception>
    public AreaCode(long value)
    {
        if (value is < 0 or >= AreaCodeReading.Limit)
            throw new ArgumentOutOfRangeException(nameof(value), value, "Allowed: a number of at most twelve digits.");

        var reading = AreaCodeReading.Of(value);
        if (!reading.IsValid)
        {
            var digits = value.ToString(FullFormat, CultureInfo.InvariantCulture);
            throw new ArgumentOutOfRangeException(nameof(value), value, reading.Explain(digits).English);
        }

        Value = value;
    }

    internal AreaCode(AreaCodeReading reading) => Value = reading.Value;

    /// <summary>All twelve digits as a number; 0 by default.</summary>
    public long Value { get; private init; }

    /// <summary>True for the default value, which names no area.</summary>
    public bool IsNone => Value == 0;

    /// <summary>The level of the area (行政层级), told by the last group that is not zero; 0, no level, by default.</summary>
    public AreaLevel Level => AreaCodeReading.LevelOf(Value);

    /// <summary>
    /// The code of the area directly above (上级区划): the last group cut off. The default value for a province; the city
    /// for a town of a city without districts.
    /// </summary>
    public AreaCode Parent => Level <= AreaLevel.Province ? default : Cut(Level - 1);

    /// <summary>The code of the area at a level that contains this one, itself included.</summary>
    /// <param name="level">One of the five levels.</param>
    /// <returns>
    /// The default value where there is none: the level is below this area's own, or it is the district of a town directly under its city.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is none of the five.</exception>
    public AreaCode Ancestor(AreaLevel level)
    {
        var ancestor = Cut(level.Named());
        return ancestor.Level == level ? ancestor : default;
    }

    /// <summary>True when the other area is this one or lies inside it, as far as the codes tell; no tree is needed.</summary>
    /// <param name="other">The code that may lie inside.</param>
    public bool Contains(AreaCode other) => !IsNone && other.Cut(Level) == this;

    /// <summary>Reads a code of 2, 4, 6, 9 or 12 digits; missing digits are zeros.</summary>
    /// <param name="text">The digits, without space around them.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="ValueFormatException">The text is no code; the message names the rule that failed and where.</exception>
    public static AreaCode Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static AreaCode Parse(ReadOnlySpan<char> text)
    {
        var reading = AreaCodeReading.Of(text);
        return reading.IsValid ? new AreaCode(reading) : throw new ValueFormatException(text, nameof(AreaCode), reading.Explain(text));
    }

    /// <summary>Reads a code of 2, 4, 6, 9 or 12 digits; missing digits are zeros.</summary>
    /// <param name="text">The digits, without space around them; null is no code.</param>
    /// <param name="code">The code read; the default value when the text is no code.</param>
    /// <returns>True when the text is a code.</returns>
    public static bool TryParse(string? text, out AreaCode code) => TryParse(text.AsSpan(), out code);

    /// <inheritdoc cref="TryParse(string?, out AreaCode)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out AreaCode code) => Accept(AreaCodeReading.Of(text), out code);

    /// <summary>Reads a code of 2, 4, 6, 9 or 12 digits from UTF-8; missing digits are zeros.</summary>
    /// <param name="utf8Text">The digits, without space around them.</param>
    /// <exception cref="ValueFormatException">The text is no code; the message names the rule that failed and where.</exception>
    public static AreaCode ParseUtf8(ReadOnlySpan<byte> utf8Text) =>
        // What is refused is read again as characters, so that the message counts characters and not bytes.
        TryParseUtf8(utf8Text, out var code) ? code : Parse(Encoding.UTF8.GetString(utf8Text));

    /// <summary>Reads a code of 2, 4, 6, 9 or 12 digits from UTF-8; missing digits are zeros.</summary>
    /// <param name="utf8Text">The digits, without space around them.</param>
    /// <param name="code">The code read; the default value when the text is no code.</param>
    /// <returns>True when the text is a code.</returns>
    public static bool TryParseUtf8(ReadOnlySpan<byte> utf8Text, out AreaCode code) => Accept(AreaCodeReading.Of(utf8Text), out code);

    /// <summary>All twelve digits; twelve zeros by default.</summary>
    public override string ToString() => Value.ToString(FullFormat, CultureInfo.InvariantCulture);

    /// <summary>The digits down to the area's own level: 2, 4, 6, 9 or 12 of them; empty by default.</summary>
    public string ToShortString() =>
        IsNone ? "" : (Value / AreaCodeReading.UnitOf(Level)).ToString(ShortFormat, CultureInfo.InvariantCulture);

    /// <summary>The code in one of its two lengths.</summary>
    /// <param name="format"><c>G</c>, empty or null for all twelve digits, <c>S</c> for the short form.</param>
    /// <param name="formatProvider">Not used: digits are the same everywhere.</param>
    /// <exception cref="FormatException"><paramref name="format"/> is another.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => IsShort(format) ? ToShortString() : ToString();

    /// <summary>The order of the codes as numbers, which is the order of the list and of <see cref="AreaTree"/>.</summary>
    /// <param name="other">The code to compare with.</param>
    public int CompareTo(AreaCode other) => Value.CompareTo(other.Value);

    /// <summary>True when the left code stands before the right one.</summary>
    public static bool operator <(AreaCode left, AreaCode right) => left.Value < right.Value;

    /// <summary>True when the left code stands before the right one or is the same.</summary>
    public static bool operator <=(AreaCode left, AreaCode right) => left.Value <= right.Value;

    /// <summary>True when the left code stands after the right one.</summary>
    public static bool operator >(AreaCode left, AreaCode right) => left.Value > right.Value;

    /// <summary>True when the left code stands after the right one or is the same.</summary>
    public static bool operator >=(AreaCode left, AreaCode right) => left.Value >= right.Value;

    static AreaCode IParsable<AreaCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<AreaCode>.TryParse(string? s, IFormatProvider? provider, out AreaCode result) => TryParse(s, out result);

    static AreaCode ISpanParsable<AreaCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<AreaCode>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out AreaCode result) => TryParse(s, out result);

    static AreaCode IUtf8SpanParsable<AreaCode>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => ParseUtf8(utf8Text);

    static bool IUtf8SpanParsable<AreaCode>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out AreaCode result) =>
        TryParseUtf8(utf8Text, out result);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        charsWritten = 0;
        return !IsShort(format) ? Value.TryFormat(destination, out charsWritten, FullFormat, CultureInfo.InvariantCulture)
            : IsNone || (Value / AreaCodeReading.UnitOf(Level)).TryFormat(destination, out charsWritten, ShortFormat, CultureInfo.InvariantCulture);
    }

    private string ShortFormat => Level switch
    {
        AreaLevel.Province => "D2",
        AreaLevel.City => "D4",
        AreaLevel.District => "D6",
        AreaLevel.Town => "D9",
        0 or AreaLevel.Village => FullFormat,
    };

    private static bool IsShort(ReadOnlySpan<char> format) => format switch
    {
        "" or "G" => false,
        "S" => true,
        _ => throw new FormatException($"Format '{format}' is not one of an area code; allowed: G (twelve digits), S (short)."),
    };

    private static bool Accept(AreaCodeReading reading, out AreaCode code)
    {
        code = reading.IsValid ? new AreaCode(reading) : default;
        return reading.IsValid;
    }

    private AreaCode Cut(AreaLevel level) => new() { Value = Value - (Value % AreaCodeReading.UnitOf(level)) };
}
