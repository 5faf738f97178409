using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The recalls of unsafe food (食品召回台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RecallBook : ThingBook<RecallId, Recall, RecallAct>
{
    private readonly RegisterBook _businesses;
    private readonly Timeline<RecallTerms> _terms;
    private readonly WorkingCalendar _calendar;

    internal RecallBook(RegisterBook businesses, Timeline<RecallTerms> terms, WorkingCalendar calendar, UndoLog undo)
        : base(undo) => (_businesses, _terms, _calendar) = (businesses, terms, calendar);

    private protected override string ThingKind => "recall";

    private protected override IEnumerable<Thing> BusinessesOf(Recall thing, RecallAct act) => [BusinessAct.ThingOf(thing.Goods.Business)];

    /// <summary>The clock of a recall as it reads at an instant, by the terms of the day on which the risk was known; null once the business has reported.</summary>
    /// <param name="id">The recall.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such recall, or the risk was known before the first of the district's terms.</exception>
    /// <exception cref="CalendarYearUnknownException">The end lies in a year that the calendar does not know.</exception>
    public RecallClock? FindClock(RecallId id, Instant at) => this[id] is var recall ? recall.FindClock(at, TermsOf(recall), _calendar) : null;

    /// <summary>The clock of the next report on an ordered recall, by the terms of the day on which the risk was known; null when none runs.</summary>
    /// <param name="id">The recall.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such recall, or the risk was known before the first of the district's terms.</exception>
    /// <exception cref="CalendarYearUnknownException">The end lies in a year that the calendar does not know.</exception>
    public RecallClock? FindProgressClock(RecallId id, Instant at) => this[id] is var recall ? recall.FindProgressClock(at, TermsOf(recall), _calendar) : null;

    /// <summary>The steps that the state of a recall allows, each with what stands in its way for a party at an instant.</summary>
    /// <remarks>What depends on the data of a step, as an amount, is checked when it is taken.</remarks>
    /// <param name="id">The recall.</param>
    /// <param name="party">The party.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such recall.</exception>
    public ImmutableArray<StepOption<RecallStep>> AllowedSteps(RecallId id, RecallParty party, Instant at)
    {
        var recall = this[id];
        return [.. RecallLifecycle.Table.StepsFrom(recall.State).Select(step => new StepOption<RecallStep>(step, [.. Unmet(recall, step, party, at)]))];
    }

    private protected override RecallId IdOf(RecallAct act) => act.Id;

    private protected override RecallId? Parse(string id) => RecallId.TryParse(id, null, out var parsed) ? parsed : null;

    private protected override Recall After(Recall? before, RecallAct act, Moment moment) => Recall.After(before, act, moment.At);

    private protected override Decision Decide(Recall? before, RecallAct act, Moment moment) =>
        act.Goods is { } goods && FindRefusalOfNew(before, act.Id, goods.Business) is { } refusal ? refusal : Decision.Of(act, RecallLifecycle.Table.Refusals(
            ($"召回 {act.Id}", $"recall {act.Id}"), before?.State, act.Step,
            Unmet(before, act.Step, act.Party, moment.At).Concat(before is null ? [] : UnmetBy(before, act))));

    private Refusal? FindRefusalOfNew(Recall? before, RecallId id, BusinessId business) =>
        !IdNumber.IsValid(id.Number) ? Refusal.NoId
        : before is not null ? Refusal.IdTaken(id.ToString())
        : _businesses.Register.Contains(business) ? null : RegisterBook.Unregistered(business);

    private static IEnumerable<UnmetGuard> Unmet(Recall? recall, RecallStep step, RecallParty party, Instant at)
    {
        if (recall is not null && StepOrder.FindUnmet(recall.LastAt, at) is { } early)
        {
            yield return early;
        }

        if (RecallLifecycle.TakerOf(step) is var taker && taker != party)
        {
            yield return new UnmetGuard(
                "party", ($"由{taker.Name().Chinese}办理", $"it is taken by the {taker.Name().English}"), [new("party", $"{party}"), new("allowed", $"{taker}")]);
        }

        var own = step switch
        {
            RecallStep.Publish => recall?.PublishedAt is { } published
                ? new UnmetGuard(
                    "published-once", ($"召回公告已于 {StepOrder.Show(published)} 发布", $"the notice was published at {StepOrder.Show(published)}"), [new("published", StepOrder.Show(published))])
                : null,
            RecallStep.Assess => recall is { } && recall.Disposed < recall.Recovered
                ? new UnmetGuard(
                    "all-disposed",
                    ($"收回 {NumberText.Exact(recall.Recovered)} {recall.Goods.Unit}，仅处置 {NumberText.Exact(recall.Disposed)}",
                    $"of {NumberText.Exact(recall.Recovered)} {recall.Goods.Unit} recovered only {NumberText.Exact(recall.Disposed)} were disposed of"),
                    [new("recovered", NumberText.Exact(recall.Recovered)), new("disposed", NumberText.Exact(recall.Disposed))])
                : null,
            RecallStep.Learn or RecallStep.Order or RecallStep.Start or RecallStep.Extend or RecallStep.Recover or RecallStep.Dispose or RecallStep.Report
                or RecallStep.SendBack or RecallStep.Progress => null,
        };
        if (own is not null)
        {
            yield return own;
        }
    }

    /// <summary>What the data of a step misses.</summary>
    private static IEnumerable<UnmetGuard> UnmetBy(Recall recall, RecallAct act)
    {
        var unmet = act.Step switch
        {
            RecallStep.Recover => AtMost("at-most-sold", recall.Goods.Total - recall.Recovered),
            RecallStep.Dispose => AtMost("at-most-recovered", recall.Recovered - recall.Disposed),
            RecallStep.Extend => act.Until is { } until && recall.ExtendedUntil is { } before && until <= before
                ? new UnmetGuard("later-end", ($"须晚于 {before:uuuu-MM-dd}", $"it is to end after {before:uuuu-MM-dd}"), [new("until", $"{until:uuuu-MM-dd}"), new("after", $"{before:uuuu-MM-dd}")])
                : null,
            RecallStep.Learn or RecallStep.Order or RecallStep.Start or RecallStep.Report or RecallStep.SendBack or RecallStep.Assess or RecallStep.Publish
                or RecallStep.Progress => null,
        };
        return unmet is null ? [] : [unmet];

        UnmetGuard? AtMost(string code, decimal left) => act.Amount <= left ? null : new UnmetGuard(
            code,
            ($"最多 {NumberText.Exact(left)} {recall.Goods.Unit}，报 {NumberText.Exact(act.Amount)}",
            $"{NumberText.Exact(act.Amount)} {recall.Goods.Unit} are more than the {NumberText.Exact(left)} left"),
            [new("amount", NumberText.Exact(act.Amount)), new("at-most", NumberText.Exact(left))]);
    }

    private RecallTerms TermsOf(Recall recall) => _terms.At(DateBounds.DateOf(recall.KnownAt, _calendar.Zone, nameof(recall)));
}
