using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Something that was done in a <see cref="DelegationBook"/> (委托事项): what, when, by whom and why.</summary>
/// <remarks><see cref="DelegationMade"/> or <see cref="DelegationRevoked"/>; there is no other.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record DelegationEvent
{
    private protected DelegationEvent(Delegation delegation, string reason, string by, LocalDate on) =>
        (Delegation, Reason, By, On) = (delegation, reason, by, on);

    /// <summary>The delegation, as it was then.</summary>
    public Delegation Delegation { get; }

    /// <summary>Why it was done.</summary>
    public string Reason { get; }

    /// <summary>Who did it: the key of the person or body in the user's platform.</summary>
    public string By { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate On { get; }
}
