namespace FoodSafety.Domain.SelfControl;

/// <summary>What is done with a proposal to stop (停止活动建议操作).</summary>
/// <remarks>Zero, the default, is no step. Names are in <see cref="Stops"/>.</remarks>
public enum StopStep
{
    /// <summary>Director or officer propose to stop (提出否决建议).</summary>
    Propose = 1,

    /// <summary>The enterprise stops and reports to the bureau (停止并报告).</summary>
    Stop = 2,

    /// <summary>The enterprise does not follow the proposal, and says why (不予采纳).</summary>
    Decline = 3,

    /// <summary>The stop is lifted, the risk being gone (恢复).</summary>
    Lift = 4,
}
