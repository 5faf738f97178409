using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Inspections;

/// <summary>The states of an inspection and the steps between them (检查流程), with their names.</summary>
public static class InspectionLifecycle
{
    /// <summary>The table. Besides what it says, each step has requirements: see <see cref="InspectionBook"/>.</summary>
    /// <remarks>A record begins when it is planned, or finished at once when it takes the place of one that was wrong.</remarks>
    public static Lifecycle<InspectionState, InspectionStep> Table { get; } = new(
        ("检查", "inspection"),
        new(null, InspectionStep.Plan, InspectionState.Planned),
        new(InspectionState.Planned, InspectionStep.Begin, InspectionState.UnderWay),
        new(InspectionState.Planned, InspectionStep.Cancel, InspectionState.Cancelled),
        new(InspectionState.UnderWay, InspectionStep.Finish, InspectionState.Finished),
        new(InspectionState.UnderWay, InspectionStep.Cancel, InspectionState.Cancelled),
        new(InspectionState.Finished, InspectionStep.Publish, InspectionState.Published),
        new(InspectionState.Finished, InspectionStep.CorrectClerically, InspectionState.Finished),
        new(InspectionState.Finished, InspectionStep.CorrectSubstantively, InspectionState.Replaced),
        new(InspectionState.Published, InspectionStep.CorrectClerically, InspectionState.Published),
        new(InspectionState.Published, InspectionStep.CorrectSubstantively, InspectionState.Replaced),
        new(null, InspectionStep.CorrectSubstantively, InspectionState.Finished));
}
