using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

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
