using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A recall of unsafe food, from knowing of the risk to the bureau's assessment (食品召回).</summary>
/// <remarks>Immutable. Its clocks are read by the terms under which it began, and by the calendar of the day.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Recall
{
    private Recall(Done<RecallAct> learned) =>
        (Id, Goods, Terms, KnownAt) = (learned.Act.Id, learned.Act.Goods!, learned.Act.Terms!, learned.At);

    /// <summary>Its number.</summary>
    public RecallId Id { get; }

    /// <summary>What is recalled, by whom and how much of it.</summary>
    public RecalledGoods Goods { get; }

    /// <summary>The terms by which its clocks run: those of the day on which the risk was known.</summary>
    public RecallTerms Terms { get; }

    /// <summary>Where it stands.</summary>
    public RecallState State { get; private init; }

    /// <summary>When the business came to know of the risk.</summary>
    public Instant KnownAt { get; }

    /// <summary>When it began; null before.</summary>
    public Instant? StartedAt { get; internal init; }

    /// <summary>When the recall notice was published, from which the time to finish runs; null before.</summary>
    public Instant? PublishedAt { get; internal init; }

    /// <summary>When the business last reported how far it has come; null before.</summary>
    public Instant? ProgressAt { get; internal init; }

    /// <summary>The last day of the longer time to which the bureau agreed; null without.</summary>
    public LocalDate? ExtendedUntil { get; internal init; }

    /// <summary>True when the bureau had to order it (责令召回).</summary>
    public bool WasOrdered { get; internal init; }

    /// <summary>How much came back, in the unit of the goods.</summary>
    public decimal Recovered { get; internal init; }

    /// <summary>How much of that was dealt with, in the unit of the goods.</summary>
    public decimal Disposed => Disposals.Sum(disposal => disposal.Amount);

    /// <summary>The share of the goods that came back, 0 to 1 (召回率).</summary>
    public decimal ShareRecovered => Recovered / Goods.Total;

    internal Instant LastAt { get; private init; }

    internal ItemList<(GoodsDisposal Way, decimal Amount)> Disposals { get; init; } = [];

    /// <summary>How much was dealt with in one way, in the unit of the goods.</summary>
    /// <param name="disposal">The way.</param>
    public decimal DisposedAs(GoodsDisposal disposal) => Disposals.Where(done => done.Way == disposal).Sum(done => done.Amount);

    /// <summary>The clock as it reads at an instant; null once the business has reported.</summary>
    /// <remarks>Before the start it is the clock of the start. After it, it is that of the end, which waits until the notice is published.</remarks>
    /// <param name="at">The instant.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">The end lies in a year that the calendar does not know.</exception>
    public RecallClock? FindClock(Instant at, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return RecallLifecycle.Rows[State].FindClock(this, at, calendar);
    }

    /// <summary>
    /// The clock of the next report on an ordered recall (责令召回进展报告); null when it was not ordered, is not under way, or the terms set no rhythm.
    /// </summary>
    /// <remarks>It runs from the last report of progress, before the first from the start.</remarks>
    /// <param name="at">The instant.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">The end lies in a year that the calendar does not know.</exception>
    public RecallClock? FindProgressClock(Instant at, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return WasOrdered && RecallLifecycle.Rows[State].IsUnderWay && Terms.FindProgressLimit(Goods.Class) is { } limit
            ? new(RecallStep.Progress, limit, limit.After(ProgressAt ?? StartedAt!.Value, calendar), WaitsFor: null, at)
            : null;
    }

    /// <summary>The recall after a step that was decided: what was taken once is taken again.</summary>
    internal static Recall After(Recall? before, Done<RecallAct> done) => RecallLifecycle.Rows[done.Act.Step].Does(before ?? new Recall(done), done) with
    {
        State = RecallLifecycle.Rows.After(before?.State, done.Act.Step),
        LastAt = done.At,
    };

    /// <summary>The clock until it begins.</summary>
    internal RecallClock StartClock(Instant at, WorkingCalendar calendar) => Clock(RecallStep.Start, Terms.StartLimit(Goods.Class), KnownAt, null, at, calendar);

    /// <summary>The clock until it is done, which waits for the notice.</summary>
    internal RecallClock FinishClock(Instant at, WorkingCalendar calendar) => PublishedAt is { } published
        ? Clock(RecallStep.Report, Terms.FinishLimit(Goods.Class), published, ExtendedUntil, at, calendar)
        : new(RecallStep.Report, Terms.FinishLimit(Goods.Class), Deadline: null, RecallStep.Publish, at);

    private static RecallClock Clock(RecallStep step, TimeLimit limit, Instant since, LocalDate? until, Instant at, WorkingCalendar calendar)
    {
        // An extension only ever lengthens.
        var deadline = limit.After(since, calendar);
        return new(step, limit, until > deadline.LastDay ? Deadline.AtEndOf(until.Value, calendar.Zone) : deadline, WaitsFor: null, at);
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
