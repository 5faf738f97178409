using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Standing;

/// <summary>What decides about tiers (分级事项). Decisions count from the day of record.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record TierAct : Act<TierBook>
{
    private protected TierAct()
    {
    }
}

/// <summary>A policy was adopted (分级标准发布); it decides from its own first day on, at the earliest from the day of record.</summary>
/// <param name="Policy">The policy, of the guarantee tiers.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PolicyLaidDown(GradingPolicy<Tier> Policy) : TierAct
{
    /// <inheritdoc/>
    public override string Kind => "policy-laid-down";

    /// <inheritdoc/>

    public override Thing? Thing => new("policy", Policy.Id);

    /// <summary>Whether another lays down the same.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(PolicyLaidDown? other) => other is not null && Policy.SaysTheSameAs(other.Policy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Policy.Id, Policy.Version);
}

/// <summary>
/// A policy should not have been adopted, and decides nothing any more (撤回分级标准). Nothing rests on it: the policy before it decides again
/// from the day of record, no observation period runs from it, and whoever answered before it answers again where the seat still stands.
/// </summary>
/// <param name="Version">The version of the policy.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PolicyWithdrawn(string Version, string Reason) : TierAct
{
    /// <inheritdoc/>
    public override string Kind => "policy-withdrawn";

    /// <summary>The version of the policy.</summary>
    public string Version { get; init => field = TextRule.Key.Check(value, nameof(Version)); } = TextRule.Key.Check(Version, nameof(Version));

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}

/// <summary>From the day of record on a milder tier waits so long (观察期).</summary>
/// <param name="Period">How long.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ObservationLaidDown(ObservationPeriod Period) : TierAct
{
    /// <inheritdoc/>
    public override string Kind => "observation-laid-down";
}

/// <summary>An office set the tier of a business for a time (等级调整、临时定级).</summary>
/// <param name="Id">Its id, given by the platform.</param>
/// <param name="Assignment">Whether it stands over what is computed, or only until something is.</param>
/// <param name="Business">The business.</param>
/// <param name="Tier">The tier.</param>
/// <param name="Until">The first day on which it no longer counts.</param>
/// <param name="Reason">Why.</param>
/// <param name="From">The first day on which it counts; null for the day of record.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TierAssigned(
    AssignmentId Id, AssignmentKind Assignment, BusinessId Business, Tier Tier, LocalDate Until, string Reason, LocalDate? From = null) : TierAct
{
    /// <inheritdoc/>
    public override string Kind => "tier-assigned";

    /// <summary>Whether it stands over what is computed, or only until something is.</summary>
    public AssignmentKind Assignment { get; init => field = value.Named(); } = Assignment.Named();

    /// <summary>The tier.</summary>
    public Tier Tier { get; init => field = value.Named(); } = Tier.Named();

    /// <summary>The first day on which it no longer counts.</summary>
    public LocalDate Until { get; init => field = value.Iso(); } = Until.Iso();

    /// <summary>The first day on which it counts; null for the day of record.</summary>
    public LocalDate? From { get; init => field = value?.Iso(); } = From?.Iso();

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));

    /// <inheritdoc/>

    public override Thing? Thing => new("tier-assignment", Id.ToString());
}

/// <summary>An assignment ends before its day (提前终止); it no longer counts from the day of record.</summary>
/// <param name="Id">The assignment.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TierAssignmentEnded(AssignmentId Id, string Reason) : TierAct
{
    /// <inheritdoc/>
    public override string Kind => "tier-assignment-ended";

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));

    /// <inheritdoc/>

    public override Thing? Thing => new("tier-assignment", Id.ToString());
}

/// <summary>An assignment should not have been made (撤回人工定级): it no longer counts, and whoever answered before it answers again where the seat still stands.</summary>
/// <param name="Id">The assignment.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TierAssignmentWithdrawn(AssignmentId Id, string Reason) : TierAct
{
    /// <inheritdoc/>
    public override string Kind => "tier-assignment-withdrawn";

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));

    /// <inheritdoc/>
    public override Thing? Thing => new("tier-assignment", Id.ToString());
}

/// <summary>The tier that another system gave a business (接管等级).</summary>
/// <param name="Business">The business.</param>
/// <param name="Tier">The tier; null where it was exempt from grading.</param>
public sealed record TakenOverTier(BusinessId Business, Tier? Tier);

/// <summary>Businesses with one decision.</summary>
/// <param name="State">Whether they are graded.</param>
/// <param name="Tier">The tier; null where there is none.</param>
/// <param name="Clause">The key of the clause that decided; null where no clause did.</param>
/// <param name="Businesses">The businesses, in the order of the register.</param>
public sealed record Decided(GradingState State, Tier? Tier, string? Clause, ItemList<BusinessId> Businesses);

/// <summary>What a policy made of businesses, and how they stand since (分级结果).</summary>
/// <param name="Policy">The key and the version of the policy of the day; null when none is in force.</param>
/// <param name="IsNew">Whether another one decided before.</param>
/// <param name="Computed">What was computed otherwise than recorded before.</param>
/// <param name="Standing">What stands otherwise than before, by whatever.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TiersDecided(string? Policy, bool IsNew, ItemList<Decided> Computed, ItemList<Decided> Standing) : OutcomePart<TierBook>
{
    /// <inheritdoc/>
    public override string Kind => "tiers";

    /// <inheritdoc/>

    public override bool IsEmpty => !IsNew && Computed.IsEmpty && Standing.IsEmpty;
}

/// <summary>A business whose standing tier is another (等级变动).</summary>
/// <param name="Business">The business.</param>
/// <param name="From">How it stood.</param>
/// <param name="To">How it stands since.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TierMove(BusinessId Business, GradeDecision<Tier> From, GradeDecision<Tier> To);
