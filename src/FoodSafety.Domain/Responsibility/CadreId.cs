using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The key of a cadre (包保干部编号), as the user's own platform gives it.</summary>
/// <remarks>The default value is no id. Ids are compared and sorted character by character.</remarks>
public readonly record struct CadreId : IComparable<CadreId>
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

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
