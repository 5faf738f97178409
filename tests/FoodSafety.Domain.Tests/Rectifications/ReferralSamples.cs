using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Text;
using static FoodSafety.Domain.Rectifications.ReferralStep;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Referrals for tests, each in the state asked for by the shortest way.</summary>
internal static class ReferralSamples
{
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

    public static CriminalReferral In(ReferralState state) => Ways[state].Skip(1).Aggregate(
        CriminalReferral.Begin(Event(Propose, null, Start), WorkingCalendar.China), (referral, step) => referral.Take(Event(step, referral.State, Start)));

    /// <summary>A complete event of a step, by a body that may take it.</summary>
    public static ReferralEvent Event(ReferralStep step, ReferralState? from, Instant at, string to = "police-1") => new()
    {
        Step = step,
        Body = ReferralLifecycle.Table.FindNext(from, step) is null ? ReferralBody.MarketBureau : ReferralLifecycle.TakersOf(from, step)[0],
        By = "officer-7",
        At = at,
        Reason = "as found",
        Referral = step == Propose ? "2025-3" : null,
        Business = step == Propose ? new BusinessId("shop-1") : default,
        Source = step == Propose ? "finding-12" : null,
        To = step is Send or Forward ? to : null,
        IsCopiedToProcuratorate = step == Send,
        Items = step is Send or HandOver ? ["transfer letter", "test report"] : [],
        Penalties = step switch { Propose => [Fine], Penalize => [Suspension], _ => [] },
    };
}
