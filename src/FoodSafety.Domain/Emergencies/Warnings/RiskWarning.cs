using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>A food-safety risk warning (食品安全风险预警), with all that was done with it and counts.</summary>
/// <remarks>Immutable, and made by a <see cref="WarningBook"/>. Two are equal when the same was done with both.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RiskWarning
{
    private RiskWarning(WarningAct begun) => (Id, Subject) = (begun.Warning, begun.Subject!);

    /// <summary>Its number.</summary>
    public WarningId Id { get; }

    /// <summary>What it is about.</summary>
    public WarningSubject Subject { get; }

    /// <summary>The newest assessment.</summary>
    public WarningAssessment Assessment { get; internal init; }

    /// <summary>The level of the newest assessment.</summary>
    public WarningLevel Level => Assessment.Level;

    /// <summary>The state after the last step. That its time ran out is no step and does not show here: see <see cref="StateAt"/>.</summary>
    public WarningState RecordedState { get; private init; }

    /// <summary>When it was published; null while it is not.</summary>
    public Instant? PublishedAt { get; internal init; }

    /// <summary>When its time runs out (exclusive); null when that is not known.</summary>
    public Instant? Until { get; internal init; }

    /// <summary>When it was lifted or dropped; null while it is neither.</summary>
    public Instant? EndedAt { get; internal init; }

    /// <summary>The steps that count, in order; those that were voided are in the book alone.</summary>
    public ItemList<Done<WarningAct>> History { get; private init; }

    /// <summary>The state at an instant at or after the last step; for earlier ones ask <see cref="FindAsOf"/> first.</summary>
    /// <param name="at">The instant.</param>
    public WarningState StateAt(Instant at) =>
        RecordedState == WarningState.InForce && at >= Until ? WarningState.Expired : RecordedState;

    /// <summary>The warning as it was at an instant; null when nobody had assessed it yet.</summary>
    /// <param name="at">The instant, inclusive: a step taken then counts.</param>
    public RiskWarning? FindAsOf(Instant at) => at >= History[^1].At
        ? this
        : History.TakeWhile(taken => taken.At <= at).Aggregate((RiskWarning?)null, After);

    /// <summary>Whether it was in force at some moment of a stretch of time.</summary>
    /// <param name="from">The beginning, inclusive.</param>
    /// <param name="until">The end, exclusive.</param>
    public bool IsInForceWithin(Instant from, Instant until) =>
        from < until && IsInForceThrough(from, until - Duration.Epsilon);

    /// <summary>The same with the last instant, inclusive.</summary>
    internal bool IsInForceThrough(Instant from, Instant last) =>
        PublishedAt is { } published && Instant.Max(published, from) is var begin && begin <= last && !(EndedAt <= begin) && !(Until <= begin);

    internal static BilingualText LabelOf(WarningId id) => ($"预警 {id}", $"warning {id}");

    /// <summary>The warning after a step that was decided: what was taken once is taken again.</summary>
    internal static RiskWarning After(RiskWarning? before, Done<WarningAct> done)
    {
        var now = before ?? new RiskWarning(done.Act);
        return WarningLifecycle.Rows[done.Act.Step].Does(now, done) with
        {
            RecordedState = WarningLifecycle.Rows.After(before?.RecordedState, done.Act.Step),
            History = now.History.Add(done),
        };
    }
}

/// <summary>The number of a warning (预警编号), given by the platform; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<WarningId>))]
public readonly record struct WarningId(long Number) : ITextValue<WarningId>
{
    static BilingualText ITextValue<WarningId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static WarningId Parse(string s, IFormatProvider? provider = null) => ITextValue<WarningId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WarningId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}
