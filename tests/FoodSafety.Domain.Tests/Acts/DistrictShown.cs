using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>Everything that can be seen of a district, as text, so that two can be compared and a difference is a line.</summary>
internal static partial class DistrictShown
{
    // What was done does not change, and is shown again and again.
    private static readonly ConditionalWeakTable<object, string> Texts = [];

    private static readonly int[] Ahead = [0, 1, 3, 9, 15, 30];

    /// <summary>All of it: what stands, what stood, what will turn.</summary>
    public static string Show(District d)
    {
        var text = new StringBuilder(Line($"{d.Version} {d.RecordedUpTo} {d.Today}"));
        text.Append(Decisions(d));
        text.Append(Line($"{string.Join("; ", d.Areas.History)} {string.Join(" | ", Ahead.Select(days => Show(d.Areas.InEffectOn(d.Version == 0 ? LocalDate.MinIsoValue : d.Today.PlusDays(-days)))))}"));
        for (var row = 0; row < d.Businesses.Register.Count; row++)
        {
            var id = d.Businesses.Register.IdAt(row);
            text.Append(Line($"{id} {d.Businesses.Register.RowOf(id)} | {Turns(d.Chains.History.HistoryOf(row))} | {string.Join("; ", d.Businesses.HistoryOf(id).Select(told => $"{told.On} {told.Recorded} {told.Act.Kind} {told.Stood} {told.Place} {told.CorrectedBy} {told.IsDerived}"))}"));
        }

        Show(text, d, d.Tiers);
        Show(text, d, d.RiskGrades);
        if (d.Settings.Gradings.Contains(ActGen.Own))
        {
            Show(text, d, d.GradingOf<OwnGrade>());
        }

        text.Append(Line($"{d.Chains.History.Count} {Turns(d.Chains.History.Events)}"));
        text.Append(Line($"{string.Join("; ", d.DueUpTo(LocalDate.MaxIsoValue))}"));
        text.Append(Line($"{string.Join(", ", d.Chains.Cadres.Order().Select(cadre => $"{cadre} {d.Chains.IsInService(cadre)}"))}"));
        foreach (var commitment in d.Commitments.Commitments.OrderBy(commitment => commitment.Id.Number))
        {
            text.Append(Show(commitment));
        }

        foreach (var cadre in d.Commitments.All)
        {
            text.Append(Line($"{string.Join("; ", d.Commitments.HistoryOf(cadre.Cadre).Select(done => $"{done.Act} {done.Moment.Place} {done.At} {done.VoidedBy}"))}"));
        }

        text.Append(Line($"{string.Join("; ", Enumerable.Range(0, d.Businesses.Register.Count).Select(row => d.DirectorDuties.Find(d.Businesses.Register.IdAt(row))))}"));
        text.Append(Histories(d.Delegations, delegation => Show(delegation)));
        text.Append(Line($"{string.Join("; ", d.Chains.Cadres.Order().Select(cadre => $"{d.Delegations.Resolve(cadre, d.Today)} {string.Join(", ", d.Delegations.StandsInFor(cadre, d.Today))}"))}"));
        text.Append(Histories(d.Recalls, recall => Show(recall) + string.Join("; ", d.Recalls.AllowedSteps(recall.Id, RecallParty.Business, d.RecordedUpTo)) + d.Recalls.FindClock(recall.Id, d.RecordedUpTo)?.Text));
        text.Append(Histories(d.Referrals, referral => Show(referral) + string.Join("; ", d.Referrals.AllowedSteps(referral.Id, ReferralBody.MarketBureau, d.RecordedUpTo)) + string.Join("; ", d.Referrals.ClocksOn(referral.Id, d.RecordedUpTo))));
        text.Append(Histories(d.Relocations, one => Line($"{one}"))).Append(Line($"{string.Join(", ", d.Relocations.NotArrivedOn(d.Today).Select(one => one.Id))}"));
        text.Append(Histories(d.Stops, proposal => Show(proposal) + string.Join("; ", d.Stops.AllowedSteps(proposal.Id))));
        text.Append(Line($"{string.Join("; ", d.Stops.StoppedOn(d.Today).Select(proposal => proposal.Id))}"));
        foreach (var campaign in d.Campaigns.All)
        {
            text.Append(Show(campaign, d.Today)).Append(Line($"  {Text(d.Campaigns.HistoryOf(campaign.Id))}"));
        }

        foreach (var mechanism in d.Coordination.Mechanisms)
        {
            text.Append(Line($"{mechanism.Moment} {mechanism.Act.Reason}"));
            text.Append(string.Concat(mechanism.Act.Mechanism.Routines.Select(routine => Line($"  {routine} {Text(d.Coordination.HistoryOf(routine.Code))}"))));
            text.Append(string.Concat(mechanism.Act.Mechanism.Lines.Select(line => Line($"  {line} {Text(d.Coordination.HistoryOfLine(line.Code))}"))));
        }

        foreach (var day in d.Version == 0 ? [] : new[] { d.Today.PlusDays(-15), d.Today })
        {
            text.Append(string.Concat(d.Coordination.StatusOn(day).Select(status => Line($"  {status.Routine.Code} {status.Period} {status.State} {status.Record?.Moment.Place}"))));
            text.Append(string.Concat(d.Coordination.ProgressOn(day).SelectMany(line => line.Milestones).Select(status => Line($"  {status.Milestone.Code} {status.State} {status.Record?.Moment.Place}"))));
        }

        text.Append(Line($"{string.Join("; ", d.Grids.History)}"));
        foreach (var given in d.Assessments.All)
        {
            text.Append(Line($"{given} | {Text(d.Assessments.HistoryOf(given.Act.Id))} | {string.Join(", ", d.Assessments.PointsOf(given.Act.Assessee).Select(points => points.Act.Id))}"));
        }

        text.Append(Line($"{string.Join(", ", d.IncidentPolicies.All)} {string.Join(", ", Ahead.Select(days => d.IncidentPolicies.FindOn(d.Today.PlusDays(d.Version == 0 ? 0 : days))))}"));
        foreach (var incident in d.Incidents.All)
        {
            text.Append(Show(incident));
            text.Append(Line($"  {Text(d.Incidents.HistoryOf(incident.Id))} {string.Join("; ", d.Incidents.AllowedSteps(incident.Id, d.RecordedUpTo))}"));
            text.Append(Line($"  {string.Join("; ", d.Incidents.DutiesAt(incident.Id, d.RecordedUpTo))}"));
        }

        foreach (var warning in d.Warnings.All)
        {
            text.Append(Line($"{warning}"));
            text.Append(Line($"  {Text(d.Warnings.HistoryOf(warning.Id))} {string.Join("; ", d.Warnings.AllowedSteps(warning.Id, WarningIssuer.National, d.RecordedUpTo))}"));
        }

        text.Append(Line($"{string.Join(", ", d.Warnings.InForceAt(default, d.RecordedUpTo).Select(warning => warning.Id))}"));
        text.Append(Line($"{string.Join("; ", d.Checklists.History.Select(done => $"{done} {done.Act.List.Name}"))} | {string.Join("; ", d.Checklists.Lists.Timelines)}"));
        foreach (var inspection in d.Inspections.All)
        {
            text.Append(Show(inspection)).Append(Line($"  {Text(d.Inspections.HistoryOf(inspection.Id))} | {string.Join(" ", d.Inspections.AllowedSteps(inspection.Id, d.Today).Select(option => $"{option.Step} {option.Unmet.Length}"))}"));
            text.Append(Line($"  {string.Join(" ", d.Inspections.InspectionsOf(inspection.Subject).Select(other => other.Id))} | {string.Join(" ", d.Findings.About(inspection.Subject).Select(finding => finding.Id))} | {d.Findings.NextAt(inspection.Id)}"));
        }

        text.Append(Line($"{string.Join(" ", d.Inspections.FindAtClosedBusinesses().Select(inspection => inspection.Id))} | {string.Join("; ", d.Findings.FindRepeats(Period.FromYears(1)))}"));
        foreach (var finding in d.Findings.All)
        {
            text.Append(Line($"{finding} {d.Findings.Stands(finding)} {Text(d.Findings.HistoryOf(finding.Id))}"));
        }

        foreach (var round in d.Rounds.All)
        {
            text.Append(Show(round)).Append(Line($"  {Text(d.Rounds.HistoryOf(round.Id))}"));
        }

        foreach (var one in d.Rectifications.All)
        {
            text.Append(Line($"{one} {d.Rectifications.FindByFinding(one.Finding)?.Id}"));
            text.Append(Line($"  {Text(d.Rectifications.HistoryOf(one.Id))}"));
            text.Append(Line($"  {string.Join("; ", d.Rectifications.AllowedSteps(one.Id, "p1", d.RecordedUpTo).Select(option => $"{option.Step} {option.Unmet}"))}"));
        }

        text.Append(Show(d.Rectifications.On(d.Today), d.Businesses.Register));
        for (var row = 0; row < d.Businesses.Register.Count; row++)
        {
            text.Append(Line($"{string.Join(", ", d.Rectifications.OpenOf(d.Businesses.Register.IdAt(row)))}"));
        }

        foreach (var report in d.Publications.All)
        {
            var told = report.Report;
            text.Append(Line($"{told.Id} {told.Area} {told.From} {told.Day} {told.Version} {told.Library} {told.Corrects} {string.Join(" ", told.Figures.Select(figure => figure.Value.English))} {report.Moment.Place} {report.Withdrawn?.Moment.Place} {d.Publications.Stands(report)} {d.Publications.FindCorrectionOf(report.Id)?.Id} {string.Join(" ", d.Publications.About(report.Report.Area, report.Report.Day).Select(other => other.Id))}"));
            text.Append(Line($"  {string.Join("; ", d.Publications.HistoryOf(report.Id).Select(done => $"{done.Act.Kind} {done.Moment.Place} {done.VoidedBy}"))}"));
        }

        ShowSelfControl(text, d);
        text.Append(Line($"{string.Join("; ", d.Calendar.History)} | {Show(d.RecallTerms)} | {Show(d.ReportingRules)} | {Show(d.InspectionRules)} | {Show(d.LoadCeilings)} | {Show(d.ChainRules)} | {Show(d.RectificationRules)} | {Show(d.RecordDuties)} | {Show(d.ScoreSheets)} | {Show(d.AppealTerms)} | {Show(d.Staffing)} | {Show(d.ScorecardTerms)} | {Show(d.Frequencies)}"));
        text.Append(Line($"{string.Join("; ", d.Processes.History)} | {string.Join(",", d.Cases.OverdueOn(d.Today).Select(one => one.Id))}"));
        foreach (var one in d.Cases.All)
        {
            text.Append(Line($"{one} {Text(d.Cases.HistoryOf(one.Id))}"));
        }

        return text.ToString();
    }

