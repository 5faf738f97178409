using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>All warnings of a platform, past and present (预警台账).</summary>
/// <remarks>
/// The steps of one warning are taken in the order of time; those of different warnings in any. Besides what stands at each, every
/// step throws <see cref="ArgumentException"/> for a warning that there is not, for nobody who takes it, and for what it says where that is missing
/// or blank. Whatever is refused changes nothing. Not thread-safe.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class WarningBook
{
    private readonly List<RiskWarning> _warnings = [];
    private readonly List<WarningEvent> _events = [];

    /// <summary>Everything that was done, in the order recorded.</summary>
    public IReadOnlyList<WarningEvent> Events => _events.AsReadOnly();

    /// <summary>All warnings, each as it is now, in the order assessed.</summary>
    public IReadOnlyList<RiskWarning> Warnings => _warnings.AsReadOnly();

    /// <summary>Rebuilds a book from what was done.</summary>
    /// <param name="events">The <see cref="Events"/> of a book.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">A step is not allowed where it stands.</exception>
    /// <exception cref="ArgumentException">An event does not say what its step says, or names a warning that there is not.</exception>
    public static WarningBook Replay(IEnumerable<WarningEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var book = new WarningBook();
        foreach (var taken in events)
        {
            book.Take(taken);
        }

        return book;
    }

    /// <summary>A warning as it is now.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such warning.</exception>
    public RiskWarning Warning(WarningId id) => id.Number >= 1 && id.Number <= _warnings.Count
        ? _warnings[(int)id.Number - 1]
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The book has {_warnings.Count} warnings, numbered from 1.");

    /// <summary>Assesses a danger, which begins a warning (评估).</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="assessment">How severe, how likely, and the level of both: of <see cref="WarningMatrix.Assess"/>.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <returns>The warning.</returns>
    public RiskWarning Assess(WarningSubject subject, WarningAssessment assessment, string by, Instant at) =>
        Take(new(new WarningId(_warnings.Count + 1), WarningStep.Assess, at, by) { Subject = subject, Assessment = assessment });

    /// <summary>Assesses anew before anything is published (重新评估).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="assessment">What is found now.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or it is dated before the last step.</exception>
    public RiskWarning Reassess(WarningId id, WarningAssessment assessment, string reason, string by, Instant at) =>
        Take(new(id, WarningStep.Reassess, at, by) { Assessment = assessment, Reason = reason });

    /// <summary>Decides not to publish it (不予发布).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or it is dated before the last step.</exception>
    public RiskWarning Drop(WarningId id, string reason, string by, Instant at) => Take(new(id, WarningStep.Drop, at, by) { Reason = reason });

    /// <summary>Publishes it (发布).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="issuer">Which regulator publishes.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <param name="until">When its time runs out (exclusive); null when it stays until lifted.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">
    /// The state does not allow it, it is dated before the last step or ends before it begins, or the issuer may not publish it.
    /// </exception>
    public RiskWarning Publish(WarningId id, WarningIssuer issuer, string by, Instant at, Instant? until = null) =>
        Take(new(id, WarningStep.Publish, at, by) { Issuer = issuer, Until = until });

    /// <summary>Publishes it anew at a stricter level (上调级别).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="assessment">What is found now.</param>
    /// <param name="issuer">Which regulator publishes.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">
    /// The state does not allow it, it is dated before the last step, the level is not stricter, or the issuer may not publish it.
    /// </exception>
    public RiskWarning Raise(WarningId id, WarningAssessment assessment, WarningIssuer issuer, string reason, string by, Instant at) =>
        Take(new(id, WarningStep.Raise, at, by) { Assessment = assessment, Issuer = issuer, Reason = reason });

    /// <summary>Publishes it anew at a milder level (下调级别).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="assessment">What is found now.</param>
    /// <param name="issuer">Which regulator publishes.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">
    /// The state does not allow it, it is dated before the last step, the level is not milder, or the issuer may not publish it.
    /// </exception>
    public RiskWarning Lower(WarningId id, WarningAssessment assessment, WarningIssuer issuer, string reason, string by, Instant at) =>
        Take(new(id, WarningStep.Lower, at, by) { Assessment = assessment, Issuer = issuer, Reason = reason });

    /// <summary>Lifts it because the danger is over (解除).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="issuer">Which regulator lifts it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">
    /// The state does not allow it, it is dated before the last step, or the issuer may not publish it.
    /// </exception>
    public RiskWarning Lift(WarningId id, WarningIssuer issuer, string reason, string by, Instant at) =>
        Take(new(id, WarningStep.Lift, at, by) { Issuer = issuer, Reason = reason });

    /// <summary>What a regulator can do with a warning, and what stands in the way (可选操作).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="issuer">Which regulator asks.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such warning.</exception>
    public ImmutableArray<StepOption<WarningStep>> AllowedSteps(WarningId id, WarningIssuer issuer, Instant at)
    {
        var warning = Warning(id);
        return
        [
            .. WarningLifecycle.Table.StepsFrom(warning.StateAt(at)).Where(step => step != WarningStep.Expire)
                .Select(step => new StepOption<WarningStep>(step, [.. WarningGuards.UnmetBy(warning, new(id, step, at, "?") { Issuer = WarningEvent.Speaks(step) ? issuer : null })])),
        ];
    }

    /// <summary>The warnings in force for an area at an instant, each as it was then: its own and those of every area around it.</summary>
    /// <param name="area">The area; none for the warnings of the whole country alone.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The strictest first; of equals the first assessed.</returns>
    public ImmutableArray<RiskWarning> InForceAt(AreaCode area, Instant at) =>
        InForceWithin(area, at, at);

    /// <summary>The warnings in force for an area at some moment of a day in China, each as it was at the end of the day.</summary>
    /// <param name="area">The area; none for the warnings of the whole country alone.</param>
    /// <param name="day">The day.</param>
    /// <returns>The strictest first; of equals the first assessed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is the first or the last day of the calendar, which has the years -9998 to 9999.</exception>
    public ImmutableArray<RiskWarning> InForceOn(AreaCode area, LocalDate day) => InForceWithin(
        area, DateBounds.StartOf(day, ChinaTime.Zone, nameof(day)), DateBounds.EndOf(day, ChinaTime.Zone, nameof(day)) - Duration.Epsilon);

    private ImmutableArray<RiskWarning> InForceWithin(AreaCode area, Instant from, Instant last) =>
    [
        .. _warnings.Where(warning => warning.Subject.Concerns(area) && warning.IsInForceThrough(from, last))
            .Select(warning => warning.FindAsOf(last)!)
            .OrderBy(warning => warning.Level),
    ];

    private RiskWarning Take(WarningEvent taken)
    {
        taken.Check();
        var begins = taken.Step == WarningStep.Assess && taken.Warning.Number == _warnings.Count + 1;
        var before = begins ? null : Warning(taken.Warning);
        WarningLifecycle.Table.Next(
            RiskWarning.LabelOf(taken.Warning), before?.StateAt(taken.At), taken.Step, before is null ? [] : WarningGuards.UnmetBy(before, taken));
        var after = before?.With(taken) ?? RiskWarning.Begin(taken);
        if (begins)
        {
            _warnings.Add(after);
        }
        else
        {
            _warnings[(int)taken.Warning.Number - 1] = after;
        }

        _events.Add(taken);
        return after;
    }
}
