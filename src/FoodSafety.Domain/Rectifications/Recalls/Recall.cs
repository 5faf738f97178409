using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A recall of unsafe food, from knowing of the risk to the bureau's assessment (食品召回).</summary>
/// <remarks>Immutable. Limits are not part of it: its clocks are read by <see cref="RecallTerms"/>.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Recall
{
    private Recall(RecallId id, RecalledGoods goods, Instant knownAt) =>
        (Id, Goods, State, KnownAt, LastAt) = (id, goods, RecallState.Known, knownAt, knownAt);

    /// <summary>Its number.</summary>
    public RecallId Id { get; }

    /// <summary>What is recalled, by whom and how much of it.</summary>
    public RecalledGoods Goods { get; }

    /// <summary>Where it stands.</summary>
    public RecallState State { get; private init; }

    /// <summary>When the business came to know of the risk.</summary>
    public Instant KnownAt { get; }

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
    public decimal Disposed => Disposals.Sum(disposal => disposal.Amount);

    /// <summary>The share of the goods that came back, 0 to 1 (召回率).</summary>
    public decimal ShareRecovered => Recovered / Goods.Total;

    internal Instant LastAt { get; private init; }

    private ItemList<(GoodsDisposal Way, decimal Amount)> Disposals { get; init; } = [];

    /// <summary>How much was dealt with in one way, in the unit of the goods.</summary>
    /// <param name="disposal">The way.</param>
    public decimal DisposedAs(GoodsDisposal disposal) => Disposals.Where(done => done.Way == disposal).Sum(done => done.Amount);

    /// <summary>The clock as it reads at an instant; null once the business has reported.</summary>
    /// <remarks>Before the start it is the clock of the start. After it, it is that of the end, which waits until the notice is published.</remarks>
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
    /// The clock of the next report on an ordered recall (责令召回进展报告); null when it was not ordered, is not under way, or the terms set no rhythm.
    /// </summary>
    /// <remarks>It runs from the last report of progress, before the first from the start.</remarks>
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

    /// <summary>The recall after a step that was taken.</summary>
    internal static Recall After(Recall? before, RecallAct act, Instant at)
    {
        var after = before is null ? new Recall(act.Id, act.Goods!, at)
            : before with { State = RecallLifecycle.Table.FindNext(before.State, act.Step)!.Value, LastAt = at };
        return act.Step switch
        {
            RecallStep.Learn or RecallStep.Report or RecallStep.SendBack or RecallStep.Assess => after,
            RecallStep.Order => after with { WasOrdered = true },
            RecallStep.Start => after with { StartedAt = at },
            RecallStep.Publish => after with { PublishedAt = at },
            RecallStep.Progress => after with { ProgressAt = at },
            RecallStep.Extend => after with { ExtendedUntil = act.Until },
            RecallStep.Recover => after with { Recovered = after.Recovered + act.Amount },
            RecallStep.Dispose => after with { Disposals = after.Disposals.Add((act.Disposal!.Value, act.Amount)) },
        };
    }
}

/// <summary>The number of a recall (召回编号), given by the platform; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<RecallId>))]
public readonly record struct RecallId(long Number) : ITextValue<RecallId>
{
    static BilingualText ITextValue<RecallId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static RecallId Parse(string s, IFormatProvider? provider = null) => ITextValue<RecallId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RecallId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}
