using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A director or officer proposed to stop an activity (停止活动建议), and what became of it.</summary>
/// <remarks>Immutable.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StopProposal
{
    internal StopProposal(StopId id, BusinessId business, StopState state, ImmutableArray<StopEvent> history) =>
        (Id, Business, State, History) = (id, business, state, history);

    /// <summary>Its number in the book.</summary>
    public StopId Id { get; }

    /// <summary>The business.</summary>
    public BusinessId Business { get; }

    /// <summary>Where it stands.</summary>
    public StopState State { get; internal init; }

    /// <summary>All steps, from the proposal on.</summary>
    public ItemList<StopEvent> History { get; internal init; }

    /// <summary>What people call it.</summary>
    public BilingualText Name => NameOf(Id);

    /// <summary>Whether the activity is stopped on a day: from the day of the stop to the day before that on which it is lifted.</summary>
    /// <param name="on">The day.</param>
    public bool IsStoppedOn(LocalDate on) =>
        History.Any(e => e.Step == StopStep.Stop && e.On <= on) && !History.Any(e => e.Step == StopStep.Lift && e.On <= on);

    internal static BilingualText NameOf(StopId id) => ($"停止活动建议 {id}", $"proposal to stop {id}");
}
