using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>What follows from an inspection as a whole (检查结果处理).</summary>
/// <remarks>
/// The lighter ones have lower numbers; stopping and investigating weigh the same and can both follow. Zero, the default, is no
/// outcome.
/// </remarks>
public enum InspectionOutcome : byte
{
    /// <summary>Nothing further follows (通过): all is in order, or was put right on the spot.</summary>
    [BilingualName("通过", "pass")]
    Pass = 1,

    /// <summary>To be put right by a date, demanded in writing (书面限期整改).</summary>
    [BilingualName("书面限期整改", "written deadline")]
    WrittenDeadline = 2,

    /// <summary>The business stops at once (立即停止生产经营).</summary>
    [BilingualName("立即停止生产经营", "stop at once")]
    Stop = 3,

    /// <summary>The bureau investigates by law (调查处理).</summary>
    [BilingualName("调查处理", "investigation")]
    Case = 4,
}
