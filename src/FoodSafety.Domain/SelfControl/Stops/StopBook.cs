using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>All proposals to stop an activity and the stops (否决权台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class StopBook : ThingBook<StopId, StopProposal, StopAct>
{
    private readonly StaffBook _staff;

    internal StopBook(StaffBook staff, UndoLog undo)
        : base(undo) => _staff = staff;

    /// <summary>The rule that director and officer may propose to stop.</summary>
    public static Citation VetoBasis { get; } = SelfControlSources.Order60;

    private protected override string ThingKind => StopAct.ThingKind;

    private protected override IEnumerable<Thing> BusinessesOf(StopProposal thing, StopAct act) => [BusinessAct.ThingOf(thing.Business)];

    /// <summary>The law by which the enterprise must stop and report when an accident threatens, in the edition in force on a day.</summary>
    /// <param name="on">The day of the stop.</param>
    public static Citation StopBasis(LocalDate on) => FoodSafetyLaw.Article("47", on);

    /// <summary>The proposals whose stop holds on a day, by all that is known now, in the order made.</summary>
    /// <param name="on">The day.</param>
    public ImmutableArray<StopProposal> StoppedOn(LocalDate on) => [.. All.Where(proposal => proposal.IsStoppedOn(on))];

    /// <summary>The steps that the state of a proposal allows; nothing else stands in their way.</summary>
    /// <param name="id">The proposal.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such proposal.</exception>
    public ImmutableArray<StepOption<StopStep>> AllowedSteps(StopId id) =>
        Stops.Lifecycle.Options(this[id].State, _ => []);

    private protected override StopId IdOf(StopAct act) => act.Id;

    private protected override StopProposal After(StopProposal? before, StopAct act, Moment moment) => StopProposal.After(before, new(act, moment));

    private protected override Decision Decide(StopProposal? before, StopAct act, Moment moment) => Decision.Of(act, Stops.Rows.Refusals(
        () => StopProposal.NameOf(act.Id), before?.State, act.Step, act, () => Stops.Rows[act.Step].Asks(new(act, moment.On, _staff))));
}
