using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Publications;

/// <summary>Other terms of scorecards were laid down (成绩单口径发布): they hold for scorecards of the day of record and of later days.</summary>
/// <remarks>Until some are, those of <see cref="ScorecardTerms.Default"/> hold. A report that was published says itself from which day on it counts.</remarks>
/// <param name="Rules">The terms.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ScorecardTermsLaidDown(ScorecardTerms Rules) : RulesLaidDown<ScorecardTerms>(Rules)
{
    /// <inheritdoc/>
    public override string Kind => "scorecard-terms-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("scorecard-terms", "");
}

/// <summary>
/// What a scorecard counts by (成绩单口径), besides what the district laid down of other things: its working days, its staffing rules and how often records are
/// due are those of the day, so that what is shown never contradicts what was decided.
/// </summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ScorecardTerms
{
    /// <summary>Quarters.</summary>
    public static ScorecardTerms Default { get; } = new();

    /// <summary>
    /// Visits and daily records are counted from the first day of the period in which the scorecard's day lies, up to that day; a quarter
    /// unless stated. That everybody is to be visited once in it was the national rule until the third quarter of 2024; for later days a place lays down
    /// its own. A round knows its own first day: what is done in it is counted from there, whatever the period.
    /// </summary>
    public CalendarCadence Period { get; init => field = value ?? throw new ArgumentNullException(nameof(Period)); } = Cadence.Quarter;

    /// <summary>The days that are counted in a scorecard of a day, both included.</summary>
    /// <param name="on">The day.</param>
    public DateInterval DaysUpTo(LocalDate on) => new(Period.PeriodOf(on).First, on);
}
