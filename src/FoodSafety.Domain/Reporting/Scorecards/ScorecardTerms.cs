using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>
/// What a scorecard counts by (成绩单口径). What the district knows itself it takes from there: its working days, the staffing rules laid down as of
/// the day, how often records are due; so what is shown never contradicts what was decided.
/// </summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ScorecardTerms
{
    /// <summary>Quarters, and the rules of the district.</summary>
    public static ScorecardTerms Default { get; } = new();

    /// <summary>
    /// Visits and daily records are counted from the first day of the period in which the scorecard's day lies, up to that day; a quarter
    /// unless stated. That everybody is to be visited once in it was the national rule until the third quarter of 2024; for later days state
    /// the period of the place. A round knows its own first day: what is done in it is counted from there, whatever the period.
    /// </summary>
    public CalendarCadence Period { get; init; } = Cadence.Quarter;

    /// <summary>
    /// Who would have to have a safety director and officer by other rules than the district's (配备规则测算); null for those laid down in the district as of the
    /// day. Where none were, the posts required are unstated.
    /// </summary>
    public StaffingTimeline? Staffing { get; init; }

    /// <summary>How often daily control would be due by another duty than the district's; null for that of the district.</summary>
    public SelfControlDuty? Daily { get; init; }

    /// <summary>The days that are counted in a scorecard of a day, both included.</summary>
    /// <param name="on">The day.</param>
    public DateInterval DaysUpTo(LocalDate on) => new(Period.PeriodOf(on).First, on);
}
