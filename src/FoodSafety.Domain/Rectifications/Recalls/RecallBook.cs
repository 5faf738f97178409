using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The recalls of unsafe food (食品召回台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RecallBook : ThingBook<RecallId, Recall, RecallAct>
{
    private readonly RegisterBook _businesses;
    private readonly RuleBook<RecallTerms> _terms;
    private readonly CalendarBook _calendar;

    internal RecallBook(RegisterBook businesses, RuleBook<RecallTerms> terms, CalendarBook calendar, UndoLog undo)
        : base(undo) => (_businesses, _terms, _calendar) = (businesses, terms, calendar);

    private protected override string ThingKind => "recall";

    private protected override IEnumerable<Thing> BusinessesOf(Recall thing, RecallAct act) => [BusinessAct.ThingOf(thing.Goods.Business)];

    /// <summary>The clock of a recall as it reads at an instant, by its terms and the calendar as recorded on that day; null once the business has reported.</summary>
    /// <param name="id">The recall.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such recall.</exception>
    /// <exception cref="CalendarYearUnknownException">The end lies in a year that the calendar does not know.</exception>
    public RecallClock? FindClock(RecallId id, Instant at) => this[id].FindClock(at, CalendarAt(at));

    /// <summary>The clock of the next report on an ordered recall, by its terms and the calendar as recorded on that day; null when none runs.</summary>
    /// <param name="id">The recall.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such recall.</exception>
    /// <exception cref="CalendarYearUnknownException">The end lies in a year that the calendar does not know.</exception>
    public RecallClock? FindProgressClock(RecallId id, Instant at) => this[id].FindProgressClock(at, CalendarAt(at));

    /// <summary>The steps that the state of a recall allows, each with what stands in its way for a party at an instant.</summary>
    /// <remarks>What depends on the data of a step, as an amount, is checked when it is taken.</remarks>
    /// <param name="id">The recall.</param>
    /// <param name="party">The party.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such recall.</exception>
    public ImmutableArray<StepOption<RecallStep>> AllowedSteps(RecallId id, RecallParty party, Instant at)
    {
        var recall = this[id];
        return RecallLifecycle.Table.Options(recall.State, step => RecallGuards.Unmet(new(recall, new RecallAct(id, step, party), at)));
    }

    private protected override RecallId IdOf(RecallAct act) => act.Id;

    private protected override Recall After(Recall? before, RecallAct act, Moment moment) => Recall.After(before, new(act, moment));

    private protected override Decision Decide(Recall? before, RecallAct act, Moment moment)
    {
        var refusals = RecallLifecycle.Rows.Refusals(
            () => ($"召回 {act.Id}", $"recall {act.Id}"), before?.State, act.Step, act, () => RecallGuards.Unmet(new(before, act, moment.At)));
        return !refusals.IsEmpty ? Decision.Refuse(refusals)
            : act.Goods is { } goods && !_businesses.Register.Contains(goods.Business) ? RegisterBook.Unregistered(goods.Business)
            : act is not { Goods: not null, Terms: null } ? act
            : _terms.FindFor(moment) is { } terms ? act with { Terms = terms }
            : new Refusal(
                "no-terms", ($"{moment.On:uuuu-MM-dd} 没有已知的召回时限规定。", $"No terms of recalls are known for {moment.On:uuuu-MM-dd}."), [new GuardValue("on", $"{moment.On:uuuu-MM-dd}")],
                Allowed: ($"写明时限规定，或自 {RecallTerms.National.From:uuuu-MM-dd} 起。", $"Terms that the act states, or {RecallTerms.National.From:uuuu-MM-dd} and later."));
    }

    private WorkingCalendar CalendarAt(Instant at) => _calendar.On(DateBounds.DateOf(at, _calendar.Zone, nameof(at)));
}
