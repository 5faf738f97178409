using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

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
