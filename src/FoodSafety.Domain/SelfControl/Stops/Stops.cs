using FoodSafety.Domain.Languages;
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

/// <summary>Where a proposal to stop stands (停止活动建议状态).</summary>
/// <remarks>Zero, the default, is no state.</remarks>
public enum StopState
{
    /// <summary>Proposed by the director or an officer, not decided (已提出).</summary>
    [BilingualName("已提出", "proposed")]
    Proposed = 1,

    /// <summary>The activity is stopped and the bureau told (已停止).</summary>
    [BilingualName("已停止", "stopped")]
    Stopped = 2,

    /// <summary>The enterprise looked into it and found no risk of an accident (未采纳).</summary>
    [BilingualName("未采纳", "declined")]
    Declined = 3,

    /// <summary>The risk is gone and the activity goes on (已恢复).</summary>
    [BilingualName("已恢复", "lifted")]
    Lifted = 4,
}

/// <summary>What is done with a proposal to stop (停止活动建议操作).</summary>
/// <remarks>Zero, the default, is no step.</remarks>
public enum StopStep
{
    /// <summary>Director or officer propose to stop (提出否决建议).</summary>
    [BilingualName("提出停止建议", "propose")]
    Propose = 1,

    /// <summary>The enterprise stops and reports to the bureau (停止并报告).</summary>
    [BilingualName("停止并报告", "stop and report")]
    Stop = 2,

    /// <summary>The enterprise does not follow the proposal, and says why (不予采纳).</summary>
    [BilingualName("不予采纳", "decline")]
    Decline = 3,

    /// <summary>The stop is lifted, the risk being gone (恢复).</summary>
    [BilingualName("恢复", "lift")]
    Lift = 4,
}
