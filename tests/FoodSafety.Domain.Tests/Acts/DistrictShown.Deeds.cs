using System.Text;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

// What was done, which counts by its day: in a district that knows of nothing later, and of a day in one that does.
internal static partial class DistrictShown
{
    /// <summary>What was done in a district that knows of no later day and of nothing that was voided; of a past day nothing is asked, unless there is no other way.</summary>
    /// <param name="d">The district.</param>
    /// <param name="day">The last day that it knows of.</param>
    /// <param name="known">The businesses that were recorded until then.</param>
    public static string Deeds(District d, LocalDate day, BusinessRegister known)
    {
        var text = new StringBuilder(Line($"{string.Join("; ", d.Tiers.Appeals)} | {string.Join("; ", d.RiskGrades.Appeals)} | {string.Join("; ", d.Tiers.Notices.All)} | {string.Join("; ", d.RiskGrades.Notices.All)}"));
        text.Append(string.Concat(d.Commitments.All.Select(cadre => cadre.FindStanding(day)).Where(standing => standing is not null).OrderBy(standing => standing!.Id.Number).Select(standing => Show(standing!))));
        text.Append(string.Concat(d.Recalls.All.Select(Show)) + string.Concat(d.Referrals.All.Select(Show)) + string.Concat(d.Stops.All.Select(Show)));
        text.Append(string.Concat(d.Campaigns.All.Select(campaign => Show(campaign, day))));
        text.Append(string.Concat(d.Cases.All.Select(one => Line($"{one}"))) + Line($"{string.Join("; ", d.Cases.All.Where(one => !one.IsClosed && one.Due?.IsOverdue(day) == true).Select(one => one.Id))}"));
        text.Append(Line($"{string.Join("; ", d.Assessments.All)}") + Line($"{string.Join("; ", d.Publications.All.Select(report => $"{report.Id} {report.Moment} {report.Withdrawn}"))}"));
        text.Append(string.Concat(d.Incidents.All.Select(Show)) + string.Concat(d.Warnings.All.Select(warning => Line($"{warning}"))));
        var standing = d.Staff.All.Where(held => held.Term.Contains(day)).ToArray();
        text.Append(Line($"{string.Join("; ", standing.Select(held => $"{held} {held.OffDuty}"))}"));
        text.Append(Line($"{string.Join("; ", standing.Where(held => !held.OffDuty.Any(off => off.Term.Contains(day)) && d.Qualifications.FindBar(held.Person, held.Post, day) is null).Select(held => held.Id))}"));
        text.Append(string.Concat(d.Inspections.All.Select(Show)) + Shown(d.Findings.All.Where(d.Findings.Stands)));
        text.Append(string.Concat(d.Rounds.All.Select(Show)));
        text.Append(string.Concat(d.Rectifications.All.Select(one => Line($"{one.Id} {one.State} {(one.State.IsOpen() && one.Deadline?.IsOverdue(day) == true ? "overdue" : "")}"))));
        text.Append(Line($"{string.Join("; ", d.SelfControl.Records.Where(record => record.Date <= day && known.Contains(record.Business)))}"));
        return text.Append(Coordination(d, day)).ToString();
    }

