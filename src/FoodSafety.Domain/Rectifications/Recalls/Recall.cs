using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A recall of unsafe food, from knowing of the risk to the bureau's assessment (食品召回).</summary>
/// <remarks>
/// Immutable: a step gives the recall after it. Two recalls are equal when the same was done in both. Limits are not part of it:
/// its clocks are read by <see cref="RecallTerms"/>.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Recall
{
    private Recall(ImmutableArray<RecallEvent> events, RecallState state) => (Events, State) = (events, state);

    /// <summary>What is recalled, by whom and how much of it.</summary>
    public RecalledGoods Goods => Events[0].Goods!;

    /// <summary>Where it stands.</summary>
    public RecallState State { get; }

    /// <summary>Everything that was done, in order; never empty.</summary>
    public ItemList<RecallEvent> Events { get; }

    /// <summary>When the business came to know of the risk.</summary>
    public Instant KnownAt => Events[0].At;

    /// <summary>When it began; null before.</summary>
    public Instant? StartedAt { get; private init; }

    /// <summary>When the recall notice was published, from which the time to finish runs; null before.</summary>
    public Instant? PublishedAt { get; private init; }

    /// <summary>When the business last reported how far it has come; null before.</summary>
    public Instant? ProgressAt { get; private init; }

    /// <summary>The last day of the longer time to which the bureau agreed; null without.</summary>
    public LocalDate? ExtendedUntil { get; private init; }

    /// <summary>True when the bureau had to order it (责令召回).</summary>
    public bool WasOrdered { get; private init; }

    /// <summary>How much came back, in the unit of the goods.</summary>
    public decimal Recovered { get; private init; }

    /// <summary>How much of that was dealt with, in the unit of the goods.</summary>
    public decimal Disposed { get; private init; }

    /// <summary>The share of the goods that came back, 0 to 1 (召回率).</summary>
    public decimal ShareRecovered => Recovered / Goods.Total;

    /// <summary>How much was dealt with in one way, in the unit of the goods.</summary>
    /// <param name="disposal">The way.</param>
    public decimal DisposedAs(GoodsDisposal disposal) => Events.Where(happened => happened.Disposal == disposal).Sum(happened => happened.Amount);

    /// <summary>Begins a recall with the knowledge of the risk (知悉风险).</summary>
    /// <param name="learnt">The step <see cref="RecallStep.Learn"/>.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is another step, or of another party.</exception>
    /// <exception cref="ArgumentException">Data that the step needs is missing.</exception>
    public static Recall Begin(RecallEvent learnt)
    {
        ArgumentNullException.ThrowIfNull(learnt);
        learnt.Check();
        return new([learnt], RecallLifecycle.Table.Next(SubjectOf(learnt.Goods?.Recall ?? "?"), null, learnt.Step, PartyGuards(learnt.Step, learnt.Party)));
    }

    /// <summary>Rebuilds a recall from what was done.</summary>
    /// <param name="events">Everything that was done, in order; at least the first step.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The steps do not follow from each other.</exception>
    /// <exception cref="ArgumentException">There is none, or data that a step needs is missing.</exception>
    public static Recall Replay(IEnumerable<RecallEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var recall = events.Aggregate((Recall?)null, (before, happened) => before?.Take(happened) ?? Begin(happened));
        return recall ?? throw new ArgumentException("A recall begins with a step.", nameof(events));
    }

    /// <summary>Takes a step: the recall after it.</summary>
    /// <param name="step">The step with its data.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or a requirement is not met.</exception>
    /// <exception cref="ArgumentException">Data that the step needs is missing.</exception>
    public Recall Take(RecallEvent step)
    {
        ArgumentNullException.ThrowIfNull(step);
        step.Check();
        var next = RecallLifecycle.Table.Next(SubjectOf(Goods.Recall), State, step.Step, [.. Unmet(step.Step, step.Party, step.At), .. UnmetData(step)]);
        return new(Events.Add(step), next)
        {
            StartedAt = step.Step == RecallStep.Start ? step.At : StartedAt,
            PublishedAt = step.Step == RecallStep.Publish ? step.At : PublishedAt,
            ProgressAt = step.Step == RecallStep.Progress ? step.At : ProgressAt,
            ExtendedUntil = step.Until ?? ExtendedUntil,
            WasOrdered = WasOrdered || step.Step == RecallStep.Order,
            Recovered = Recovered + (step.Step == RecallStep.Recover ? step.Amount : 0),
            Disposed = Disposed + (step.Step == RecallStep.Dispose ? step.Amount : 0),
        };
    }

    /// <summary>The clock as it reads at an instant, by the national terms of the day on which the risk was known; null once the business has reported.</summary>
    /// <remarks>Before the start it is the clock of the start. After it, it is that of the end, which waits until the notice is published.</remarks>
    /// <param name="at">The instant.</param>
    /// <param name="calendar">Which days are worked, and the zone in which the day of knowing is read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The risk was known before the first of the <see cref="RecallTerms.National"/> terms.</exception>
    /// <exception cref="CalendarYearUnknownException">The end lies in a year that the calendar does not know.</exception>
    public RecallClock? FindClock(Instant at, WorkingCalendar calendar) => FindClock(at, TermsFor(calendar), calendar);

    /// <summary>The clock as it reads at an instant by terms of one's own; null once the business has reported.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="terms">The terms that apply.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">The end lies in a year that the calendar does not know.</exception>
    public RecallClock? FindClock(Instant at, RecallTerms terms, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(calendar);
        return State switch
        {
            RecallState.Known or RecallState.Ordered => Run(RecallStep.Start, terms.StartLimit(Goods.Class), KnownAt, until: null),
            RecallState.Started when PublishedAt is { } published => Run(RecallStep.Report, terms.FinishLimit(Goods.Class), published, ExtendedUntil),
            RecallState.Started => new(RecallStep.Report, terms.FinishLimit(Goods.Class), Deadline: null, RecallStep.Publish, at),
            RecallState.Reported or RecallState.Assessed => null,
        };

        RecallClock Run(RecallStep step, TimeLimit limit, Instant since, LocalDate? until)
        {
            // An extension only ever lengthens.
            var deadline = limit.After(since, calendar);
            return new(step, limit, until > deadline.LastDay ? Deadline.AtEndOf(until.Value, calendar.Zone) : deadline, WaitsFor: null, at);
        }
    }

    /// <summary>
    /// The clock of the next report on an ordered recall (责令召回进展报告), by the national terms of the day on which the risk was known; null when it
    /// was not ordered, is not under way, or the terms set no rhythm.
    /// </summary>
    /// <remarks>It runs from the last report of progress, before the first from the start.</remarks>
    /// <param name="at">The instant.</param>
    /// <param name="calendar">Which days are worked, and the zone in which the day of knowing is read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The risk was known before the first of the <see cref="RecallTerms.National"/> terms.</exception>
    /// <exception cref="CalendarYearUnknownException">The end lies in a year that the calendar does not know.</exception>
    public RecallClock? FindProgressClock(Instant at, WorkingCalendar calendar) => FindProgressClock(at, TermsFor(calendar), calendar);

    /// <summary>The clock of the next report on an ordered recall, by terms of one's own; null as above.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="terms">The terms that apply.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">The end lies in a year that the calendar does not know.</exception>
    public RecallClock? FindProgressClock(Instant at, RecallTerms terms, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(calendar);
        return WasOrdered && State == RecallState.Started && terms.FindProgressLimit(Goods.Class) is { } limit
            ? new(RecallStep.Progress, limit, limit.After(ProgressAt ?? StartedAt!.Value, calendar), WaitsFor: null, at)
            : null;
    }

    /// <summary>The steps that the state allows, each with what stands in its way for a party at an instant.</summary>
    /// <remarks>What depends on the data of a step, as an amount, is checked when it is taken.</remarks>
    /// <param name="party">The party.</param>
    /// <param name="at">The instant.</param>
    public ImmutableArray<StepOption<RecallStep>> AllowedSteps(RecallParty party, Instant at) =>
        [.. RecallLifecycle.Table.StepsFrom(State).Select(step => new StepOption<RecallStep>(step, [.. Unmet(step, party, at)]))];

    private RecallTerms TermsFor(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return RecallTerms.National.At(DateBounds.DateOf(KnownAt, calendar.Zone, nameof(calendar)));
    }

    private static BilingualText SubjectOf(string id) => ($"召回 {id}", $"recall {id}");

    private static IEnumerable<UnmetGuard> PartyGuards(RecallStep step, RecallParty party)
    {
        if (RecallLifecycle.TakerOf(step) is var taker && taker != party)
        {
            yield return new UnmetGuard(
                "party", ($"由{taker.Name().Chinese}办理", $"it is taken by the {taker.Name().English}"), [new("party", $"{party}"), new("allowed", $"{taker}")]);
        }
    }

    private IEnumerable<UnmetGuard> Unmet(RecallStep step, RecallParty party, Instant at)
    {
        if (StepOrder.FindUnmet(Events[^1].At, at) is { } early)
        {
            yield return early;
        }

        foreach (var guard in PartyGuards(step, party))
        {
            yield return guard;
        }

        if (step == RecallStep.Publish && PublishedAt is { } published)
        {
            yield return new UnmetGuard(
                "published-once", ($"召回公告已于 {StepOrder.Show(published)} 发布", $"the notice was published at {StepOrder.Show(published)}"), [new("published", StepOrder.Show(published))]);
        }

        if (step == RecallStep.Assess && Disposed < Recovered)
        {
            yield return new UnmetGuard(
                "all-disposed",
                ($"收回 {NumberText.Exact(Recovered)} {Goods.Unit}，仅处置 {NumberText.Exact(Disposed)}", $"of {NumberText.Exact(Recovered)} {Goods.Unit} recovered only {NumberText.Exact(Disposed)} were disposed of"),
                [new("recovered", NumberText.Exact(Recovered)), new("disposed", NumberText.Exact(Disposed))]);
        }
    }

    private IEnumerable<UnmetGuard> UnmetData(RecallEvent step)
    {
        var (left, what) = step.Step == RecallStep.Recover ? (Goods.Total - Recovered, "at-most-sold") : (Recovered - Disposed, "at-most-recovered");
        if (step.Amount > left)
        {
            yield return new UnmetGuard(
                what, ($"最多 {NumberText.Exact(left)} {Goods.Unit}，报 {NumberText.Exact(step.Amount)}", $"{NumberText.Exact(step.Amount)} {Goods.Unit} are more than the {NumberText.Exact(left)} left"),
                [new("amount", NumberText.Exact(step.Amount)), new("at-most", NumberText.Exact(left))]);
        }

        if (step.Until is { } until && ExtendedUntil is { } before && until <= before)
        {
            yield return new UnmetGuard(
                "later-end", ($"须晚于 {before:uuuu-MM-dd}", $"it is to end after {before:uuuu-MM-dd}"), [new("until", $"{until:uuuu-MM-dd}"), new("after", $"{before:uuuu-MM-dd}")]);
        }
    }
}
