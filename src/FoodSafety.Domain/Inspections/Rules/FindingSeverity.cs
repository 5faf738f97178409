using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>How much a finding weighs (问题性质): a level of the scale of its place, <see cref="InspectionRules.Severities"/>, which names it and says what is graver.</summary>
/// <remarks>The default value is no severity. In files it is its code: <c>general</c>, <c>key</c>, or what a place calls its own.</remarks>
[JsonConverter(typeof(TextJsonConverter<FindingSeverity>))]
public readonly record struct FindingSeverity : ITextValue<FindingSeverity>
{
    private readonly string? _code;

    /// <summary>Takes a code as severity.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space or control characters.</param>
    /// <exception cref="TextRefusedException">It is no such text.</exception>
    public FindingSeverity(string code) => _code = TextRule.Key.Check(code);

    /// <summary>A general item is not met (一般项目), by Order 49.</summary>
    public static FindingSeverity General { get; } = new("general");

    /// <summary>A key item is not met, or a general one was left uncorrected (重点项目), by Order 49.</summary>
    public static FindingSeverity Key { get; } = new("key");

    /// <summary>What files call it; empty by default.</summary>
    public string Code => _code ?? "";

    /// <summary>True when there is no severity.</summary>
    public bool IsNone => _code is null;

    static BilingualText ITextValue<FindingSeverity>.Allowed => ("问题性质代码，如 general、key", "the code of a severity, as general or key");

    /// <summary>Reads a severity.</summary>
    /// <param name="s">Its code.</param>
    /// <param name="provider">Not used: codes are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text can be no code.</exception>
    public static FindingSeverity Parse(string s, IFormatProvider? provider = null) => ITextValue<FindingSeverity>.Read(s);

    /// <summary>Reads a severity; false when the text can be none.</summary>
    /// <param name="s">Its code.</param>
    /// <param name="provider">Not used: codes are the same everywhere.</param>
    /// <param name="result">The severity; none when the text can be none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FindingSeverity result)
    {
        result = TextRule.Key.Admits(s) ? new(s!) : default;
        return !result.IsNone;
    }

    /// <summary>Its code; empty by default.</summary>
    public override string ToString() => Code;

    internal static FindingSeverity Some(FindingSeverity severity, string parameter) =>
        severity.IsNone ? throw new ArgumentException("A severity is stated. Allowed: one of the scale of the place.", parameter) : severity;
}

/// <summary>One level of the scale of severities of a place (问题性质等级).</summary>
/// <param name="Severity">The severity.</param>
/// <param name="Name">What people call it: 一般, general.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record SeverityLevel(FindingSeverity Severity, BilingualText Name)
{
    /// <summary>The severity.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public FindingSeverity Severity { get; init => field = FindingSeverity.Some(value, nameof(Severity)); } = FindingSeverity.Some(Severity, nameof(Severity));

    /// <summary>What people call it.</summary>
    /// <exception cref="TextRefusedException">It is empty in a language.</exception>
    public BilingualText Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));
}
