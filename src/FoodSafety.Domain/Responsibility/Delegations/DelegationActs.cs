using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Responsibility;

/// <summary>What is decided about a delegation (委托代管事项); it counts from the day of record, for nobody could have acted on it earlier.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record DelegationAct : Act<DelegationBook>
{
    private protected DelegationAct(DelegationId id, string reason) => (Id, Reason) = (id, reason);

    /// <summary>The number of the delegation, given by the platform.</summary>
    public DelegationId Id { get; init; }

    /// <summary>Why (事由): leave, training, secondment.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new("delegation", Id.ToString());
}

/// <summary>A cadre who is absent lets another act in the cadre's place (委托代管).</summary>
/// <param name="Id">The number of the delegation, given by the platform.</param>
/// <param name="Cadre">The cadre who is absent (委托人).</param>
/// <param name="Substitute">The cadre who acts meanwhile (代管人).</param>
/// <param name="Term">The days for which it holds: one or more, the first of them the day of record or later.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DelegationMade(DelegationId Id, CadreId Cadre, CadreId Substitute, Term Term, string Reason) : DelegationAct(Id, Reason)
{
    /// <inheritdoc/>
    public override string Kind => "delegation-made";
}

/// <summary>A delegation was revoked before its end (提前收回): from the day of record on it no longer holds, and one that has not begun by then never does.</summary>
/// <param name="Id">The number of the delegation.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DelegationRevoked(DelegationId Id, string Reason) : DelegationAct(Id, Reason)
{
    /// <inheritdoc/>
    public override string Kind => "delegation-revoked";
}
