using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A cadre who is absent lets another act in the cadre's place (委托代管).</summary>
/// <remarks>Immutable. The chains stay as they are: who is absent remains responsible, and the substitute acts.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Delegation
{
    internal Delegation(DelegationMade made, Moment moment)
    {
        (Id, Cadre, Substitute, Term) = (made.Id, made.Cadre, made.Substitute, made.Term);
        (Reason, By, On) = (made.Reason, moment.By, moment.On);
    }

    /// <summary>Its number.</summary>
    public DelegationId Id { get; }

    /// <summary>The cadre who is absent (委托人).</summary>
    public CadreId Cadre { get; }

    /// <summary>The cadre who acts meanwhile (代管人).</summary>
    public CadreId Substitute { get; }

    /// <summary>The days for which it holds; shortened when it was revoked, and empty when that was before its first day.</summary>
    public Term Term { get; internal init; }

    /// <summary>Why (事由): leave, training, secondment.</summary>
    public string Reason { get; }

    /// <summary>Who made it: the key of the person or body in the user's platform.</summary>
    public string By { get; }

    /// <summary>The day on which it was made.</summary>
    public LocalDate On { get; }

    /// <summary>True when it was revoked before its end (提前收回).</summary>
    public bool IsRevoked { get; internal init; }

    /// <summary>Who for whom and when, for logs and the debugger.</summary>
    public override string ToString() => $"{Substitute} for {Cadre} {Term.Text.English}";
}

/// <summary>The number of a delegation (委托编号), given by the platform; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<DelegationId>))]
public readonly record struct DelegationId(long Number) : ITextValue<DelegationId>
{
    static BilingualText ITextValue<DelegationId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static DelegationId Parse(string s, IFormatProvider? provider = null) => ITextValue<DelegationId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DelegationId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}

/// <summary>Who acts for a cadre on a day (代管情况), and by which delegations.</summary>
/// <param name="Cadre">The cadre.</param>
/// <param name="On">The day.</param>
/// <param name="Path">
/// The delegations that lead to who acts: that of the cadre first, then that of the substitute if absent too, and so on; empty
/// when the cadre acts without a substitute.
/// </param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Substitution(CadreId Cadre, LocalDate On, ItemList<Delegation> Path)
{
    /// <summary>Who acts: the last substitute, or the cadre.</summary>
    public CadreId Acting => Path.IsEmpty ? Cadre : Path[^1].Substitute;

    /// <summary>True when somebody else acts for the cadre.</summary>
    public bool IsDelegated => !Path.IsEmpty;
}
