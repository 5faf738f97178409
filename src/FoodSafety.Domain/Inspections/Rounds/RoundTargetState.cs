namespace FoodSafety.Domain.Inspections;

/// <summary>How a stage of a round stands on a day (阶段目标状态). Zero, the default, is no state.</summary>
/// <remarks>Names are in <see cref="RoundTargetStates"/>.</remarks>
public enum RoundTargetState : byte
{
    /// <summary>The share was reached, on its last day or before (已达标).</summary>
    Met = 1,

    /// <summary>Not reached yet, and at least on the straight line from the beginning to the last day (按进度).</summary>
    OnTrack = 2,

    /// <summary>Not reached yet, and below that line (进度滞后).</summary>
    Behind = 3,

    /// <summary>The last day is over and the share was not reached by then (未达标).</summary>
    Missed = 4,
}
