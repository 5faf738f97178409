using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>The key of a business in a register (主体编号), as the user's own platform gives it.</summary>
/// <remarks>The default value is no id. Ids are compared character by character.</remarks>
[JsonConverter(typeof(TextJsonConverter<BusinessId>))]
public readonly record struct BusinessId : ITextValue<BusinessId>
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

    /// <summary>What ids that the user's platform gives may look like.</summary>
    internal static BilingualText AllowedText { get; } = ($"1 至 {MaxLength} 个字符，不含空白和控制字符", $"1 to {MaxLength} characters without white space or control characters");

    static BilingualText ITextValue<BusinessId>.Allowed => AllowedText;

    /// <summary>Reads an id.</summary>
    /// <param name="s">1 to 64 characters, none of them white space or control characters.</param>
    /// <param name="provider">Not used: ids are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text can be no id.</exception>
    public static BusinessId Parse(string s, IFormatProvider? provider = null) => ITextValue<BusinessId>.Read(s);

    /// <summary>Reads an id; false when the text can be none.</summary>
    /// <param name="s">1 to 64 characters, none of them white space or control characters.</param>
    /// <param name="provider">Not used: ids are the same everywhere.</param>
    /// <param name="result">The id; none when the text can be none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BusinessId result)
    {
        result = IsValid(s) ? new(s!) : default;
        return !result.IsNone;
    }

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}

/// <summary>A register was asked for a business that it does not have (主体不存在).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class BusinessNotFoundException : KeyNotFoundException, IBilingualError
{
    internal BusinessNotFoundException(BusinessId id)
        : base(Describe(id).English) => Id = id;

    /// <summary>The id that was asked for.</summary>
    public BusinessId Id { get; }

    /// <summary>The refusal as people read it.</summary>
    public BilingualText Text => Describe(Id);

    private static BilingualText Describe(BusinessId id) => id.IsNone
        ? ("未给出编号。", "No id was given.")
        : ($"名录中没有主体 {id}。", $"The register has no business '{id}'.");
}
