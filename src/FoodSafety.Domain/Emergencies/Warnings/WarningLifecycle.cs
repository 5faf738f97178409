using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Emergencies;

/// <summary>How far a warning has come (预警状态).</summary>
/// <remarks>The default value 0 is no state. Names are in <see cref="WarningStates"/>.</remarks>
public enum WarningState
{
    /// <summary>Its level was assessed, and nothing is published (已评估).</summary>
    Assessed = 1,

    /// <summary>Published and in force (生效中).</summary>
    InForce = 2,

    /// <summary>Never published, and not going to be (不予发布).</summary>
    Dropped = 3,

    /// <summary>Lifted because the danger is over (已解除).</summary>
    Lifted = 4,

    /// <summary>Its time ran out (已到期).</summary>
    Expired = 5,
}

/// <summary>What can be done with a warning (预警操作).</summary>
/// <remarks>The default value 0 is no step. Names are in <see cref="WarningStates"/>.</remarks>
public enum WarningStep
{
    /// <summary>Assess severity and likelihood, and with them the level; this begins a warning (评估).</summary>
    Assess = 1,

    /// <summary>Assess anew before anything is published (重新评估).</summary>
    Reassess = 2,

    /// <summary>Decide not to publish it (不予发布).</summary>
    Drop = 3,

    /// <summary>Publish it (发布).</summary>
    Publish = 4,

    /// <summary>Publish it anew at a stricter level (上调级别).</summary>
    Raise = 5,

    /// <summary>Publish it anew at a milder level (下调级别).</summary>
    Lower = 6,

    /// <summary>Lift it because the danger is over (解除).</summary>
    Lift = 7,

    /// <summary>Its time runs out; taken by time alone, and by nobody (到期).</summary>
    Expire = 8,
}

/// <summary>The names of <see cref="WarningState"/> and <see cref="WarningStep"/>.</summary>
public static class WarningStates
{
    /// <summary>The state as people read it.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static BilingualText Name(this WarningState state) => state.Named() switch
    {
        WarningState.Assessed => ("已评估", "assessed"),
        WarningState.InForce => ("生效中", "in force"),
        WarningState.Dropped => ("不予发布", "dropped"),
        WarningState.Lifted => ("已解除", "lifted"),
        WarningState.Expired => ("已到期", "expired"),
    };

    /// <summary>The step as people read it.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public static BilingualText Name(this WarningStep step) => step.Named() switch
    {
        WarningStep.Assess => ("评估", "assess"),
        WarningStep.Reassess => ("重新评估", "assess anew"),
        WarningStep.Drop => ("决定不发布", "drop"),
        WarningStep.Publish => ("发布", "publish"),
        WarningStep.Raise => ("上调级别", "raise"),
        WarningStep.Lower => ("下调级别", "lower"),
        WarningStep.Lift => ("解除", "lift"),
        WarningStep.Expire => ("到期", "expire"),
    };
}

/// <summary>The lifecycle of a warning (预警生命周期).</summary>
public static class WarningLifecycle
{
    /// <summary>The table: which step leads from which state to which.</summary>
    public static Lifecycle<WarningState, WarningStep> Table { get; } = new(
        ("风险预警", "risk warning"), WarningStates.Name, WarningStates.Name,
        new(null, WarningStep.Assess, WarningState.Assessed),
        new(WarningState.Assessed, WarningStep.Reassess, WarningState.Assessed),
        new(WarningState.Assessed, WarningStep.Drop, WarningState.Dropped),
        new(WarningState.Assessed, WarningStep.Publish, WarningState.InForce),
        new(WarningState.InForce, WarningStep.Raise, WarningState.InForce),
        new(WarningState.InForce, WarningStep.Lower, WarningState.InForce),
        new(WarningState.InForce, WarningStep.Lift, WarningState.Lifted),
        new(WarningState.InForce, WarningStep.Expire, WarningState.Expired));
}
