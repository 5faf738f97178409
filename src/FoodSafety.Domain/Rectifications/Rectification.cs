using System.Collections.Immutable;
using System.Diagnostics;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The rectification of one problem (问题整改), as it stands after the last step.</summary>
/// <remarks>
/// Immutable: a step gives a new one. Everything here follows from the steps taken, so whoever keeps those can make it again.
/// What reopening begins anew (claim, order, deadline, who mended and verified, case) is that of the present round.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Rectification
{
    private Rectification(RectificationEvent report)
    {
        (Id, Finding, Severity, Row) = (report.Id, report.Finding, report.Severity, report.Row);
        (ReportedBy, OpenedAt, LastAt, State) = (report.By, report.At, report.At, RectificationState.Reported);
    }

    /// <summary>Its number in the book.</summary>
    public RectificationId Id { get; }

    /// <summary>The finding from which it began.</summary>
    public FindingId Finding { get; }

    /// <summary>How much the finding weighs.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>The row of the business in the register; null when it is in none.</summary>
    public int? Row { get; }

    /// <summary>Who reported the problem (发现人).</summary>
    public string ReportedBy { get; }

    /// <summary>Where it stands.</summary>
    public RectificationState State { get; private init; }

    /// <summary>When it was reported or, after that, last reopened: from here its age is counted.</summary>
    public Instant OpenedAt { get; private init; }

    /// <summary>When the last step was taken.</summary>
    public Instant LastAt { get; private init; }

    /// <summary>When it was closed, corrected on the spot, dismissed or carried over, or its case concluded; null while it is open.</summary>
    public Instant? SettledAt { get; private init; }

    /// <summary>How often it was reopened.</summary>
    public int Reopenings { get; private init; }

    /// <summary>Who took it up (认领人); null when nobody did.</summary>
    public string? ClaimedBy { get; private init; }

    /// <summary>Who ordered the correction; null when nobody did.</summary>
    public string? OrderedBy { get; private init; }

    /// <summary>How much time was given last; null when none was, or a deadline was told by its date.</summary>
    public TimeLimit? Limit { get; private init; }

    /// <summary>The deadline of the order (整改期限), extensions included; null without an order. It runs while the state is ordered.</summary>
    public Deadline? Deadline { get; private init; }

    /// <summary>How many extensions the order got (延期次数).</summary>
    public int Extensions { get; private init; }

    /// <summary>Who mended it (整改人): who was named, or handed in the report; null before that.</summary>
    public string? MendedBy { get; private init; }

    /// <summary>When the report was handed in that is or was to be checked last; null before that, and after a return.</summary>
    public Instant? SubmittedAt { get; private init; }

    /// <summary>Who verified that it is corrected (复查人); null before that.</summary>
    public string? VerifiedBy { get; private init; }

    /// <summary>When a case was filed; null when none was.</summary>
    public Instant? CaseFiledAt { get; private init; }

    /// <summary>The key of the case; null when none was filed.</summary>
    public string? Case { get; private init; }

    /// <summary>The later finding that carries the problem on (结转至), whose rectification goes on in place of this one; null when none does.</summary>
    public FindingId? CarriedInto { get; private init; }

    /// <summary>The measures that were linked, in order; reopening keeps them.</summary>
    public ItemList<LinkedMeasure> Measures { get; private init; }

    private BilingualText Subject => ($"整改 {Id}", $"rectification {Id}");

    /// <summary>Begins a rectification with the report of a problem.</summary>
    /// <param name="report">The report.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is another step.</exception>
    /// <exception cref="ArgumentException">The report lacks something, or has what it cannot have.</exception>
    public static Rectification Begin(RectificationEvent report)
    {
        ArgumentNullException.ThrowIfNull(report);
        EventContents.Require(report);
        RectificationLifecycle.Table.Next(("整改", "rectification"), null, report.Step);
        return new Rectification(report);
    }

    /// <summary>Takes a step: the rectification after it.</summary>
    /// <param name="act">The step.</param>
    /// <param name="rules">What is asked of it.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or a requirement is not met.</exception>
    /// <exception cref="CalendarYearUnknownException">The deadline needs working days of a year the calendar does not know.</exception>
    /// <exception cref="ArgumentException">The act is of another rectification, lacks something, or has what it cannot have.</exception>
    public Rectification After(RectificationEvent act, RectificationRules rules)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(rules);
        return Take(act, rules).Next;
    }

    /// <summary>The steps that the state allows, each with what stands in its way for somebody at a moment (可选操作).</summary>
    /// <remarks>What depends on data that are not known yet, as who asked for more time, is checked when the step is taken.</remarks>
    /// <param name="by">Who would take it: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <param name="rules">What is asked of it.</param>
    /// <exception cref="CalendarYearUnknownException">The time for a look-back needs working days of a year the calendar does not know.</exception>
    public ImmutableArray<StepOption<RectificationStep>> AllowedSteps(string by, Instant at, RectificationRules rules)
    {
        TextRule.Key.Check(by);
        ArgumentNullException.ThrowIfNull(rules);
        return [.. RectificationLifecycle.Table.StepsFrom(State).Select(step =>
            new StepOption<RectificationStep>(step, [.. RectificationGuards.Unmet(this, new RectificationEvent(Id, step, by, at), rules)]))];
    }

    /// <summary>Takes a step, and fills in the deadline that follows from its limit.</summary>
    /// <param name="act">The step.</param>
    /// <param name="rules">What is asked of it.</param>
    /// <param name="guarded">False for what was done already: it stands, whatever rules say now.</param>
    internal (Rectification Next, RectificationEvent Done) Take(RectificationEvent act, RectificationRules rules, bool guarded = true)
    {
        EventContents.Require(act);
        if (act.Id != Id)
        {
            throw new ArgumentException($"The act is of rectification {act.Id}, not of {Id}.", nameof(act));
        }

        // The state is asked first: requirements and deadlines only make sense where the step is possible.
        var to = RectificationLifecycle.Table.Next(Subject, State, act.Step);
        if (act is { Deadline: null, Limit: not null })
        {
            act = act with { Deadline = DeadlineOf(act, rules.Calendar) };
        }

        if (guarded)
        {
            RectificationLifecycle.Table.Next(Subject, State, act.Step, RectificationGuards.Unmet(this, act, rules));
        }

        return (Apply(act, to), act);
    }

    /// <summary>The rectification after a step that was allowed when it was taken.</summary>
    internal Rectification Apply(RectificationEvent act, RectificationState to)
    {
        var next = this with { State = to, LastAt = act.At };
        return act.Step switch
        {
            RectificationStep.Claim => next with { ClaimedBy = act.By },
            RectificationStep.CorrectOnTheSpot => next with { MendedBy = act.MendedBy, VerifiedBy = act.By, SettledAt = act.At },
            RectificationStep.Order => next with { OrderedBy = act.By, Limit = act.Limit, Deadline = act.Deadline },
            RectificationStep.Extend => next with { Limit = act.Limit, Deadline = act.Deadline, Extensions = Extensions + 1 },
            RectificationStep.Submit => next with { MendedBy = act.MendedBy ?? act.By, SubmittedAt = act.At },
            RectificationStep.Return when act.Deadline is null => next with { SubmittedAt = null },
            RectificationStep.Return => next with { SubmittedAt = null, Limit = act.Limit, Deadline = act.Deadline },
            RectificationStep.Close => next with { VerifiedBy = act.By, SettledAt = act.At },
            RectificationStep.Dismiss or RectificationStep.ConcludeCase => next with { SettledAt = act.At },
            RectificationStep.CarryOver => next with { CarriedInto = act.Finding, SettledAt = act.At },
            RectificationStep.FileCase => next with { CaseFiledAt = act.At, Case = act.Document },
            RectificationStep.SettleDeadline => next with { Deadline = act.Deadline },
            RectificationStep.LinkMeasure => next with { Measures = Measures.Add(act.Measure!) },
            RectificationStep.Reopen => next.Reopened(),
            RectificationStep.Report => throw new UnreachableException("A report begins a rectification; no state allows it again."),
        };
    }

    private Rectification Reopened() => this with
    {
        OpenedAt = LastAt,
        SettledAt = null,
        Reopenings = Reopenings + 1,
        ClaimedBy = null,
        OrderedBy = null,
        Limit = null,
        Deadline = null,
        Extensions = 0,
        MendedBy = null,
        SubmittedAt = null,
        VerifiedBy = null,
        CaseFiledAt = null,
        Case = null,
    };

    // More time is counted on from where the time before ended; an order and a return count from the act.
    private Deadline DeadlineOf(RectificationEvent act, WorkingCalendar calendar) => act.Step == RectificationStep.Extend
        ? act.Limit!.After(Deadline!.Value, calendar)
        : act.Limit!.After(act.At, calendar);
}
