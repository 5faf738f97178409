using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Time;

/// <summary>What a time limit is counted in (期限单位).</summary>
/// <remarks>The default value 0 is no unit; no <see cref="TimeLimit"/> has it.</remarks>
public enum TimeLimitUnit
{
    /// <summary>Hours, from an instant (小时).</summary>
    [BilingualName("小时", "hour")]
    Hour = 1,

    /// <summary>Calendar days, holidays included (日).</summary>
    [BilingualName("日", "day")]
    CalendarDay = 2,

    /// <summary>Working days (工作日).</summary>
    [BilingualName("工作日", "working day")]
    WorkingDay = 3,

    /// <summary>Minutes, from an instant (分钟).</summary>
    [BilingualName("分钟", "minute")]
    Minute = 4,
}