    /// <summary>What was decided and stands: register, tiers, posts, chains, delegations, the mechanism and the ground.</summary>
    public static string Decisions(District d) => Show(d.Areas.Tree) + Decisions(d.Businesses.Register, d.Tiers.Standing, d.RiskGrades.Standing, d.Chains.Roster, d.Chains.Plan)
        + Show(d.Delegations.All.Where(delegation => delegation.Term.Contains(d.Today))) + Line($"{string.Join("; ", d.FollowUps.Open)}") + Ground(d.Coordination.Mechanism, d.Grids.Plan, d.Grids.Stations) + Line($"{string.Join(", ", d.Processes.On(d.Today).Select(process => process.Version))}")
        + RulesOf(d.Calendar.Now, d.RecallTerms.FindOn(d.Today), d.ReportingRules.FindOn(d.Today), d.InspectionRules.FindOn(d.Today)!, d.RectificationRules.FindOn(d.Today)!, d.RecordDuties.FindOn(d.Today), d.ScoreSheets.FindOn(d.Today), d.AppealTerms.FindOn(d.Today)!, d.ScorecardTerms.FindOn(d.Today)!, d.Frequencies.FindOn(d.Today)!, d.LoadCeilings.FindOn(d.Today)!);

    public static string Decisions(DistrictDay d) =>
        Show(d.Areas) + Decisions(d.Register, d.Standing, d.RiskGrades, d.Roster, d.Plan) + Show(d.Delegations) + Line($"{string.Join("; ", d.FollowUps)}") + Ground(d.Mechanism, d.Grids, d.Stations) + Line($"{string.Join(", ", d.Processes.Select(process => process.Version))}")
        + RulesOf(d.Calendar, d.RecallTerms, d.ReportingRules, d.InspectionRules, d.RectificationRules, d.RecordDuties, d.ScoreSheets, d.AppealTerms, d.ScorecardTerms, d.Frequencies, d.LoadCeilings);

