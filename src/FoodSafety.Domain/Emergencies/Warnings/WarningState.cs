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
