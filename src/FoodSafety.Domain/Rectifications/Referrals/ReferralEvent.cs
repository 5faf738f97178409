using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A step of a referral with all its data (移送记录): which body, who, when, why, and what the step itself needs.</summary>
/// <remarks>
/// Compared by value, lists element by element. <see cref="CriminalReferral"/> says of each step that is taken which data it misses.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ReferralEvent
{
    /// <summary>The step.</summary>
    public required ReferralStep Step { get; init; }

    /// <summary>The body that takes it.</summary>
    public required ReferralBody Body { get; init; }

    /// <summary>Who takes it: a key in the user's platform.</summary>
    public required string By { get; init => field = TextRule.Key.Check(value, nameof(By)); }

    /// <summary>When it was taken, and known to the body that comes next.</summary>
    public required Instant At { get; init; }

    /// <summary>Why; needed to propose, decline, urge, refuse, uphold, conclude and hand back, empty or a remark otherwise.</summary>
    public string Reason { get; init => field = TextRule.Note.CheckAny(value, nameof(Reason)); } = "";

    /// <summary>The key of the referral in the user's platform; on <see cref="ReferralStep.Propose"/> only.</summary>
    public string? Referral { get; init => field = TextRule.Key.CheckAny(value, nameof(Referral)); }

    /// <summary>The business; on <see cref="ReferralStep.Propose"/> only, no id otherwise.</summary>
    public BusinessId Business { get; init; }

    /// <summary>The finding or case from which it comes: a key in the user's platform; on <see cref="ReferralStep.Propose"/>, where there is one.</summary>
    public string? Source { get; init => field = TextRule.Key.CheckAny(value, nameof(Source)); }

    /// <summary>The police body that gets it: a key in the user's platform; on <see cref="ReferralStep.Send"/> and <see cref="ReferralStep.Forward"/>.</summary>
    public string? To { get; init => field = TextRule.Key.CheckAny(value, nameof(To)); }

    /// <summary>True when a copy went to the procuratorate (抄送检察院); on <see cref="ReferralStep.Send"/>.</summary>
    public bool IsCopiedToProcuratorate { get; init; }

    /// <summary>The papers on <see cref="ReferralStep.Send"/>, the goods and papers on <see cref="ReferralStep.HandOver"/>; at least one there.</summary>
    public ItemList<string> Items { get; init => field = TextRule.Name.CheckAll(value, nameof(Items)); } = [];

    /// <summary>The penalties decided earlier on <see cref="ReferralStep.Propose"/>; the one imposed on <see cref="ReferralStep.Penalize"/>.</summary>
    public ItemList<ReferralPenalty> Penalties { get; init; } = [];

    /// <exception cref="ArgumentException">Data that the step needs is missing.</exception>
    internal void Check()
    {
        TextRule.Key.Check(By);
        Require(Enum.IsDefined(Body), "one of the five bodies");
        Require(Enum.IsDefined(Step), "one of the steps");
        // Data where it does not belong would be lost, or worse: a fine could come in by any step.
        var begins = Step is ReferralStep.Propose;
        Require(begins == !string.IsNullOrWhiteSpace(Referral) && begins == !Business.IsNone && (begins || Source is null), "the keys of referral and business on Propose and there alone");
        Require((Step is ReferralStep.Send or ReferralStep.Forward) == !string.IsNullOrWhiteSpace(To), "a police body on Send and Forward and there alone");
        Require(Step is ReferralStep.Send || !IsCopiedToProcuratorate, "no copy but on Send");
        Require((Step is ReferralStep.Send or ReferralStep.HandOver) == !Items.IsEmpty, "at least one item on Send and HandOver and there alone");
        Require(begins || Penalties.Length == (Step is ReferralStep.Penalize ? 1 : 0), "exactly one penalty on Penalize, none elsewhere but on Propose");
        Require(!ReferralLifecycle.NeedsReason(Step) || !string.IsNullOrWhiteSpace(Reason), "a reason");
    }

    private void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new ArgumentException($"The step {Step} needs {what}.");
        }
    }
}