    private static string RulesOf(
        WorkingCalendar calendar, RecallTerms? recalls, ItemList<ReportingRule> reports, InspectionRules inspections, RectificationRules rectifications, ItemList<SelfControlDuty> records, ItemList<ScoreSheet> sheets,
        AppealTerms appeals, ScorecardTerms scorecards, FrequencyPolicy frequencies, LoadCeilings ceilings) =>
        Line($"{calendar.LastYear} {string.Join(",", Enumerable.Range(2023, 3).SelectMany(year => calendar.DaysOf(year)).Select(day => $"{day.Date:MMdd}{(day.IsProvisional ? "?" : "")}"))} {recalls} {recalls?.Basis} {string.Join(",", reports.Select(rule => rule.Id))} {inspections} {rectifications} {string.Join(",", records)} {string.Join(",", sheets)} {appeals} {scorecards} {frequencies} {ceilings.Levels}");

    /// <summary>All of a day, deeds included.</summary>
    public static string Show(DistrictDay d) =>
        Decisions(d) + Show(d.AreasInEffect) + Line($"{d.IntoEffect}") + string.Join("; ", d.GradingOf<Tier>().Appeals) + string.Join("; ", d.GradingOf<RiskGrade>().Appeals) + Line($"{string.Join("; ", d.GradingOf<Tier>().Notices)} | {string.Join("; ", d.GradingOf<RiskGrade>().Notices)} | {string.Join("; ", d.InspectionSchedule.Next)} | {string.Join("; ", d.InspectionSchedule.Without)}") + string.Concat(d.Commitments.Select(Show)) + string.Join("; ", d.ToBeTied)
        + string.Concat(d.Recalls.Select(Show)) + string.Concat(d.Referrals.Select(Show)) + string.Concat(d.Stops.Select(Show))
        + string.Concat(d.Campaigns.Select(campaign => Show(campaign, d.Day))) + string.Concat(d.Cases.Select(one => Line($"{one}"))) + string.Concat(d.Relocations.Select(one => Line($"{one}")))
        + string.Join("; ", d.Points) + string.Join("; ", d.Publications.Select(report => $"{report.Id} {report.Withdrawn?.On}")) + string.Concat(d.Incidents.Select(Show)) + string.Join("; ", d.Warnings)
        + string.Join("; ", d.Appointments) + string.Join("; ", d.OnDuty) + string.Join("; ", d.Unfilled.Select(post => $"{post.Business} {post.Required} {post.Rule}")) + string.Join("; ", d.SelfControl.Records)
        + string.Concat(d.Inspections.Select(Show)) + string.Concat(d.Findings) + string.Concat(d.Rounds.Select(Show))
        + Show(d.Rectifications, d.Register);

