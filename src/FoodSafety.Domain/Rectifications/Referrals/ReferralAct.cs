using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A step of a referral (移送事项): which body takes it, why, and what the step itself needs.</summary>
/// <remarks>Which data a step needs and may have stands at each property; an act that lacks some or has others is refused when it is to be taken.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ReferralAct : Act<ReferralBook>
{
    /// <summary>States a step.</summary>
    /// <param name="id">The number of the referral, given by the platform.</param>
    /// <param name="step">The step.</param>
    /// <param name="body">The body that takes it.</param>
    /// <param name="reason">Why; needed to propose, decline, urge, refuse, uphold, conclude and hand back, empty or a remark otherwise.</param>
    /// <param name="business">The business; on <see cref="ReferralStep.Propose"/> only.</param>
    /// <param name="source">The finding or case from which it comes: a key in the user's platform; on <see cref="ReferralStep.Propose"/>, where there is one.</param>
    /// <param name="to">The police body that gets it: a key in the user's platform; on <see cref="ReferralStep.Send"/> and <see cref="ReferralStep.Forward"/> only.</param>
    /// <param name="isCopiedToProcuratorate">True when a copy went to the procuratorate (抄送检察院); on <see cref="ReferralStep.Send"/> only.</param>
    /// <param name="items">The papers on <see cref="ReferralStep.Send"/>, the goods and papers on <see cref="ReferralStep.HandOver"/>: at least one there, and none elsewhere.</param>
    /// <param name="penalties">The penalties decided earlier on <see cref="ReferralStep.Propose"/>; the one imposed on <see cref="ReferralStep.Penalize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Step or body is none of the named values.</exception>
    public ReferralAct(
        ReferralId id, ReferralStep step, ReferralBody body, string reason = "", BusinessId? business = null, string? source = null, string? to = null,
        bool isCopiedToProcuratorate = false, ItemList<string> items = default, ItemList<ReferralPenalty> penalties = default)
    {
        ArgumentNullException.ThrowIfNull(reason);
        (Id, Step, Body, Reason) = (id, step.Named(), body.Named(), TextRule.Note.CheckAny(reason));
        (Business, Source, To) = (business is { IsNone: true } ? null : business, source is null ? null : TextRule.Key.Check(source), to is null ? null : TextRule.Key.Check(to));
        (IsCopiedToProcuratorate, Items, Penalties) = (isCopiedToProcuratorate, TextRule.Name.CheckAll(items), penalties);
    }

    /// <inheritdoc/>
    public override string Kind => "referral";

    /// <inheritdoc/>
    public override Thing? Thing => new("referral", Id.ToString());

    /// <summary>The number of the referral, given by the platform.</summary>
    public ReferralId Id { get; }

    /// <summary>The step.</summary>
    public ReferralStep Step { get; }

    /// <summary>The body that takes it.</summary>
    public ReferralBody Body { get; }

    /// <summary>Why. Proposing, declining, urging, refusing, upholding, concluding and handing back need a reason; any other step may have a remark. Empty for none.</summary>
    public string Reason { get; }

    /// <summary>The business; null but on <see cref="ReferralStep.Propose"/>.</summary>
    public BusinessId? Business { get; }

    /// <summary>The finding or case from which it comes: a key in the user's platform; null where there is none.</summary>
    public string? Source { get; }

    /// <summary>The police body that gets it: a key in the user's platform; null but on <see cref="ReferralStep.Send"/> and <see cref="ReferralStep.Forward"/>.</summary>
    public string? To { get; }

    /// <summary>True when a copy went to the procuratorate (抄送检察院), on <see cref="ReferralStep.Send"/>.</summary>
    public bool IsCopiedToProcuratorate { get; }

    /// <summary>The papers on <see cref="ReferralStep.Send"/>, the goods and papers on <see cref="ReferralStep.HandOver"/>; none elsewhere.</summary>
    public ItemList<string> Items { get; }

    /// <summary>The penalties decided earlier on <see cref="ReferralStep.Propose"/>; the one imposed on <see cref="ReferralStep.Penalize"/>; none elsewhere.</summary>
    public ItemList<ReferralPenalty> Penalties { get; }
}
