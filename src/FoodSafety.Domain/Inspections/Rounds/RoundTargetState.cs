using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>How a stage of a round stands on a day (阶段目标状态). Zero, the default, is no state.</summary>
public enum RoundTargetState : byte
{
    /// <summary>The share was reached, on its last day or before (已达标).</summary>
    [BilingualName("已达标", "met")]
    Met = 1,

    /// <summary>Not reached yet, and at least on the straight line from the beginning to the last day (按进度).</summary>
    [BilingualName("按进度", "on track")]
    OnTrack = 2,

    /// <summary>Not reached yet, and below that line (进度滞后).</summary>
    [BilingualName("进度滞后", "behind")]
    Behind = 3,

    /// <summary>The last day is over and the share was not reached by then (未达标).</summary>
    [BilingualName("未达标", "missed")]
    Missed = 4,
}
