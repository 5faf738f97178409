using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>What a scorecard counts by (成绩单口径): the period of visits and records, who must have which safety post, and the working days.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ScorecardTerms
{
    /// <summary>Quarters, the national staffing rules, daily control every day, and the working calendar of China.</summary>
    public static ScorecardTerms Default { get; } = new();

    /// <summary>
    /// Visits and daily records are counted from the first day of the period in which the scorecard's day lies, up to that day; a quarter
    /// unless stated. A round knows its own first day: what is done in it is counted from there, whatever the period.
    /// </summary>
    public CalendarCadence Period { get; init; } = Cadence.Quarter;

    /// <summary>Who must have a safety director and officer; <see cref="StaffingRules.National"/> unless stated.</summary>
    public StaffingTimeline Staffing { get; init; } = StaffingRules.National;

    /// <summary>How often daily control is due; <see cref="SelfControlDuties.Daily"/> unless stated.</summary>
    public SelfControlDuty Daily { get; init; } = SelfControlDuties.Daily;

    /// <summary>Which days are worked; <see cref="WorkingCalendar.China"/> unless stated.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.China;

    /// <summary>The days that are counted in a scorecard of a day, both included.</summary>
    /// <param name="on">The day.</param>
    public DateInterval DaysUpTo(LocalDate on) => new(Period.PeriodOf(on).First, on);
}
