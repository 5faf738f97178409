using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>All warnings, past and present (预警台账).</summary>
/// <remarks>They count in hours: the steps of one are taken in the order of their instants, of which the stamp's time of day is a part.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class WarningBook : ThingBook<WarningId, RiskWarning, WarningAct>
{
    private readonly DateTimeZone _zone;
    private readonly AreaBook _areas;

    internal WarningBook(DateTimeZone zone, AreaBook areas, UndoLog undo) : base(undo) => (_zone, _areas) = (zone, areas);

    /// <summary>What a regulator can do with a warning, and what stands in the way (可选操作).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="issuer">Which regulator asks.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such warning.</exception>
    public ImmutableArray<StepOption<WarningStep>> AllowedSteps(WarningId id, WarningIssuer issuer, Instant at)
    {
        var warning = this[id];
        var on = DateBounds.DateOf(at, _zone, nameof(at));
        return
        [
            .. WarningLifecycle.Table.StepsFrom(warning.StateAt(at)).Where(step => !WarningLifecycle.Rows[step].IsTakenByTime)
                .Select(step => new StepOption<WarningStep>(step, [.. WarningGuards.Unmet(new(warning, Would(step), at, on))])),
        ];

        // Of its data it is known who speaks, where the public sees the step.
        WarningAct Would(WarningStep step) => new(id, step) { Issuer = WarningLifecycle.Rows[step].Takes(WarningData.Issuer) ? issuer : null };
    }

    /// <summary>The warnings in force for an area at an instant, each as it was then: its own and those of every area around it.</summary>
    /// <param name="area">The area; none for the warnings of the whole country alone.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The strictest first; of equals the first assessed.</returns>
    public ImmutableArray<RiskWarning> InForceAt(AreaCode area, Instant at) => InForceWithin(area, at, at);

    /// <summary>The warnings in force for an area at some moment of a day in the district's zone, each as it was at the end of the day.</summary>
    /// <param name="area">The area; none for the warnings of the whole country alone.</param>
    /// <param name="day">The day.</param>
    /// <returns>The strictest first; of equals the first assessed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is the first or the last day of the calendar, which has the years -9998 to 9999.</exception>
    public ImmutableArray<RiskWarning> InForceOn(AreaCode area, LocalDate day) => InForceWithin(
        area, DateBounds.StartOf(day, _zone, nameof(day)), DateBounds.EndOf(day, _zone, nameof(day)) - Duration.Epsilon);

    private protected override string ThingKind => WarningAct.ThingKind;

    private protected override IEnumerable<Thing> BusinessesOf(RiskWarning thing, WarningAct act) => thing.Subject.Businesses.Select(BusinessAct.ThingOf);

    private protected override WarningId IdOf(WarningAct act) => act.Warning;

    private protected override Decision Decide(RiskWarning? before, WarningAct act, Moment moment) =>
        Decision.Of(act, WarningLifecycle.Rows.Refusals(
            () => RiskWarning.LabelOf(act.Warning), before?.StateAt(moment.At), act.Step, act, () => WarningGuards.Unmet(new(before, act, moment.At, moment.On))));

    private protected override RiskWarning After(RiskWarning? before, WarningAct act, Moment moment) => RiskWarning.After(before, new(act, moment));

    private ImmutableArray<RiskWarning> InForceWithin(AreaCode area, Instant from, Instant last) =>
    [
        .. All.Where(warning => Concerns(warning.Subject, area) && warning.IsInForceThrough(from, last))
            .Select(warning => warning.FindAsOf(last)!)
            .OrderBy(warning => warning.Level),
    ];

    // The ground is warned of under the code that it had then, and under that which it has since.
    private bool Concerns(WarningSubject subject, AreaCode area) => subject.Concerns(area) || _areas.NowOf(subject.Area).Any(now => now.Contains(area));
}
