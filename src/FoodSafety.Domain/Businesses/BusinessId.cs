using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>The key of a business in a register (主体编号), as the user's own platform gives it.</summary>
/// <remarks>The default value is no id. Ids are compared character by character.</remarks>
public readonly record struct BusinessId
{
    /// <summary>The most characters an id may have.</summary>
    public const int MaxLength = TextRule.MaxKeyLength;

    private readonly string? _value;

    /// <summary>Takes a text as an id.</summary>
    /// <param name="value">A text that keeps <see cref="TextRule.Key"/>: 1 to 64 characters.</param>
    /// <exception cref="TextRefusedException">The text breaks that rule.</exception>
    public BusinessId(string value) => _value = TextRule.Key.Check(value);

    /// <summary>The id as text; empty by default.</summary>
    public string Value => _value ?? "";

    /// <summary>True when there is no id.</summary>
    public bool IsNone => _value is null;

    /// <summary>Whether a text can be an id.</summary>
    /// <param name="value">The text.</param>
    public static bool IsValid(string? value) => TextRule.Key.Admits(value);

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
