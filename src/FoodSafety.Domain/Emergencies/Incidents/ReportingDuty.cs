using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>How a duty to report stands (报告义务状态).</summary>
/// <remarks>The default value 0 is none.</remarks>
public enum DutyStanding
{
    /// <summary>Not done yet, and not late: the time runs, or no source sets one (待报告).</summary>
    [BilingualName("待报告", "due")]
    Due = 1,

    /// <summary>Done, and not late (已按时报告).</summary>
    [BilingualName("已报告", "done")]
    Done = 2,

    /// <summary>Done after the time had run out (迟报).</summary>
    [BilingualName("迟报", "done late")]
    DoneLate = 3,

    /// <summary>Not done, and the time has run out (逾期未报).</summary>
    [BilingualName("逾期未报", "overdue")]
    Overdue = 4,
}

/// <summary>A duty to report one incident, as it stands at an instant (报告义务).</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Since">When its time began to run.</param>
/// <param name="Due">The last moment that is in time, inclusive, and whether it is provisional; null where no source sets one, or where it is <see cref="Unknown"/>.</param>
/// <param name="DoneAt">When the first report was sent; null when none was.</param>
/// <param name="Standing">How it stands.</param>
public sealed record ReportingDuty(ReportingRule Rule, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant Since, Deadline? Due, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant? DoneAt, DutyStanding Standing)
{
    /// <summary>True when the report came late, or has not come although its time is over.</summary>
    public bool IsLate => Standing.Named() switch
    {
        DutyStanding.DoneLate or DutyStanding.Overdue => true,
        DutyStanding.Due or DutyStanding.Done => false,
    };

    /// <summary>Why there is no last moment though the rule has a limit: the year of which the calendar knows nothing; null otherwise.</summary>
    public BilingualText? Unknown { get; init; }

    internal static ReportingDuty? Find(ReportingRule rule, Incident incident, Instant at, WorkingCalendar calendar)
    {
        if (incident.FindKnownSince(rule.From) is not { } since || since > at)
        {
            return null;
        }

        if (rule.FromGrade is { } mildest)
        {
            if (incident.FindGradedSince(mildest) is not { } graded)
            {
                return null;
            }

            since = Instant.Max(since, graded);
        }

        Deadline? due = null;
        BilingualText? unknown = null;
        try
        {
            due = rule.Limit?.After(since, calendar);
        }
        catch (CalendarYearUnknownException refused)
        {
            unknown = refused.Text;
        }

        Instant? done = incident.Reports.Where(report => report.From == rule.From && report.To == rule.To && report.Stage == ReportStage.First && (report.InWriting || !rule.InWriting))
            .Select(report => (Instant?)report.SentAt).Min();
        var standing = done is { } sent
            ? due?.IsMet(sent) == false ? DutyStanding.DoneLate : DutyStanding.Done
            : due?.IsOverdue(at) == true ? DutyStanding.Overdue : DutyStanding.Due;
        return new ReportingDuty(rule, since, due, done, standing) { Unknown = unknown };
    }
}
