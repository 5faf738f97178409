using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Acts;
using NodaTime;
using static FoodSafety.Domain.Rectifications.RecallStep;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Districts with one recall, in the state asked for by the shortest way.</summary>
internal static class RecallSamples
{
    public static readonly RecallId Id = new(1);

    public static readonly BusinessId Shop = new("shop-1");

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

    public static District None() => ActTrial.NewDistrict(businesses: [Shop.Value]);

    public static District In(RecallState state, RecallClass recallClass = RecallClass.I, Instant? at = null) => After(Ways[state], recallClass, at);

    /// <summary>Under way, its notice published at the same instant.</summary>
    public static District Published(RecallClass recallClass = RecallClass.I, Instant? at = null) => After([Learn, RecallStep.Start, Publish], recallClass, at);

    public static District After(IEnumerable<RecallStep> steps, RecallClass recallClass = RecallClass.I, Instant? at = null)
    {
        var district = None();
        foreach (var step in steps)
        {
            district.Take(Act(step, recallClass: recallClass), at ?? Start);
        }

        return district;
    }

    public static Recall TheRecall(this District district) => district.Recalls[Id];

    /// <summary>A complete act of a step, by the party that takes it.</summary>
    public static RecallAct Act(
        RecallStep step, decimal amount = 40, RecallClass recallClass = RecallClass.I, RecallParty? party = null, LocalDate? until = null,
        GoodsDisposal disposal = GoodsDisposal.Destroyed) => new(
        Id, step, party ?? RecallLifecycle.TakerOf(step), "as found",
        step == Learn ? new RecalledGoods(Shop, "milk, batch 7", recallClass, 100, "kg") : null,
        step is Recover or RecallStep.Dispose ? amount : 0,
        step == RecallStep.Dispose ? disposal : null,
        step == Extend ? until ?? new LocalDate(2025, 12, 1) : null);
}
