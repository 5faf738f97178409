using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The lifecycle of a proposal to stop (否决权): director and officer propose, the enterprise stops and reports.</summary>
public static class Stops
{
    /// <summary>The table of states and steps.</summary>
    public static Lifecycle<StopState, StopStep> Lifecycle { get; } = new(
        ("停止活动建议", "proposal to stop"), Name, Name,
        new(null, StopStep.Propose, StopState.Proposed),
        new(StopState.Proposed, StopStep.Stop, StopState.Stopped),
        new(StopState.Proposed, StopStep.Decline, StopState.Declined),
        new(StopState.Stopped, StopStep.Lift, StopState.Lifted));

    /// <summary>The name of a state.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static BilingualText Name(this StopState state) => state.Named() switch
    {
        StopState.Proposed => ("已提出", "proposed"),
        StopState.Stopped => ("已停止", "stopped"),
        StopState.Declined => ("未采纳", "declined"),
        StopState.Lifted => ("已恢复", "lifted"),
    };

    /// <summary>The name of a step.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public static BilingualText Name(this StopStep step) => step.Named() switch
    {
        StopStep.Propose => ("提出停止建议", "propose"),
        StopStep.Stop => ("停止并报告", "stop and report"),
        StopStep.Decline => ("不予采纳", "decline"),
        StopStep.Lift => ("恢复", "lift"),
    };
}
