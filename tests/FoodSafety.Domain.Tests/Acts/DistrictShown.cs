using System.Globalization;
using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>Everything that can be seen of a district, as text, so that two can be compared and a difference is a line.</summary>
internal static class DistrictShown
{
    private static readonly int[] Ahead = [0, 1, 3, 9, 15, 30];

    /// <summary>All of it: what stands, what stood, what will turn.</summary>
    public static string Show(District d)
    {
        var text = new StringBuilder(Line($"{d.Version} {d.RecordedUpTo} {d.Today} {d.Tiers.Policy} {d.Tiers.Computed.Count()}"));
        text.Append(Decisions(d));
        for (var row = 0; row < d.Businesses.Register.Count; row++)
        {
            var id = d.Businesses.Register.IdAt(row);
            text.Append(Line($"{id} {d.Businesses.Register.RowOf(id)} {d.Tiers.Computed[row]} {d.Tiers.Computed[row].Clause} | {string.Join("; ", d.Tiers.HistoryOf(id).Select(h => $"{h.On} {h.Decision} {h.Clause?.Id} {h.Policy}"))}"));
            text.Append(Line($"  {string.Join("; ", d.Tiers.AssignmentsOf(id))} | {string.Join("; ", d.Chains.History.HistoryOf(row))} | {string.Join("; ", d.Businesses.HistoryOf(id).Select(told => $"{told.On} {told.Recorded} {told.Act.Kind} {told.Stood}"))}"));
            text.Append(Line($"  {string.Join(" ", Ahead.Select(days => d.Tiers.DecisionOn(id, d.Today.PlusDays(d.Version == 0 ? 0 : days))))}"));
        }

        text.Append(Line($"{d.Chains.History.Count} {string.Join("; ", d.Chains.History.Events)}"));
        text.Append(Line($"{string.Join("; ", d.DueUpTo(LocalDate.MaxIsoValue))}"));
        text.Append(Line($"{string.Join("; ", d.Tiers.Policies)} | {string.Join(", ", d.Chains.Cadres.Order().Select(cadre => $"{cadre} {d.Chains.IsInService(cadre)}"))}"));
        foreach (var commitment in d.Commitments.Commitments.OrderBy(commitment => commitment.Id.Number))
        {
            text.Append(Show(commitment));
        }

        foreach (var cadre in d.Commitments.All)
        {
            text.Append(Line($"{string.Join("; ", d.Commitments.HistoryOf(cadre.Cadre).Select(done => $"{done.Act} {done.Moment.Place} {done.At} {done.VoidedBy}"))}"));
        }

        text.Append(Line($"{string.Join("; ", d.FollowUps.Open)}"));
        text.Append(Line($"{string.Join("; ", Enumerable.Range(0, d.Businesses.Register.Count).Select(row => d.DirectorDuties.Find(d.Businesses.Register.IdAt(row))))}"));
        foreach (var campaign in d.Campaigns.All)
        {
            text.Append(Show(campaign, d.Today)).Append(Line($"  {string.Join("; ", d.Campaigns.HistoryOf(campaign.Id))}"));
        }

        foreach (var mechanism in d.Coordination.Mechanisms)
        {
            text.Append(Line($"{mechanism.Moment} {mechanism.Act.Reason}"));
            text.Append(string.Concat(mechanism.Act.Mechanism.Routines.Select(routine => Line($"  {routine} {string.Join("; ", d.Coordination.HistoryOf(routine.Code))}"))));
            text.Append(string.Concat(mechanism.Act.Mechanism.Lines.Select(line => Line($"  {line} {string.Join("; ", d.Coordination.HistoryOfLine(line.Code))}"))));
        }

        foreach (var day in d.Version == 0 ? [] : new[] { d.Today.PlusDays(-15), d.Today })
        {
            text.Append(string.Concat(d.Coordination.StatusOn(day).Select(status => Line($"  {status.Routine.Code} {status.Period} {status.State} {status.Record?.Moment.Place}"))));
            text.Append(string.Concat(d.Coordination.ProgressOn(day).SelectMany(line => line.Milestones).Select(status => Line($"  {status.Milestone.Code} {status.State} {status.Record?.Moment.Place}"))));
        }

        text.Append(Line($"{string.Join("; ", d.Grids.History)}"));
        text.Append(Line($"{string.Join("; ", d.Processes.History)} | {string.Join(",", d.Cases.OverdueOn(d.Today).Select(one => one.Id))}"));
        foreach (var one in d.Cases.All)
        {
            text.Append(Line($"{one} {string.Join("; ", d.Cases.HistoryOf(one.Id))}"));
        }

        return text.ToString();
    }

    /// <summary>What was decided and stands: register, tiers, posts, chains.</summary>
    public static string Decisions(District d) =>
        Decisions(d.Businesses.Register, d.Tiers.Standing, d.Chains.Roster, d.Chains.Plan) + Ground(d.Coordination.Mechanism, d.Grids.Plan, d.Grids.Stations) + Line($"{string.Join(", ", d.Processes.On(d.Today).Select(process => process.Version))}");

    public static string Decisions(DistrictDay d) => Decisions(d.Register, d.Standing, d.Roster, d.Plan) + Ground(d.Mechanism, d.Grids, d.Stations) + Line($"{string.Join(", ", d.Processes.Select(process => process.Version))}");

    /// <summary>All of a day, deeds included.</summary>
    public static string Show(DistrictDay d) =>
        Decisions(d) + string.Concat(d.Commitments.Select(Show)) + string.Concat(d.Campaigns.Select(campaign => Show(campaign, d.Day))) + string.Concat(d.Cases.Select(one => Line($"{one}"))) + string.Join("; ", d.ToBeTied) + string.Join("; ", d.FollowUps);

    public static string Show(Consequences c) =>
        Show(c.Entry) + Line($"{c.Moves}") + Line($"{c.Chains}") + string.Concat(c.Renewals.Select(due => Line($"{due.Cadre} {due.Reason} {string.Join(",", due.Added)} {string.Join(",", due.Gone)}"))) + Line($"{c.Duties}") + Line($"{c.FollowUps}");

    public static string Show(Entry? entry) => entry is null ? "no entry\n"
        : Line($"{entry.Number} {entry.Stamp}") + string.Concat(entry.Acts.Select(act => Line($"{act}"))) + string.Concat(entry.Outcome.Parts.Select(part => Line($"{part}")));

    private static string Decisions(BusinessRegister register, GradeSheet<Tier> standing, CadreRoster roster, ChainPlan? plan)
    {
        var text = new StringBuilder();
        for (var row = 0; row < register.Count; row++)
        {
            var business = register.At(row);
            text.Append(Line($"{business.Id} {business.Name} {business.Area} {business.Type} {business.Status} {business.Profile} {register.Facts.GroupOf(row)} {standing[row]}"));
        }

        text.Append(Line($"{standing.Count()} {string.Join("; ", roster.Cadres)} {string.Join("; ", roster.Posts)}"));
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

    private static string Show(Commitment c) => Line($"{c.Id} {c.Cadre} {c.Term} {c.By} {c.Authority} {string.Join(",", c.Businesses)}");

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture) + "\n";
}
