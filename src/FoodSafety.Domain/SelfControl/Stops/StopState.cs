namespace FoodSafety.Domain.SelfControl;

/// <summary>Where a proposal to stop stands (停止活动建议状态).</summary>
/// <remarks>Zero, the default, is no state. Names are in <see cref="Stops"/>.</remarks>
public enum StopState
{
    /// <summary>Proposed by the director or an officer, not decided (已提出).</summary>
    Proposed = 1,

    /// <summary>The activity is stopped and the bureau told (已停止).</summary>
    Stopped = 2,

    /// <summary>The enterprise looked into it and found no risk of an accident (未采纳).</summary>
    Declined = 3,

    /// <summary>The risk is gone and the activity goes on (已恢复).</summary>
    Lifted = 4,
}
