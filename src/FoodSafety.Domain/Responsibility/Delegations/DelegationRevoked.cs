using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A delegation was revoked before its end (已收回委托).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DelegationRevoked : DelegationEvent
{
    internal DelegationRevoked(Delegation delegation, string reason, string by, LocalDate on)
        : base(delegation, reason, by, on)
    {
    }
}
