using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

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
