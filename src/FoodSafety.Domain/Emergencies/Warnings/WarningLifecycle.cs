using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Emergencies;

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
