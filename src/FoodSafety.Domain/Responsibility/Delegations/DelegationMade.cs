namespace FoodSafety.Domain.Responsibility;

/// <summary>A cadre delegated to a substitute (已委托代管).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DelegationMade : DelegationEvent
{
    internal DelegationMade(Delegation delegation)
        : base(delegation, delegation.Reason, delegation.By, delegation.On)
    {
    }
}
