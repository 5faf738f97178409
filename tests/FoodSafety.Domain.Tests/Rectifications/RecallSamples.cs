using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Rectifications;
using NodaTime;
using static FoodSafety.Domain.Rectifications.RecallStep;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Recalls for tests, each in the state asked for by the shortest way.</summary>
internal static class RecallSamples
{
    /// <summary>Wednesday 24 September 2025, ten in the morning in China.</summary>
    public static readonly Instant Start = ReferralSamples.China("2025-09-24T10:00");

    public static readonly ImmutableDictionary<RecallState, RecallStep[]> Ways = new Dictionary<RecallState, RecallStep[]>
    {
        [RecallState.Known] = [Learn],
        [RecallState.Ordered] = [Learn, Order],
        [RecallState.Started] = [Learn, RecallStep.Start],
        [RecallState.Reported] = [Learn, RecallStep.Start, Report],
        [RecallState.Assessed] = [Learn, RecallStep.Start, Report, Assess],
    }.ToImmutableDictionary();

    public static Recall In(RecallState state, RecallClass recallClass = RecallClass.I, Instant? at = null) => Ways[state].Skip(1).Aggregate(
        Recall.Begin(Event(Learn, at ?? Start, recallClass: recallClass)), (recall, step) => recall.Take(Event(step, at ?? Start)));

    /// <summary>Under way, its notice published at the same instant.</summary>
    public static Recall Published(RecallClass recallClass = RecallClass.I, Instant? at = null) =>
        In(RecallState.Started, recallClass, at).Take(Event(Publish, at ?? Start));

    public static RecallEvent Event(RecallStep step, Instant at, decimal amount = 40, RecallClass recallClass = RecallClass.I) => new()
    {
        Step = step,
        Party = RecallLifecycle.TakerOf(step),
        By = "officer-7",
        At = at,
        Reason = "as found",
        Goods = step == Learn ? new RecalledGoods("recall-1", new BusinessId("shop-1"), "milk, batch 7", recallClass, 100, "kg") : null,
        Amount = step is Recover or RecallStep.Dispose ? amount : 0,
        Disposal = step == RecallStep.Dispose ? GoodsDisposal.Destroyed : null,
        Until = step == Extend ? new LocalDate(2025, 12, 1) : null,
    };
}
