using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>The terms under which grades come to stand (等级生效条件): observation, and the time to answer an appeal. Unless stated there is no observation, and an appeal takes 15 working days.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StandingTerms
{
    /// <summary>How long a milder grade waits; none unless stated.</summary>
    public ObservationPeriod Observation { get; init; } = ObservationPeriod.None;

    /// <summary>
    /// How long an appeal may take (复核期限), in days or working days. The default of 15 working days is illustrative: no text
    /// that sets a limit for appeals against 包保 tiers was found.
    /// </summary>
    /// <exception cref="ArgumentException">The limit is in minutes or hours; an appeal is filed on a day.</exception>
    public TimeLimit AppealLimit
    {
        get;
        init => field = value is { RunsFromInstant: true }
            ? throw new ArgumentException($"An appeal is filed on a day; a limit of {value.Text.English} cannot be counted from it. Allowed: days and working days.", nameof(value))
            : value;
    } = TimeLimit.WorkingDays(15, Citation.Illustrative(("等级申诉复核期限", "Time to answer an appeal against a grade")));

    /// <summary>The calendar in which working days are counted; in China <see cref="WorkingCalendar.China"/>.</summary>
    public required WorkingCalendar Calendar { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); }
}
