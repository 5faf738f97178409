using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Emergencies;

/// <summary>How far a warning has come (预警状态).</summary>
/// <remarks>The default value 0 is no state.</remarks>
public enum WarningState
{
    /// <summary>Its level was assessed, and nothing is published (已评估).</summary>
    [BilingualName("已评估", "assessed")]
    Assessed = 1,

    /// <summary>Published and in force (生效中).</summary>
    [BilingualName("生效中", "in force")]
    InForce = 2,

    /// <summary>Never published, and not going to be (不予发布).</summary>
    [BilingualName("不予发布", "dropped")]
    Dropped = 3,

    /// <summary>Lifted because the danger is over (已解除).</summary>
    [BilingualName("已解除", "lifted")]
    Lifted = 4,

    /// <summary>Its time ran out (已到期).</summary>
    [BilingualName("已到期", "expired")]
    Expired = 5,
}

/// <summary>What can be done with a warning (预警操作).</summary>
/// <remarks>The default value 0 is no step.</remarks>
public enum WarningStep
{
    /// <summary>Assess severity and likelihood, and with them the level; this begins a warning (评估).</summary>
    [BilingualName("评估", "assess")]
    Assess = 1,

    /// <summary>Assess anew before anything is published (重新评估).</summary>
    [BilingualName("重新评估", "assess anew")]
    Reassess = 2,

    /// <summary>Decide not to publish it (不予发布).</summary>
    [BilingualName("决定不发布", "drop")]
    Drop = 3,

    /// <summary>Publish it (发布).</summary>
    [BilingualName("发布", "publish")]
    Publish = 4,

    /// <summary>Publish it anew at a stricter level (上调级别).</summary>
    [BilingualName("上调级别", "raise")]
    Raise = 5,

    /// <summary>Publish it anew at a milder level (下调级别).</summary>
    [BilingualName("下调级别", "lower")]
    Lower = 6,

    /// <summary>Lift it because the danger is over (解除).</summary>
    [BilingualName("解除", "lift")]
    Lift = 7,

    /// <summary>Its time runs out; taken by time alone, and by nobody (到期).</summary>
    [BilingualName("到期", "expire")]
    Expire = 8,
}

/// <summary>The lifecycle of a warning (预警生命周期).</summary>
public static class WarningLifecycle
{
    /// <summary>The table: which step leads from which state to which.</summary>
    public static Lifecycle<WarningState, WarningStep> Table { get; } = new(
        ("风险预警", "risk warning"),
        new(null, WarningStep.Assess, WarningState.Assessed),
        new(WarningState.Assessed, WarningStep.Reassess, WarningState.Assessed),
        new(WarningState.Assessed, WarningStep.Drop, WarningState.Dropped),
        new(WarningState.Assessed, WarningStep.Publish, WarningState.InForce),
        new(WarningState.InForce, WarningStep.Raise, WarningState.InForce),
        new(WarningState.InForce, WarningStep.Lower, WarningState.InForce),
        new(WarningState.InForce, WarningStep.Lift, WarningState.Lifted),
        new(WarningState.InForce, WarningStep.Expire, WarningState.Expired));
}
