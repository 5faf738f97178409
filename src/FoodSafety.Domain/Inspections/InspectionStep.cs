using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

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
