using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>A text of a request that is no value of its field (字段格式错误).</summary>
internal sealed class FieldFormatException(BilingualText text) : FormatException(text.English), IBilingualError
{
    public BilingualText Text => text;
}

/// <summary>A date that stands in a route or a query (日期): <c>?on=2026-09-07</c>. It is a <see cref="LocalDate"/> that a framework can read.</summary>
/// <param name="Value">The date.</param>
[JsonConverter(typeof(TextJsonConverter<IsoDate>))]
public readonly record struct IsoDate(LocalDate Value) : IParsable<IsoDate>
{
    /// <summary>The date.</summary>
    /// <param name="date">The date as it was read.</param>
    public static implicit operator LocalDate(IsoDate date) => date.Value;

    /// <summary>The date; the named form of the conversion.</summary>
    public LocalDate ToLocalDate() => Value;

    /// <summary>Reads a date.</summary>
    /// <param name="s">ISO 8601: <c>2026-09-07</c>.</param>
    /// <param name="provider">Not used: dates are the same everywhere.</param>
    /// <exception cref="FormatException">The text is no date.</exception>
    public static IsoDate Parse(string s, IFormatProvider? provider = null) => new(IsoText.Parse(s, LocalDatePattern.Iso, ("日期", "date"), "2026-09-07"));

    /// <summary>Reads a date; false when the text is none.</summary>
    /// <param name="s">ISO 8601: <c>2026-09-07</c>.</param>
    /// <param name="provider">Not used: dates are the same everywhere.</param>
    /// <param name="result">The date.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IsoDate result)
    {
        var isDate = IsoText.TryParse(s, LocalDatePattern.Iso, out var value);
        result = new(value);
        return isDate;
    }

    /// <summary>The date: <c>2026-09-07</c>.</summary>
    public override string ToString() => LocalDatePattern.Iso.Format(Value);
}

/// <summary>An instant that stands in a route or a query (时刻): <c>?since=2026-09-07T01:30:00Z</c>. It is an <see cref="Instant"/> that a framework can read.</summary>
/// <param name="Value">The instant.</param>
[JsonConverter(typeof(TextJsonConverter<IsoInstant>))]
public readonly record struct IsoInstant(Instant Value) : IParsable<IsoInstant>
{
    /// <summary>The instant.</summary>
    /// <param name="instant">The instant as it was read.</param>
    public static implicit operator Instant(IsoInstant instant) => instant.Value;

    /// <summary>The instant; the named form of the conversion.</summary>
    public Instant ToInstant() => Value;

    /// <summary>Reads an instant.</summary>
    /// <param name="s">ISO 8601 in UTC: <c>2026-09-07T01:30:00Z</c>.</param>
    /// <param name="provider">Not used: instants are the same everywhere.</param>
    /// <exception cref="FormatException">The text is no instant.</exception>
    public static IsoInstant Parse(string s, IFormatProvider? provider = null) => new(IsoText.Parse(s, InstantPattern.ExtendedIso, ("UTC 时刻", "instant in UTC"), "2026-09-07T01:30:00Z"));

    /// <summary>Reads an instant; false when the text is none.</summary>
    /// <param name="s">ISO 8601 in UTC: <c>2026-09-07T01:30:00Z</c>.</param>
    /// <param name="provider">Not used: instants are the same everywhere.</param>
    /// <param name="result">The instant.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IsoInstant result)
    {
        var isInstant = IsoText.TryParse(s, InstantPattern.ExtendedIso, out var value);
        result = new(value);
        return isInstant;
    }

    /// <summary>The instant: <c>2026-09-07T01:30:00Z</c>.</summary>
    public override string ToString() => InstantPattern.ExtendedIso.Format(Value);
}

internal static class IsoText
{
    public static T Parse<T>(string s, IPattern<T> pattern, BilingualText name, string form)
    {
        ArgumentNullException.ThrowIfNull(s);
        var shown = OutputText.Shorten(s, 40);
        return pattern.Parse(s) is { Success: true, Value: var value }
            ? value
            : throw new FieldFormatException(($"“{shown}”不是{name.Chinese}；允许：{form} 的形式。", $"'{shown}' is no {name.English}. Allowed: the form {form}."));
    }

    public static bool TryParse<T>([NotNullWhen(true)] string? s, IPattern<T> pattern, out T value)
    {
        value = default!;
        return s is not null && pattern.Parse(s).TryGetValue(default!, out value);
    }
}
