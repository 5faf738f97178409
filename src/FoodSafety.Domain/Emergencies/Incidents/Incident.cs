using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>A food-safety incident (食品安全事故), with all that was done with it and counts.</summary>
/// <remarks>Immutable, and made by an <see cref="IncidentBook"/>. Two are equal when the same was done with both.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Incident
{
    private Incident(IncidentAct begun) => (Id, Subject, Rules, Facts) = (begun.Incident, begun.Subject!, begun.Rules, begun.Facts!);

    /// <summary>Its number.</summary>
    public IncidentId Id { get; }

    /// <summary>What happened where.</summary>
    public IncidentSubject Subject { get; }

    /// <summary>The rules by which it is reported: those of the day on which it was registered.</summary>
    public ItemList<ReportingRule> Rules { get; }

    /// <summary>What is known, of <see cref="IncidentFacts"/> and of the user's own.</summary>
    public FactRecord Facts { get; internal init; }

    /// <summary>The state.</summary>
    public IncidentState State { get; private init; }

    /// <summary>The newest grading; null while it is not verified.</summary>
    public IncidentGrading? Grading { get; internal init; }

    /// <summary>The level of the response under way; null when none is.</summary>
    public ResponseLevel? Response { get; internal init; }

    /// <summary>The steps that count, in order; those that were voided are in the book alone.</summary>
    public ItemList<Done<IncidentAct>> History { get; private init; }

    /// <summary>True when a response is under way at a lower level than the grade calls for, as after a stricter regrading.</summary>
    public bool ResponseFallsShort => Response is { } level && Grading?.Grade is { } grade && level > ResponseLevels.For(grade);

    /// <summary>All gradings with when each was given, the earliest first.</summary>
    public ItemList<(Instant At, IncidentGrading Grading)> Gradings =>
        [.. History.Where(taken => taken.Act.Grading is not null).Select(taken => (taken.At, taken.Act.Grading!))];

    /// <summary>The reports that were noted, in the order noted.</summary>
    public ItemList<IncidentReport> Reports => [.. History.Select(taken => taken.Act.SentReport).OfType<IncidentReport>()];

    /// <summary>Since when a party knows of it; null when it does not, as far as was noted.</summary>
    /// <param name="party">The party.</param>
    public Instant? FindKnownSince(IncidentParty party) =>
        History.Where(taken => taken.Act.Notice?.Party == party).Select(taken => taken.Act.Notice?.Since).Min();

    /// <summary>The incident as it was at an instant; null when it was not registered yet.</summary>
    /// <param name="at">The instant, inclusive: a step taken then counts.</param>
    public Incident? FindAsOf(Instant at) => at >= History[^1].At
        ? this
        : History.TakeWhile(taken => taken.At <= at).Aggregate((Incident?)null, After);

    /// <summary>The duties to report it as they stood at an instant, by what was noted until then (报告义务).</summary>
    /// <remarks>A party of whom nobody noted that it knows has no duty. A dismissed incident has none.</remarks>
    /// <param name="at">The instant.</param>
    /// <param name="calendar">For limits in working days, and whose clocks deadlines are read on.</param>
    /// <param name="rules">The rules, where others are asked; null for its own.</param>
    /// <returns>In the order of the rules.</returns>
    public ImmutableArray<ReportingDuty> DutiesAt(Instant at, WorkingCalendar calendar, IEnumerable<ReportingRule>? rules = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return FindAsOf(at) is not { } then || !IncidentLifecycle.Rows[then.State].IsReported ? []
            : [.. (rules ?? Rules).Select(rule => ReportingDuty.Find(rule, then, at, calendar)).OfType<ReportingDuty>()];
    }

    internal static BilingualText LabelOf(IncidentId id) => ($"事故 {id}", $"incident {id}");

    /// <summary>When a grade as strict as this was first given; null when none was.</summary>
    internal Instant? FindGradedSince(IncidentGrade mildest) =>
        Gradings.Where(given => given.Grading.Grade <= mildest).Select(given => (Instant?)given.At).FirstOrDefault();

    /// <summary>The incident after a step that was decided: what was taken once is taken again.</summary>
    internal static Incident After(Incident? before, Done<IncidentAct> done)
    {
        var now = before ?? new Incident(done.Act);
        return IncidentLifecycle.Rows[done.Act.Step].Does(now, done) with
        {
            State = IncidentLifecycle.Rows.After(before?.State, done.Act.Step),
            History = now.History.Add(done),
        };
    }
}

/// <summary>The number of an incident (事故编号), given by the platform; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<IncidentId>))]
public readonly record struct IncidentId(long Number) : ITextValue<IncidentId>
{
    static BilingualText ITextValue<IncidentId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static IncidentId Parse(string s, IFormatProvider? provider = null) => ITextValue<IncidentId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IncidentId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}
