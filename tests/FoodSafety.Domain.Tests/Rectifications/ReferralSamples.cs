using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Acts;
using NodaTime;
using NodaTime.Text;
using static FoodSafety.Domain.Rectifications.ReferralStep;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Districts with one referral, in the state asked for by the shortest way.</summary>
internal static class ReferralSamples
{
    public static readonly ReferralId Id = new(3);

    public static readonly BusinessId Shop = new("shop-1");

    /// <summary>Wednesday 24 September 2025, ten in the morning in China.</summary>
    public static readonly Instant Start = China("2025-09-24T10:00");

    public static readonly ReferralPenalty Fine = new(ReferralPenaltyKind.Fine, new LocalDate(2025, 9, 1), 50_000);

    public static readonly ReferralPenalty Suspension = new(ReferralPenaltyKind.Suspension, new LocalDate(2025, 9, 1));

    /// <summary>The steps that lead into every state.</summary>
    public static readonly ImmutableDictionary<ReferralState, ReferralStep[]> Ways = new Dictionary<ReferralState, ReferralStep[]>
    {
        [ReferralState.Suspected] = [Propose],
        [ReferralState.Approved] = [Propose, Approve],
        [ReferralState.NotTransferred] = [Propose, Decline],
        [ReferralState.WithPolice] = [Propose, Approve, Send],
        [ReferralState.Refused] = [Propose, Approve, Send, Refuse],
        [ReferralState.UnderReview] = [Propose, Approve, Send, Refuse, AskReview],
        [ReferralState.Upheld] = [Propose, Approve, Send, Refuse, AskReview, Uphold],
        [ReferralState.UnderSupervision] = [Propose, Approve, Send, Refuse, AskSupervision],
        [ReferralState.FilingOrdered] = [Propose, Approve, Send, Refuse, AskSupervision, OrderFiling],
        [ReferralState.Filed] = [Propose, Approve, Send, FileCase],
        [ReferralState.HandedOver] = [Propose, Approve, Send, FileCase, HandOver],
        [ReferralState.Concluded] = [Propose, Approve, Send, FileCase, HandOver, Conclude],
        [ReferralState.HandedBack] = [Propose, Approve, Send, FileCase, HandBack],
    }.ToImmutableDictionary();

    public static Instant China(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.WithOffset(Offset.FromHours(8)).ToInstant();

    public static District None() => ActTrial.NewDistrict(businesses: [Shop.Value]);

    /// <summary>A district in which the last step was taken at an instant, and so were all before it.</summary>
    public static District In(ReferralState state, Instant? at = null)
    {
        var district = None();
        foreach (var step in Ways[state])
        {
            district.Take(Act(step, district.Referrals.Find(Id)?.State), at ?? Start);
        }

        return district;
    }

    public static CriminalReferral TheReferral(this District district) => district.Referrals[Id];

    /// <summary>A complete act of a step, by a body that may take it unless another is stated.</summary>
    public static ReferralAct Act(ReferralStep step, ReferralState? from, string to = "police-1", ReferralBody? body = null, ReferralPenalty? penalty = null) => new(
        Id, step,
        body ?? (ReferralLifecycle.Table.FindNext(from, step) is null ? ReferralBody.MarketBureau : ReferralLifecycle.TakersOf(from, step)[0]),
        "as found",
        step == Propose ? Shop : null,
        step == Propose ? "finding-12" : null,
        step is Send or Forward ? to : null,
        step == Send,
        step is Send or HandOver ? ["transfer letter", "test report"] : [],
        step switch { Propose => [penalty ?? Fine], Penalize => [penalty ?? Suspension], _ => [] });
}
