namespace FoodSafety.Domain.Inspections;

/// <summary>What can be done with an inspection (检查操作).</summary>
/// <remarks>Zero, the default, is no step. Names are in <see cref="InspectionLifecycle"/>.</remarks>
public enum InspectionStep : byte
{
    /// <summary>Planned: task, list and day (计划).</summary>
    Plan = 1,

    /// <summary>Begun by a team (开始).</summary>
    Begin = 2,

    /// <summary>Finished with a result that is told and signed (完成).</summary>
    Finish = 3,

    /// <summary>Made public (公示).</summary>
    Publish = 4,

    /// <summary>Cancelled, with a reason (取消).</summary>
    Cancel = 5,

    /// <summary>Corrected in its wording, with a note; the record stays (文字更正).</summary>
    CorrectClerically = 6,

    /// <summary>Corrected in substance; a new record takes its place (实质更正).</summary>
    CorrectSubstantively = 7,
}
