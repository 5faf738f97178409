using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The three records that a business makes of its own control (日管控、周排查、月调度).</summary>
/// <remarks>Zero, the default, is no kind. Who makes which how often is in <see cref="SelfControlDuties"/>.</remarks>
public enum SelfControlKind : byte
{
    /// <summary>Daily control (日管控): the officer goes through the list of risks.</summary>
    [BilingualName("日管控", "daily control")]
    DailyControl = 1,

    /// <summary>Weekly check (周排查): director or officer look for hidden risks and solve them.</summary>
    [BilingualName("周排查", "weekly check")]
    WeeklyCheck = 2,

    /// <summary>Monthly meeting (月调度): the main person in charge hears the director.</summary>
    [BilingualName("月调度", "monthly meeting")]
    MonthlyMeeting = 3,
}
