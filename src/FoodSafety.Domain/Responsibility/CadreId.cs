using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The key of a cadre (包保干部编号), as the user's own platform gives it.</summary>
/// <remarks>The default value is no id. Ids are compared and sorted character by character.</remarks>
[JsonConverter(typeof(TextJsonConverter<CadreId>))]
public readonly record struct CadreId : IComparable<CadreId>, ITextValue<CadreId>
{
    /// <summary>The most characters an id may have.</summary>
    public const int MaxLength = TextRule.MaxKeyLength;

    private readonly string? _value;

    /// <summary>Takes a text as an id.</summary>
    /// <param name="value">A text that keeps <see cref="TextRule.Key"/>: 1 to 64 characters.</param>
    /// <exception cref="TextRefusedException">The text breaks that rule.</exception>
    public CadreId(string value) => _value = TextRule.Key.Check(value);

    /// <summary>The id as text; empty by default.</summary>
    public string Value => _value ?? "";

    /// <summary>True when there is no id.</summary>
    public bool IsNone => _value is null;

    /// <summary>Whether a text can be an id.</summary>
    /// <param name="value">The text.</param>
    public static bool IsValid(string? value) => TextRule.Key.Admits(value);

    /// <summary>The order of the ids, character by character; no id comes first.</summary>
    /// <param name="other">The id to compare with.</param>
    public int CompareTo(CadreId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>True when the left id stands before the right one.</summary>
    public static bool operator <(CadreId left, CadreId right) => left.CompareTo(right) < 0;

    /// <summary>True when the left id stands before the right one or is the same.</summary>
    public static bool operator <=(CadreId left, CadreId right) => left.CompareTo(right) <= 0;

    /// <summary>True when the left id stands after the right one.</summary>
    public static bool operator >(CadreId left, CadreId right) => left.CompareTo(right) > 0;

    /// <summary>True when the left id stands after the right one or is the same.</summary>
    public static bool operator >=(CadreId left, CadreId right) => left.CompareTo(right) >= 0;

    static BilingualText ITextValue<CadreId>.Allowed => BusinessId.AllowedText;

    /// <summary>Reads an id.</summary>
    /// <param name="s">1 to 64 characters, none of them white space or control characters.</param>
    /// <param name="provider">Not used: ids are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text can be no id.</exception>
    public static CadreId Parse(string s, IFormatProvider? provider = null) => ITextValue<CadreId>.Read(s);

    /// <summary>Reads an id; false when the text can be none.</summary>
    /// <param name="s">1 to 64 characters, none of them white space or control characters.</param>
    /// <param name="provider">Not used: ids are the same everywhere.</param>
    /// <param name="result">The id; none when the text can be none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CadreId result)
    {
        result = IsValid(s) ? new(s!) : default;
        return !result.IsNone;
    }

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}

/// <summary>A roster was asked for a cadre that it does not have (干部不存在).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CadreNotFoundException : KeyNotFoundException, IBilingualError
{
    internal CadreNotFoundException(CadreId id)
        : base(Describe(id).English) => Id = id;

    /// <summary>The id that was asked for.</summary>
    public CadreId Id { get; }

    /// <summary>The refusal as people read it.</summary>
    public BilingualText Text => Describe(Id);

    private static BilingualText Describe(CadreId id) => id.IsNone
        ? ("未给出编号。", "No id was given.")
        : ($"干部名册中没有干部 {id}。", $"The roster has no cadre '{id}'.");
}
