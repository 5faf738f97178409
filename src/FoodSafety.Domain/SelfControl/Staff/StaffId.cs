using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The key of a person in a business (从业人员编号), as the user's own platform gives it; the same at every business.</summary>
/// <remarks>The default value is no id. Ids are compared and sorted character by character.</remarks>
[JsonConverter(typeof(TextJsonConverter<StaffId>))]
public readonly record struct StaffId : IComparable<StaffId>, ITextValue<StaffId>
{
    private readonly string? _value;

    /// <summary>Takes a text as an id.</summary>
    /// <param name="value">A text that keeps <see cref="TextRule.Key"/>: 1 to 64 characters.</param>
    /// <exception cref="TextRefusedException">The text breaks that rule.</exception>
    public StaffId(string value) => _value = TextRule.Key.Check(value);

    /// <summary>The id as text; empty by default.</summary>
    public string Value => _value ?? "";

    /// <summary>True when there is no id.</summary>
    public bool IsNone => _value is null;

    /// <summary>The order of the ids, character by character; no id comes first.</summary>
    /// <param name="other">The id to compare with.</param>
    public int CompareTo(StaffId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>True when the left id stands before the right one.</summary>
    public static bool operator <(StaffId left, StaffId right) => left.CompareTo(right) < 0;

    /// <summary>True when the left id stands before the right one or is the same.</summary>
    public static bool operator <=(StaffId left, StaffId right) => left.CompareTo(right) <= 0;

    /// <summary>True when the left id stands after the right one.</summary>
    public static bool operator >(StaffId left, StaffId right) => left.CompareTo(right) > 0;

    /// <summary>True when the left id stands after the right one or is the same.</summary>
    public static bool operator >=(StaffId left, StaffId right) => left.CompareTo(right) >= 0;

    static BilingualText ITextValue<StaffId>.Allowed => BusinessId.AllowedText;

    /// <summary>Reads an id.</summary>
    /// <param name="s">1 to 64 characters, none of them white space or control characters.</param>
    /// <param name="provider">Not used: ids are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text can be no id.</exception>
    public static StaffId Parse(string s, IFormatProvider? provider = null) => ITextValue<StaffId>.Read(s);

    /// <summary>Reads an id; false when the text can be none.</summary>
    /// <param name="s">1 to 64 characters, none of them white space or control characters.</param>
    /// <param name="provider">Not used: ids are the same everywhere.</param>
    /// <param name="result">The id; none when the text can be none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StaffId result)
    {
        result = BusinessId.IsValid(s) ? new(s!) : default;
        return !result.IsNone;
    }

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
