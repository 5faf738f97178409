using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

/// <summary>The names of <see cref="DutyStanding"/>.</summary>
public static class DutyStandings
{
    /// <summary>The standing as people read it.</summary>
    /// <param name="standing">The standing.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="standing"/> is not one of the named values.</exception>
    public static BilingualText Name(this DutyStanding standing) => standing.Named() switch
    {
        DutyStanding.Due => ("待报告", "due"),
        DutyStanding.Done => ("已报告", "done"),
        DutyStanding.DoneLate => ("迟报", "done late"),
        DutyStanding.Overdue => ("逾期未报", "overdue"),
    };
}
