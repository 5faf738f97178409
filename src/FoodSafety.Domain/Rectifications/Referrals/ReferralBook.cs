using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The suspected crimes that go from the bureau to the police and on (移送涉嫌犯罪案件台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ReferralBook : ThingBook<ReferralId, CriminalReferral, ReferralAct>
{
    private readonly RegisterBook _businesses;
    private readonly CalendarBook _calendar;

    internal ReferralBook(RegisterBook businesses, CalendarBook calendar, UndoLog undo)
        : base(undo) => (_businesses, _calendar) = (businesses, calendar);

    private protected override string ThingKind => "referral";

    private protected override IEnumerable<Thing> BusinessesOf(CriminalReferral thing, ReferralAct act) => [BusinessAct.ThingOf(thing.Business)];

    /// <summary>The clocks that run in the present state of a referral, as they read at an instant.</summary>
    /// <param name="id">The referral.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such referral.</exception>
    public ImmutableArray<ReferralClock> ClocksOn(ReferralId id, Instant at) => this[id].ClocksOn(at, _calendar.Now);

    /// <summary>The steps that the state of a referral allows, each with what stands in its way for a body at an instant.</summary>
    /// <remarks>What depends on the data of a step, as the kind of a penalty, is checked when it is taken.</remarks>
    /// <param name="id">The referral.</param>
    /// <param name="body">The body.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such referral, or the body is none of the named values.</exception>
    public ImmutableArray<StepOption<ReferralStep>> AllowedSteps(ReferralId id, ReferralBody body, Instant at)
    {
        var referral = this[id];
        return ReferralLifecycle.Table.Options(referral.State, step => ReferralGuards.Unmet(new(referral, new ReferralAct(id, step, body), at, _calendar.Now)));
    }

    private protected override ReferralId IdOf(ReferralAct act) => act.Id;

    private protected override CriminalReferral After(CriminalReferral? before, ReferralAct act, Moment moment) => CriminalReferral.After(before, new(act, moment), _calendar.Now);

    private protected override Decision Decide(CriminalReferral? before, ReferralAct act, Moment moment)
    {
        var refusals = ReferralLifecycle.Rows.Refusals(
            () => ($"移送 {act.Id}", $"referral {act.Id}"), before?.State, act.Step, act, () => ReferralGuards.Unmet(new(before, act, moment.At, _calendar.Now)));
        return !refusals.IsEmpty ? Decision.Refuse(refusals)
            : act.Business is { } business && !_businesses.Register.Contains(business) ? RegisterBook.Unregistered(business)
            : act;
    }
}