    /// <summary>The same of a day, as the whole district says it.</summary>
    public static string Deeds(DistrictDay d, District whole)
    {
        var text = new StringBuilder(Line($"{string.Join("; ", d.GradingOf<Tier>().Appeals)} | {string.Join("; ", d.GradingOf<RiskGrade>().Appeals)} | {string.Join("; ", d.GradingOf<Tier>().Notices)} | {string.Join("; ", d.GradingOf<RiskGrade>().Notices)}"));
        text.Append(string.Concat(d.Commitments.Select(Show)));
        text.Append(string.Concat(d.Recalls.Select(Show)) + string.Concat(d.Referrals.Select(Show)) + string.Concat(d.Stops.Select(Show)));
        text.Append(string.Concat(d.Campaigns.Select(campaign => Show(campaign, d.Day))));
        text.Append(string.Concat(d.Cases.Select(one => Line($"{one}"))) + Line($"{string.Join("; ", whole.Cases.OverdueOn(d.Day).Select(one => one.Id))}"));
        text.Append(Line($"{string.Join("; ", d.Points)}") + Line($"{string.Join("; ", d.Publications.Select(report => $"{report.Id} {report.Moment} {report.Withdrawn}"))}"));
        text.Append(string.Concat(d.Incidents.Select(Show)) + string.Concat(d.Warnings.Select(warning => Line($"{warning}"))));
        text.Append(Line($"{string.Join("; ", d.Appointments.Select(held => $"{held} {held.OffDuty}"))}"));
        text.Append(Line($"{string.Join("; ", d.OnDuty.Select(held => held.Id))}"));
        text.Append(string.Concat(d.Inspections.Select(Show)) + Shown(d.Findings));
        text.Append(string.Concat(d.Rounds.Select(Show)));
        var overdue = d.Rectifications.Overdue();
        text.Append(string.Concat(d.Rectifications.Ids.Select(id => Line($"{id} {d.Rectifications.FindState(id)} {(overdue.Contains(id) ? "overdue" : "")}"))));
        text.Append(Line($"{string.Join("; ", d.SelfControl.Records)}"));
        return text.Append(Coordination(whole, d.Day)).ToString();
    }

    /// <summary>What is found by something else than its own id, in a fixed order: whatever a room keeps beside its things to find them by.</summary>
    public static string Indexes(District d)
    {
        var text = new StringBuilder();
        foreach (var business in d.Businesses.Register.Businesses.Select(business => business.Id))
        {
            text.Append(Line($"{business} {Sorted(d.Inspections.InspectionsOf(business).Select(one => one.Id))} | {Sorted(d.Findings.About(InspectionSubject.OfBusiness(business)).Select(one => one.Id))}"));
            text.Append(Line($"  {Sorted(d.Staff.OnDutyAt(business, d.Today).Select(held => held.Id))} | {Sorted(d.Rectifications.OpenOf(business))}"));
        }

        text.Append(string.Concat(d.Staff.All.Select(held => held.Person).Distinct().Order().Select(person => Line($"{person} {Sorted(d.Staff.AppointmentsOf(person).Select(held => held.Id))}"))));
        text.Append(string.Concat(d.Findings.All.Select(finding => finding.Id).OrderBy(id => $"{id}", StringComparer.Ordinal).Select(id => Line($"{id} {d.Rectifications.FindByFinding(id)?.Id}"))));
        foreach (var area in d.Areas.Tree.Areas.Select(area => area.Code))
        {
            text.Append(Line($"{area} {Sorted(d.Findings.About(InspectionSubject.OfArea(area)).Select(one => one.Id))} | {(area.Level == Domain.Areas.AreaLevel.Town ? Sorted(d.Assessments.PointsOf(Assessee.Town(area)).Select(given => given.Act.Id)) : "")}"));
        }

        text.Append(string.Concat(d.Publications.All.Select(report => Line(
            $"{report.Id} {d.Publications.Stands(report)} {d.Publications.FindCorrectionOf(report.Id)?.Id} {Sorted(d.Publications.About(report.Report.Area, report.Report.Day).Select(other => other.Id))}"))));
        return text.Append(Line($"{Sorted(d.VoidableActs())}")).ToString();

        static string Sorted<T>(IEnumerable<T> found) => string.Join(", ", found.Select(one => $"{one}").Order(StringComparer.Ordinal));
    }

    private static string Coordination(District d, LocalDate day) =>
        string.Concat(d.Coordination.StatusOn(day).Select(status => Line($"{status.Routine.Code} {status.Period} {status.State} {status.Record?.Moment.Place}")))
        + string.Concat(d.Coordination.ProgressOn(day).SelectMany(line => line.Milestones).Select(status => Line($"{status.Milestone.Code} {status.State} {status.Record?.Moment.Place}")));

    // Those of inspections stand first on a day, and in the order recorded in the book.
    private static string Shown(IEnumerable<Finding> findings) => string.Concat(findings.OrderBy(finding => $"{finding.Id}", StringComparer.Ordinal).Select(finding => Line($"{finding}")));
}
