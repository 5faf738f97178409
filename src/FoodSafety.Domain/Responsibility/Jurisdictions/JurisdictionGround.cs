using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>One reason why a cadre may see something, and perhaps act on it (管辖依据): <see cref="PostGround"/> or <see cref="ChainGround"/>; there is no other.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record JurisdictionGround
{
    private protected JurisdictionGround(Substitution? standsInFor) => StandsInFor = standsInFor;

    /// <summary>Whose place the cadre takes, and by which delegations; null when the ground is the cadre's own.</summary>
    public Substitution? StandsInFor { get; }

    /// <summary>True when it also allows to act.</summary>
    public abstract bool MayAct { get; }

    /// <summary>The ground as people read it.</summary>
    public BilingualText Text => StandsInFor is { } substitution
        ? ($"代 {substitution.Cadre} 履职，{Own.Chinese}", $"standing in for {substitution.Cadre}, {Own.English}")
        : Own;

    private protected abstract BilingualText Own { get; }
}
