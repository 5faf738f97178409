using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>What a scorecard counts by (成绩单口径): the period of visits and records, and who must have which safety post. The working days are those of the district.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ScorecardTerms
{
    /// <summary>Quarters, the national staffing rules, and daily control as it is due in the district.</summary>
    public static ScorecardTerms Default { get; } = new();

    /// <summary>
    /// Visits and daily records are counted from the first day of the period in which the scorecard's day lies, up to that day; a quarter
    /// unless stated. That everybody is to be visited once in it was the national rule until the third quarter of 2024; for later days state
    /// the period of the place. A round knows its own first day: what is done in it is counted from there, whatever the period.
    /// </summary>
    public CalendarCadence Period { get; init; } = Cadence.Quarter;

    /// <summary>Who must have a safety director and officer; <see cref="StaffingRules.National"/> unless stated.</summary>
    public StaffingTimeline Staffing { get; init; } = StaffingRules.National;

    /// <summary>How often daily control is due; null for the duty of the district on the day, <see cref="DistrictDay.RecordDuties"/>.</summary>
    public SelfControlDuty? Daily { get; init; }

    /// <summary>The days that are counted in a scorecard of a day, both included.</summary>
    /// <param name="on">The day.</param>
    public DateInterval DaysUpTo(LocalDate on) => new(Period.PeriodOf(on).First, on);
}
