using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The lifecycle of a proposal to stop (否决权): director and officer propose, the enterprise stops and reports.</summary>
public static class Stops
{
    /// <summary>The table of states and steps.</summary>
    public static Lifecycle<StopState, StopStep> Lifecycle { get; } = new(
        ("停止活动建议", "proposal to stop"),
        new(null, StopStep.Propose, StopState.Proposed),
        new(StopState.Proposed, StopStep.Stop, StopState.Stopped),
        new(StopState.Proposed, StopStep.Decline, StopState.Declined),
        new(StopState.Stopped, StopStep.Lift, StopState.Lifted));
}
