using FoodSafety.Domain.Acts;
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