    private static string Show(RectificationsOnDay d, BusinessRegister register)
    {
        var text = new StringBuilder(Line($"{d.Day} {d.Count} {d.Counts} {string.Join(", ", d.Overdue())} | {string.Join(", ", d.DueSoon(5))} | {string.Join(", ", d.Ageing())}"));
        text.Append(Line($"{string.Join("; ", d.Ids.Select(id => $"{id} {d.FindState(id)}"))} | {string.Join("; ", d.FollowUps(register, InspectionKind.Routine))} | {string.Join(", ", register.Areas.Count == 0 ? [] : d.AgeingIn(register, register.Areas.Codes[0]))}"));
        var counts = d.CountsByArea(register);
        return text.Append(Line($"{counts.Unplaced} {string.Join("; ", Enumerable.Range(0, register.Areas.Count).Select(area => counts[register.Areas.Codes[area]]))}")).ToString();
    }

    private static void Show<TGrade>(StringBuilder text, District d, GradingBook<TGrade> book) where TGrade : struct, Enum
    {
        text.Append(Line($"{book.Policy} {book.Computed.Count()} {string.Join("; ", book.Policies)} {book.CountOn(d.Today)} | {string.Join("; ", book.Appeals)} | {string.Join("; ", book.Notices.All.Select(notice => $"{notice} {string.Join(", ", book.Notices.HistoryOf(notice.Id).Select(done => $"{done.Act.Kind} {done.Moment.Place} {done.VoidedBy}"))}"))}"));
        for (var row = 0; row < d.Businesses.Register.Count; row++)
        {
            var id = d.Businesses.Register.IdAt(row);
            text.Append(Line($"{id} {book.Computed[row]} {book.Computed[row].Clause} | {string.Join("; ", book.HistoryOf(id).Select(h => $"{h.On} {h.Decision} {h.Clause?.Id} {h.Policy} {h.IsCorrection}"))}"));
            text.Append(Line($"  {string.Join("; ", book.AssignmentsOf(id))} | {string.Join(", ", book.AppealsOf(id).Select(appeal => appeal.Id))}"));
            text.Append(Line($"  {string.Join(" ", Ahead.Select(days => book.DecisionOn(id, d.Today.PlusDays(d.Version == 0 ? 0 : days))))}"));
        }
    }

