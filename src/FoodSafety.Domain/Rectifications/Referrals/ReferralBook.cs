using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The suspected crimes that go from the bureau to the police and on (移送涉嫌犯罪案件台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ReferralBook : ThingBook<ReferralId, CriminalReferral, ReferralAct>
{
    private static readonly Citation Article11 = ReferralLaw.Order310("11");

    private readonly RegisterBook _businesses;
    private readonly WorkingCalendar _calendar;

    internal ReferralBook(RegisterBook businesses, WorkingCalendar calendar, UndoLog undo)
        : base(undo) => (_businesses, _calendar) = (businesses, calendar);

    private protected override string ThingKind => "referral";

    private protected override IEnumerable<Thing> BusinessesOf(CriminalReferral thing, ReferralAct act) => [BusinessAct.ThingOf(thing.Business)];

    /// <summary>The clocks that run in the present state of a referral, as they read at an instant.</summary>
    /// <param name="id">The referral.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such referral.</exception>
    public ImmutableArray<ReferralClock> ClocksOn(ReferralId id, Instant at) => this[id].ClocksOn(at, _calendar);

    /// <summary>The steps that the state of a referral allows, each with what stands in its way for a body at an instant.</summary>
    /// <remarks>What depends on the data of a step, as the kind of a penalty, is checked when it is taken.</remarks>
    /// <param name="id">The referral.</param>
    /// <param name="body">The body.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such referral, or the body is none of the named values.</exception>
    public ImmutableArray<StepOption<ReferralStep>> AllowedSteps(ReferralId id, ReferralBody body, Instant at)
    {
        var referral = this[id];
        return [.. ReferralLifecycle.Table.StepsFrom(referral.State).Select(step => new StepOption<ReferralStep>(step, [.. Unmet(referral, step, body, at)]))];
    }

    private protected override ReferralId IdOf(ReferralAct act) => act.Id;

    private protected override ReferralId? Parse(string id) => ReferralId.TryParse(id, null, out var parsed) ? parsed : null;

    private protected override CriminalReferral After(CriminalReferral? before, ReferralAct act, Moment moment) => CriminalReferral.After(before, act, moment, _calendar);

    private protected override Decision Decide(CriminalReferral? before, ReferralAct act, Moment moment) =>
        act.Business is { } business && FindRefusalOfNew(before, act.Id, business) is { } refusal ? refusal : Decision.Of(act, ReferralLifecycle.Table.Refusals(
            ($"移送 {act.Id}", $"referral {act.Id}"), before?.State, act.Step,
            Unmet(before, act.Step, act.Body, moment.At).Concat(before is null ? [] : UnmetBy(before, act))));

    private Refusal? FindRefusalOfNew(CriminalReferral? before, ReferralId id, BusinessId business) =>
        !IdNumber.IsValid(id.Number) ? Refusal.NoId
        : before is not null ? Refusal.IdTaken(id.ToString())
        : _businesses.Register.Contains(business) ? null : RegisterBook.Unregistered(business);

    // Asked for steps that the state allows, and for no other.
    private IEnumerable<UnmetGuard> Unmet(CriminalReferral? referral, ReferralStep step, ReferralBody body, Instant at)
    {
        if (referral is not null && StepOrder.FindUnmet(referral.LastAt, at) is { } early)
        {
            yield return early;
        }

        if (ReferralLifecycle.TakersOf(referral?.State, step) is var takers && !takers.Contains(body))
        {
            var allowed = (Chinese: string.Join('、', takers.Select(taker => taker.Name().Chinese)), English: string.Join(" or ", takers.Select(taker => taker.Name().English)));
            yield return new UnmetGuard(
                "body", ($"由{allowed.Chinese}办理，不是{body.Name().Chinese}", $"it is taken by the {allowed.English}, not by the {body.Name().English}"),
                [new("body", $"{body}"), new("allowed", string.Join(',', takers))]);
        }

        if (ReferralLifecycle.EndsWithItsLimit(step) && referral?.ClocksOn(at, _calendar).FirstOrDefault(clock => clock.Steps.Contains(step) && clock.HasLapsed) is { } lapsed)
        {
            yield return new UnmetGuard(
                "review-limit", ($"提请复议期限已过：{lapsed.Deadline.Text.Chinese}", $"review could be asked for {lapsed.Deadline.Text.English}"),
                [new("at", $"{at}"), new("last-day", lapsed.Deadline.LastDay.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))], lapsed.Basis);
        }
    }

    /// <summary>What the data of a step misses.</summary>
    private static IEnumerable<UnmetGuard> UnmetBy(CriminalReferral referral, ReferralAct act)
    {
        if (act.To is { } to && to == referral.PoliceBody)
        {
            yield return new UnmetGuard("other-police", ("须转送其他公安机关", "it goes to another police body than the one that has it"), [new("to", to)]);
        }

        // Once the head has declined, the case is an administrative one and may be fined as such.
        if (referral.State != ReferralState.NotTransferred && act.Penalties.FirstOrDefault(penalty => !penalty.KeepsRunning) is { } fine)
        {
            yield return new UnmetGuard(
                "fine-replaces-transfer", ("涉嫌犯罪的，不得以罚款代替移送", "while a crime is suspected a fine cannot take the place of the transfer"),
                [new("fine", fine.Fine.ToString(CultureInfo.InvariantCulture))], Article11);
        }
    }
}
