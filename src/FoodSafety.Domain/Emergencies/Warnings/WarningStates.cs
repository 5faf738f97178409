using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

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
