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

/// <summary>How far an inspection has come (检查状态).</summary>
/// <remarks>Zero, the default, is no state.</remarks>
public enum InspectionState : byte
{
    /// <summary>It is to take place (已计划).</summary>
    [BilingualName("已计划", "planned")]
    Planned = 1,

    /// <summary>The inspectors are at work (进行中).</summary>
    [BilingualName("进行中", "under way")]
    UnderWay = 2,

    /// <summary>The result was told and signed on the spot (已完成).</summary>
    [BilingualName("已完成", "finished")]
    Finished = 3,

    /// <summary>The result was made public (已公示).</summary>
    [BilingualName("已公示", "published")]
    Published = 4,

    /// <summary>It did not take place, or was broken off (已取消).</summary>
    [BilingualName("已取消", "cancelled")]
    Cancelled = 5,

    /// <summary>Another record stands in its place (已更正替换).</summary>
    [BilingualName("已更正替换", "replaced")]
    Replaced = 6,
}

/// <summary>What can be done with an inspection (检查操作).</summary>
/// <remarks>Zero, the default, is no step.</remarks>
public enum InspectionStep : byte
{
    /// <summary>Planned: task, list and day (计划).</summary>
    [BilingualName("计划", "plan")]
    Plan = 1,

    /// <summary>Begun by a team (开始).</summary>
    [BilingualName("开始", "begin")]
    Begin = 2,

    /// <summary>Finished with a result that is told and signed (完成).</summary>
    [BilingualName("完成", "finish")]
    Finish = 3,

    /// <summary>Made public (公示).</summary>
    [BilingualName("公示", "publish")]
    Publish = 4,

    /// <summary>Cancelled, with a reason (取消).</summary>
    [BilingualName("取消", "cancel")]
    Cancel = 5,

    /// <summary>Corrected in its wording, with a note; the record stays (文字更正).</summary>
    [BilingualName("文字更正", "correct clerically")]
    CorrectClerically = 6,

    /// <summary>Corrected in substance; a new record takes its place (实质更正).</summary>
    [BilingualName("实质更正", "correct substantively")]
    CorrectSubstantively = 7,
}
