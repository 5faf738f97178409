using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Inspections;

/// <summary>The states of an inspection and the steps between them (检查流程), with their names.</summary>
public static class InspectionLifecycle
{
    /// <summary>The table. Besides what it says, each step has requirements: see <see cref="InspectionBook"/>.</summary>
    /// <remarks>A record begins when it is planned, or finished at once when it takes the place of one that was wrong.</remarks>
    public static Lifecycle<InspectionState, InspectionStep> Table { get; } = new(
        ("检查", "inspection"),
        Name,
        Name,
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

    /// <summary>The state as people read it.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static BilingualText Name(this InspectionState state) => state.Named() switch
    {
        InspectionState.Planned => ("已计划", "planned"),
        InspectionState.UnderWay => ("进行中", "under way"),
        InspectionState.Finished => ("已完成", "finished"),
        InspectionState.Published => ("已公示", "published"),
        InspectionState.Cancelled => ("已取消", "cancelled"),
        InspectionState.Replaced => ("已更正替换", "replaced"),
    };

    /// <summary>The step as people read it.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public static BilingualText Name(this InspectionStep step) => step.Named() switch
    {
        InspectionStep.Plan => ("计划", "plan"),
        InspectionStep.Begin => ("开始", "begin"),
        InspectionStep.Finish => ("完成", "finish"),
        InspectionStep.Publish => ("公示", "publish"),
        InspectionStep.Cancel => ("取消", "cancel"),
        InspectionStep.CorrectClerically => ("文字更正", "correct clerically"),
        InspectionStep.CorrectSubstantively => ("实质更正", "correct substantively"),
    };
}
