using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>A value of an enum that stands in a route or a query as its code (枚举代码): <c>?type=school-canteen</c>.</summary>
/// <remarks>A framework reads a bare enum by the name of its member, which is another word than the one in journals, files and answers; so an endpoint takes this.</remarks>
/// <typeparam name="TEnum">The enum, of the library or of one's own.</typeparam>
/// <param name="Value">The value.</param>
public readonly record struct EnumCode<TEnum>(TEnum Value) : IParsable<EnumCode<TEnum>>
    where TEnum : struct, Enum
{
    /// <summary>The value.</summary>
    /// <param name="code">The code.</param>
    public static implicit operator TEnum(EnumCode<TEnum> code) => code.Value;

    /// <summary>The value; the named form of the conversion.</summary>
    public TEnum ToTEnum() => Value;

#pragma warning disable CA1000 // Of a generic type the framework finds only what is public.
    /// <summary>Reads a code, or the name of a member.</summary>
    /// <param name="s">As <see cref="EnumCodes.Code"/> gives it.</param>
    /// <param name="provider">Not used: codes are the same everywhere.</param>
    /// <exception cref="FormatException">No value has that code.</exception>
    public static EnumCode<TEnum> Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return EnumCode.TryParse<TEnum>(s, out var value) ? new(value) : throw new FieldFormatException(EnumCode.Refusal<TEnum>(s));
    }

    /// <summary>Reads a code, or the name of a member; false when no value has it.</summary>
    /// <param name="s">As <see cref="EnumCodes.Code"/> gives it.</param>
    /// <param name="provider">Not used: codes are the same everywhere.</param>
    /// <param name="result">The code.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EnumCode<TEnum> result)
    {
        var isKnown = EnumCode.TryParse<TEnum>(s, out var value);
        result = new(value);
        return isKnown;
    }
#pragma warning restore CA1000

    /// <summary>The code.</summary>
    public override string ToString() => EnumCode.TextOf(Value) ?? "";
}

/// <summary>The codes of enums, where nothing else than a text is at hand.</summary>
internal static class EnumCode
{
    /// <summary>The code; null for 0 where that is no value, or is not stated.</summary>
    public static string? TextOf<TEnum>(TEnum value) where TEnum : struct, Enum =>
        EqualityComparer<TEnum>.Default.Equals(value, default) && !Enum.IsDefined(value) ? null : value.Code();

    public static bool TryParse<TEnum>([NotNullWhen(true)] string? text, out TEnum value) where TEnum : struct, Enum
    {
        var found = text is null ? null : EnumCodes.Find<TEnum>(text);
        // Whoever has the name of the member means the same; a number is no word at all.
        if (found is null && text is not null && Enum.GetNames<TEnum>().Contains(text))
        {
            found = Enum.Parse<TEnum>(text);
        }

        value = found ?? default;
        return found is not null;
    }

    public static BilingualText Refusal<TEnum>(string found) where TEnum : struct, Enum
    {
        var allowed = EnumCodes.All<TEnum>().Select(value => value.Code()).ToArray();
        var shown = OutputText.Shorten(found, 40);
        return ($"“{shown}”不是 {typeof(TEnum).Name}；允许：{string.Join("、", allowed)}。", $"'{shown}' is no {typeof(TEnum).Name}. Allowed: {string.Join(", ", allowed)}.");
    }
}
