namespace FoodSafety.Domain.Emergencies;

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
