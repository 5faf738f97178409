using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>How a duty with a last day stands on a day (履职状态): a period of a routine, or a milestone of a line of work.</summary>
/// <remarks>Every duty has exactly one state on every day. The default value 0 is no state.</remarks>
public enum DutyState
{
    /// <summary>Its first day is still to come (未到期).</summary>
    [BilingualName("未到期", "Upcoming")]
    Upcoming = 1,

    /// <summary>It can be done and is not; its last day is today or later (待完成).</summary>
    [BilingualName("待完成", "Due")]
    Due = 2,

    /// <summary>It was done on its last day or before (按期完成).</summary>
    [BilingualName("按期完成", "Done in time")]
    Done = 3,

    /// <summary>It was done after its last day (逾期完成).</summary>
    [BilingualName("逾期完成", "Done late")]
    DoneLate = 4,

    /// <summary>Its last day is over and it is not done (逾期未完成).</summary>
    [BilingualName("逾期未完成", "Missed")]
    Missed = 5,
}

/// <summary>Which states of a duty count as done.</summary>
public static class DutyStates
{
    /// <summary>True when the duty is done, in time or late.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static bool IsDone(this DutyState state) => state.Named() switch
    {
        DutyState.Done or DutyState.DoneLate => true,
        DutyState.Upcoming or DutyState.Due or DutyState.Missed => false,
    };

    /// <summary>The state on a day, of a duty with its first and last day; what was done after that day is not known yet.</summary>
    internal static DutyState At(LocalDate first, LocalDate last, LocalDate? done, LocalDate on) =>
        done <= on ? (done <= last ? DutyState.Done : DutyState.DoneLate)
        : on < first ? DutyState.Upcoming
        : on <= last ? DutyState.Due
        : DutyState.Missed;
}