    public static string Show(Consequences c) =>
        Show(c.Entry) + Line($"{c.Moves}") + Line($"{c.Reasons}") + Line($"{c.Chains}") + string.Concat(c.Renewals.Select(due => Line($"{due.Cadre} {due.Reason} {string.Join(",", due.Added)} {string.Join(",", due.Gone)}"))) + Line($"{c.Duties}") + Line($"{c.FollowUps}");

    public static string Show(Entry? entry) => entry is null ? "no entry\n"
        : Line($"{entry.Number} {entry.Stamp}") + string.Concat(entry.Acts.Select(act => Line($"{act}"))) + string.Concat(entry.Outcome.Parts.Select(part => Line($"{part}")));

    private static string Decisions(BusinessRegister register, GradeSheet<Tier> standing, GradeSheet<RiskGrade> risks, CadreRoster roster, ChainPlan? plan)
    {
        var text = new StringBuilder();
        for (var row = 0; row < register.Count; row++)
        {
            var business = register.At(row);
            text.Append(Line($"{business.Id} {business.Name} {business.CreditCode} {business.Licence} {business.Area} {business.Type} {business.Status} {business.Profile} {string.Join(",", business.OwnFacts.Values)} {register.Facts.GroupOf(row)} {standing[row]} {risks[row]}"));
        }

        text.Append(Line($"{standing.Count()} {risks.Count()} {string.Join("; ", roster.Cadres)} {string.Join("; ", roster.Posts)}"));
        text.Append(Line($"{plan?.On} {plan?.Levels}"));
        for (var row = 0; row < (plan?.Count ?? 0); row++)
        {
            text.Append(plan!.FindChain(row) is { } chain
                ? Line($"{chain.Business} {chain.Tier} {string.Join(" ", chain.Links.Select(link => $"{link.Seat} {link.Gap}"))}")
                : Line($"{row} none {plan.FindUncovered(row)}"));
        }

        return plan is null ? text.ToString() : text.Append(Line($"{string.Join("; ", plan.Loads)}")).ToString();
    }

    private static string Ground(WorkMechanism? mechanism, GridPlan? grids, StationLinks? stations) =>
        Line($"{mechanism}") + Line($"{string.Join("; ", grids?.Grids ?? [])} | {stations?.Within} {string.Join("; ", stations?.Links ?? [])}");

    private static string Show(OutreachCampaign c, LocalDate day) =>
        Line($"{c.Id} {c.Name} {c.Materials} {c.By} {c.OpenedOn} {c.CoverageOn(day)} {string.Join(",", c.RestOn(day))} {string.Join("; ", c.Materials.Select(material => string.Join(",", c.RestOn(day, material))))}");

