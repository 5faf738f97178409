using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A suspected crime on its way from the bureau to the police and on (移送涉嫌犯罪案件).</summary>
/// <remarks>
/// <para>
/// Immutable: a step gives the referral after it. A step that is late is taken all the same and stands in <see cref="LateSteps"/>;
/// only the right to ask for review ends with its limit.
/// </para>
/// <para>Two referrals are equal when the same was done in both.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CriminalReferral
{
    private static readonly Citation Article11 = ReferralLaw.Order310("11");

    private CriminalReferral(
        ImmutableArray<ReferralEvent> events, ReferralState state, Instant since, ImmutableArray<ReferralEvent> lateSteps, WorkingCalendar calendar) =>
        (Events, State, Since, LateSteps, Calendar) = (events, state, since, lateSteps, calendar);

    /// <summary>The key of the referral in the user's platform.</summary>
    public string Id => Events[0].Referral!;

    /// <summary>The business.</summary>
    public BusinessId Business => Events[0].Business;

    /// <summary>By which its limits run: the zone in which days end, and which days are worked where a limit asks. Not a part of its equality.</summary>
    public WorkingCalendar Calendar { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>Where it stands.</summary>
    public ReferralState State { get; }

    /// <summary>Since when its limits run: it came into the state, or to the police that have it.</summary>
    public Instant Since { get; }

    /// <summary>Everything that was done, in order; never empty.</summary>
    public ItemList<ReferralEvent> Events { get; }

    /// <summary>The steps that were taken after their limit, in order (逾期事项).</summary>
    public ItemList<ReferralEvent> LateSteps { get; }

    /// <summary>The police body that has it or had it last; null before it is sent.</summary>
    public string? PoliceBody => Events.LastOrDefault(happened => happened.To is not null)?.To;

    /// <summary>All penalties, those decided before the referral first.</summary>
    public ItemList<ReferralPenalty> Penalties => [.. Events.SelectMany(happened => happened.Penalties)];

    /// <summary>The penalties that a transfer does not stop (不停止执行), Order 310 Art. 11.</summary>
    public ItemList<ReferralPenalty> PenaltiesThatRun => [.. Penalties.Where(penalty => penalty.KeepsRunning)];

    /// <summary>The fines in yuan that a court sets off against its own (折抵罚金), Order 310 Art. 11.</summary>
    public decimal FinesToSetOff => Penalties.Sum(penalty => penalty.Fine);

    private BilingualText Subject => SubjectOf(Id);

    /// <summary>Begins a referral with the report to the head of the bureau (提出移送).</summary>
    /// <param name="proposed">The step <see cref="ReferralStep.Propose"/>.</param>
    /// <param name="calendar">By which its limits run.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is another step, or of another body.</exception>
    /// <exception cref="ArgumentException">Data that the step needs is missing.</exception>
    public static CriminalReferral Begin(ReferralEvent proposed, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        ArgumentNullException.ThrowIfNull(calendar);
        proposed.Check();
        var state = ReferralLifecycle.Table.Next(SubjectOf(proposed.Referral ?? "?"), null, proposed.Step, BodyGuards(null, proposed.Step, proposed.Body));
        return new([proposed], state, proposed.At, [], calendar);
    }

    /// <summary>Rebuilds a referral from what was done.</summary>
    /// <param name="events">Everything that was done, in order; at least the first step.</param>
    /// <param name="calendar">By which its limits run.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The steps do not follow from each other.</exception>
    /// <exception cref="ArgumentException">There is none, or data that a step needs is missing.</exception>
    public static CriminalReferral Replay(IEnumerable<ReferralEvent> events, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(events);
        var referral = events.Aggregate((CriminalReferral?)null, (before, happened) => before?.Take(happened) ?? Begin(happened, calendar));
        return referral ?? throw new ArgumentException("A referral begins with a step.", nameof(events));
    }

    /// <summary>Takes a step: the referral after it.</summary>
    /// <param name="step">The step with its data.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or a requirement is not met.</exception>
    /// <exception cref="ArgumentException">Data that the step needs is missing.</exception>
    public CriminalReferral Take(ReferralEvent step)
    {
        ArgumentNullException.ThrowIfNull(step);
        step.Check();
        var unmet = ReferralLifecycle.Table.FindNext(State, step.Step) is null ? [] : Unmet(step.Step, step.Body, step.At).Concat(UnmetData(step));
        var next = ReferralLifecycle.Table.Next(Subject, State, step.Step, unmet);
        var isLate = LimitsNow.Any(limit => limit.Steps.Contains(step.Step) && !DeadlineOf(limit).IsMet(step.At));

        // A penalty leaves the clocks alone; another police body starts its own.
        var since = step.Step == ReferralStep.Penalize ? Since : step.At;
        return new(Events.Add(step), next, since, isLate ? LateSteps.Add(step) : LateSteps, Calendar);
    }

    /// <summary>Takes a step that needs no more than who, when and why: the referral after it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="body">The body that takes it.</param>
    /// <param name="by">Who takes it: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why; empty where no reason is needed.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or a requirement is not met.</exception>
    /// <exception cref="ArgumentException">Data that the step needs is missing.</exception>
    public CriminalReferral Take(ReferralStep step, ReferralBody body, string by, Instant at, string reason = "") =>
        Take(new ReferralEvent { Step = step, Body = body, By = by, At = at, Reason = reason });

    /// <summary>The clocks that run in the present state, as they read at an instant.</summary>
    /// <param name="at">The instant.</param>
    public ImmutableArray<ReferralClock> ClocksOn(Instant at) => [.. LimitsNow.Select(limit => new ReferralClock(limit, Since, DeadlineOf(limit), at))];

    /// <summary>The steps that the state allows, each with what stands in its way for a body at an instant.</summary>
    /// <remarks>What depends on the data of a step, as the kind of a penalty, is checked when it is taken.</remarks>
    /// <param name="body">The body.</param>
    /// <param name="at">The instant.</param>
    public ImmutableArray<StepOption<ReferralStep>> AllowedSteps(ReferralBody body, Instant at) =>
        [.. ReferralLifecycle.Table.StepsFrom(State).Select(step => new StepOption<ReferralStep>(step, [.. Unmet(step, body, at)]))];

    private IEnumerable<ReferralLimit> LimitsNow => ReferralLifecycle.Limits.Where(limit => limit.State == State);

    private static BilingualText SubjectOf(string id) => ($"移送 {id}", $"referral {id}");

    private Deadline DeadlineOf(ReferralLimit limit) => limit.Limit.After(Since, Calendar);

    private static IEnumerable<UnmetGuard> BodyGuards(ReferralState? from, ReferralStep step, ReferralBody body)
    {
        if (ReferralLifecycle.Table.FindNext(from, step) is not null && ReferralLifecycle.TakersOf(from, step) is var takers && !takers.Contains(body))
        {
            var allowed = (Chinese: string.Join("、", takers.Select(taker => taker.Name().Chinese)), English: string.Join(" or ", takers.Select(taker => taker.Name().English)));
            var (chinese, english) = Enum.IsDefined(body) ? (body.Name().Chinese, body.Name().English) : ($"{body}", $"{body}");
            yield return new UnmetGuard(
                "body", ($"由{allowed.Chinese}办理，不是{chinese}", $"it is taken by the {allowed.English}, not by the {english}"),
                [new("body", $"{body}"), new("allowed", string.Join(",", takers))]);
        }
    }

    private IEnumerable<UnmetGuard> Unmet(ReferralStep step, ReferralBody body, Instant at)
    {
        if (StepOrder.FindUnmet(Events[^1].At, at) is { } early)
        {
            yield return early;
        }

        foreach (var guard in BodyGuards(State, step, body))
        {
            yield return guard;
        }

        if (step == ReferralStep.AskReview && LimitsNow.Single() is var limit && DeadlineOf(limit) is var end && end.IsOverdue(at))
        {
            yield return new UnmetGuard(
                "review-limit", ($"提请复议期限已过：{end.Text.Chinese}", $"review could be asked for {end.Text.English}"),
                [new("at", $"{at}"), new("last-day", end.LastDay.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))], limit.Limit.Basis);
        }
    }

    private IEnumerable<UnmetGuard> UnmetData(ReferralEvent step)
    {
        if (step.Step == ReferralStep.Forward && step.To == PoliceBody)
        {
            yield return new UnmetGuard("other-police", ("须转送其他公安机关", "it goes to another police body than the one that has it"), [new("to", step.To!)]);
        }

        // Once the head has declined, the case is an administrative one and may be fined as such.
        if (step.Step == ReferralStep.Penalize && State != ReferralState.NotTransferred && !step.Penalties[0].KeepsRunning)
        {
            yield return new UnmetGuard(
                "fine-replaces-transfer", ("涉嫌犯罪的，不得以罚款代替移送", "while a crime is suspected a fine cannot take the place of the transfer"),
                [new("fine", step.Penalties[0].Fine.ToString(CultureInfo.InvariantCulture))], Article11);
        }
    }
}
