namespace FoodSafety.Domain.Emergencies;

/// <summary>How a duty to report stands (报告义务状态).</summary>
/// <remarks>The default value 0 is none. Names are in <see cref="DutyStandings"/>.</remarks>
public enum DutyStanding
{
    /// <summary>Not done yet, and not late: the time runs, or no source sets one (待报告).</summary>
    Due = 1,

    /// <summary>Done, and not late (已按时报告).</summary>
    Done = 2,

    /// <summary>Done after the time had run out (迟报).</summary>
    DoneLate = 3,

    /// <summary>Not done, and the time has run out (逾期未报).</summary>
    Overdue = 4,
}
