namespace FoodSafety.Domain.Coordination;

/// <summary>How a duty with a last day stands on a day (履职状态): a period of a routine, or a milestone of a line of work.</summary>
/// <remarks>Every duty has exactly one state on every day. The default value 0 is no state. Names are in <see cref="DutyStates"/>.</remarks>
public enum DutyState
{
    /// <summary>Its first day is still to come (未到期).</summary>
    Upcoming = 1,

    /// <summary>It can be done and is not; its last day is today or later (待完成).</summary>
    Due = 2,

    /// <summary>It was done on its last day or before (按期完成).</summary>
    Done = 3,

    /// <summary>It was done after its last day (逾期完成).</summary>
    DoneLate = 4,

    /// <summary>Its last day is over and it is not done (逾期未完成).</summary>
    Missed = 5,
}
