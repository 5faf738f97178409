using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

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
