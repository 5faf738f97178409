using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using static FoodSafety.Domain.Rectifications.RecallState;
using static FoodSafety.Domain.Rectifications.RecallStep;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The rules of the road of a recall (召回流程): its table, and who takes each step.</summary>
public static class RecallLifecycle
{
    /// <summary>The table of states and steps.</summary>
    public static Lifecycle<RecallState, RecallStep> Table { get; } = new(
        ("食品召回", "food recall"),
        new(null, Learn, Known),
        new(Known, Start, Started), new(Known, Order, Ordered),
        new(Ordered, Start, Started),
        new(Started, Publish, Started), new(Started, Progress, Started),
        new(Started, Recover, Started), new(Started, Dispose, Started), new(Started, Extend, Started), new(Started, Report, Reported),
        new(Reported, Dispose, Reported), new(Reported, SendBack, Started), new(Reported, Assess, Assessed));

    /// <summary>Who takes a step.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public static RecallParty TakerOf(RecallStep step) => step.Named() switch
    {
        Order or Extend or SendBack or Assess => RecallParty.MarketBureau,
        Learn or Start or Publish or Recover or Dispose or Progress or Report => RecallParty.Business,
    };
}