    private static void ShowSelfControl(StringBuilder text, District d)
    {
        foreach (var held in d.Staff.All)
        {
            text.Append(Line($"{held.Id} {held} {held.IsPartTime} {held.IsManagement} {held.OffDuty} {Text(d.Staff.HistoryOf(held.Id))} {string.Join(" ", Ahead.Select(days => d.Staff.IsOnDuty(held.Id, d.Today.PlusDays(days))))}"));
        }

        foreach (var known in d.Qualifications.All)
        {
            text.Append(Line($"{known.Person} {known.Trainings} {known.Assessments} {known.Bars} {Text(d.Qualifications.HistoryOf(known.Person))} {string.Join("; ", d.Staff.AppointmentsOf(known.Person))}"));
        }

        text.Append(Line($"{d.SelfControl.First} {string.Join("; ", d.SelfControl.Records)} | {string.Join("; ", d.SelfControl.OperationMarks)}"));
        if (d.SelfControl.First is { } first)
        {
            var gaps = d.SelfControl.Gaps(d.RecordDuties.FindOn(d.Today)[0], new DateInterval(first, first.PlusDays(60)), d.Calendar.Now);
            text.Append(Line($"{gaps.Total} {string.Join("; ", Enumerable.Range(0, gaps.RowCount).Select(row => $"{gaps[row]} {string.Join(" ", gaps.MissedBy(row).Select(period => $"{period.First:MMdd}"))}"))}"));
        }

        var sheet = d.Staffing.FindOn(d.Today)?.SheetOn(d.Businesses.Register.Facts, d.Today, d.Tiers.Standing);
        text.Append(Line($"{d.Staffing.FindOn(d.Today)} | {string.Join("; ", sheet?.Posts.Select(post => $"{post} {string.Join(" ", sheet.Rows(post).Select(row => $"{d.Businesses.Register.IdAt(row)} {sheet.FindRule(post, row)?.Id}"))}") ?? [])}"));
    }

    private static string Show<TRules>(RuleBook<TRules> rules) where TRules : notnull => string.Join("; ", rules.History);

    private static string Show(Commitment c) => Line($"{c.Id} {c.Cadre} {c.Term} {c.By} {c.Authority} {string.Join(",", c.Businesses)}");

    private static string Show(AreaTree areas) => Line($"{string.Join(", ", areas.Areas)}");

    private static string Show(IEnumerable<Delegation> delegations) => string.Concat(delegations.Select(Show));

    private static string Show(Delegation d) => Line($"{d.Id} {d.Cadre} {d.Substitute} {d.Term} {d.Reason} {d.By} {d.On} {d.IsRevoked}");

    private static string Show(Recall r) => Line($"{r} {r.Disposed} {r.DisposedAs(GoodsDisposal.Destroyed)} {r.DisposedAs(GoodsDisposal.Corrected)}");

    private static string Show(CriminalReferral r) => Line($"{r}");

    private static string Show(StopProposal p) => Line($"{p}");

    /// <summary>Every thing of a book with all that was done.</summary>
    private static string Histories<TId, T, TAct>(ThingBook<TId, T, TAct> book, Func<T, string> show) where TId : struct, IParsable<TId> where T : class where TAct : Act
    {
        var text = new StringBuilder(Line($"{book.Count}"));
        foreach (var thing in book.All)
        {
            text.Append(show(thing));
            var id = (TId)typeof(T).GetProperty("Id")!.GetValue(thing)!;
            text.Append(Line($"  {Text(book.HistoryOf(id))}"));
        }

        return text.ToString();
    }

    private static string Show(Incident i) =>
        Line($"{i} {i.ResponseFallsShort} {string.Join(",", i.Facts.Values)} {string.Join(";", i.History.Select(done => string.Join(",", done.Act.Facts?.Values ?? [])))}");

    private static string Show(Inspection inspection) => Line($"{inspection}");

    private static string Show(RoundProgress round) => Line(
        $"{round.Id} {round.Round} {string.Join("; ", round.Businesses)} | {string.Join("; ", round.Round.Tasks.Select(task => string.Join(" ", round.Businesses.Select(business => $"{round.FindDay(business.Business, task)}"))))}")
        + string.Concat(Ahead.Select(days => round.Round.Begins.PlusDays(days)).Select(day => Line($"  {round.CoverageOn(day).Overall} {string.Join(" ", round.AreasOn(day).Codes.ToArray().Select(area => round.CoverageOn(day).In(area)))}")));

    private static string Text<T>(IEnumerable<T> done) where T : class => string.Join("; ", done.Select(one => Texts.GetValue(one, static one => one.ToString()!)));

    private static string Turns(IEnumerable<ResponsibilityEvent> events) =>
        string.Join("; ", events.Select(turn => $"{turn.Change.Row} {turn.Change.Step} {turn.Change.From} > {turn.Change.To} {turn.Change.Reason} {turn.On:MMdd} {turn.By}"));

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture) + "\n";
}
