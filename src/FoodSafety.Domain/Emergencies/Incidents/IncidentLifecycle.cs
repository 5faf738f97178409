using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Emergencies;

/// <summary>The lifecycle of an incident (事故处置流程).</summary>
public static class IncidentLifecycle
{
    /// <summary>The table: which step leads from which state to which.</summary>
    public static Lifecycle<IncidentState, IncidentStep> Table { get; } = new(
        ("食品安全事故", "food-safety incident"), IncidentStates.Name, IncidentStates.Name,
        new(null, IncidentStep.Register, IncidentState.Reported),
        new(IncidentState.Reported, IncidentStep.Learn, IncidentState.Reported),
        new(IncidentState.Reported, IncidentStep.Report, IncidentState.Reported),
        new(IncidentState.Reported, IncidentStep.Verify, IncidentState.Verified),
        new(IncidentState.Reported, IncidentStep.Dismiss, IncidentState.Dismissed),
        new(IncidentState.Verified, IncidentStep.Learn, IncidentState.Verified),
        new(IncidentState.Verified, IncidentStep.Report, IncidentState.Verified),
        new(IncidentState.Verified, IncidentStep.Regrade, IncidentState.Verified),
        new(IncidentState.Verified, IncidentStep.Respond, IncidentState.Responding),
        new(IncidentState.Verified, IncidentStep.Close, IncidentState.Closed),
        new(IncidentState.Verified, IncidentStep.Dismiss, IncidentState.Dismissed),
        new(IncidentState.Responding, IncidentStep.Learn, IncidentState.Responding),
        new(IncidentState.Responding, IncidentStep.Report, IncidentState.Responding),
        new(IncidentState.Responding, IncidentStep.Regrade, IncidentState.Responding),
        new(IncidentState.Responding, IncidentStep.AdjustResponse, IncidentState.Responding),
        new(IncidentState.Responding, IncidentStep.EndResponse, IncidentState.ResponseEnded),
        new(IncidentState.ResponseEnded, IncidentStep.Learn, IncidentState.ResponseEnded),
        new(IncidentState.ResponseEnded, IncidentStep.Report, IncidentState.ResponseEnded),
        new(IncidentState.ResponseEnded, IncidentStep.Regrade, IncidentState.ResponseEnded),
        new(IncidentState.ResponseEnded, IncidentStep.Respond, IncidentState.Responding),
        new(IncidentState.ResponseEnded, IncidentStep.Close, IncidentState.Closed));
}
