using System.Collections.Immutable;
using FoodSafety.Domain;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using Spectre.Console;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>What followed from the changes beyond the tiers: chains, commitments, duties, and who must do what by when.</summary>
internal static class ConsequenceTables
{
    private const int Shown = 8;

    public static void Write(Terminal terminal, District district, Consequences consequences)
    {
        var changes = consequences.Chains;
        var businesses = changes.Select(change => change.Business).Distinct().Count();
        terminal.Say($"{terminal.In((
            $"责任链：变动环节 {changes.Length} 个，涉及主体 {businesses} 家（新派 {changes.Count(c => c.From.IsNone)}，调整 {changes.Count(c => !c.From.IsNone && !c.To.IsNone)}，解除 {changes.Count(c => c.To.IsNone)}），其余不动",
            $"Chains: steps changed {changes.Length}, of businesses {businesses} ({changes.Count(c => c.From.IsNone)} assigned, {changes.Count(c => !c.From.IsNone && !c.To.IsNone)} moved, {changes.Count(c => c.To.IsNone)} released); all others were kept"))} {terminal.Tag(Origin.Computed)}");
        if (!changes.IsEmpty)
        {
            terminal.Show(Changes(terminal, district, changes));
        }

        var renewals = consequences.Renewals.ToLookup(due => due.Reason);
        terminal.Say($"{terminal.In((
            $"承诺书：待续签 {renewals[RenewalReason.BusinessesChanged].Count()}，待签订 {renewals[RenewalReason.NotSigned].Count()}，待终止 {renewals[RenewalReason.NoBusinesses].Count()}",
            $"Commitments: {renewals[RenewalReason.BusinessesChanged].Count()} to be renewed, {renewals[RenewalReason.NotSigned].Count()} to be signed, {renewals[RenewalReason.NoBusinesses].Count()} to be ended"))} {terminal.Tag(Origin.Computed)}");
        terminal.Say($"{terminal.In((
            $"食品安全总监：{consequences.Duties.Count(duty => duty.Begins)} 家须配备，{consequences.Duties.Count(duty => !duty.Begins)} 家可不再配备",
            $"Safety directors: duties begun {consequences.Duties.Count(duty => duty.Begins)}, ended {consequences.Duties.Count(duty => !duty.Begins)}"))} {terminal.Tag(Origin.Computed)}");
        if (!consequences.FollowUps.IsEmpty)
        {
            terminal.Show(FollowUpTable(terminal, consequences.FollowUps));
        }
    }

    private static Table Changes(Terminal terminal, District district, IEnumerable<ChainMove> changes)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("主体", "Business")))
            .AddColumn(terminal.In(("环节", "Step")))
            .AddColumn(new TableColumn(terminal.In(("原干部 → 现干部", "From → to"))).NoWrap())
            .AddColumn(terminal.In(("原因", "Why")));
        var register = district.Businesses.Register;
        foreach (var change in changes.Take(Shown))
        {
            table.AddRow(
                Terminal.Plain(register[change.Business].Name), terminal.In(change.Step.Name()),
                $"{terminal.In(SeatText.Of(district.Chains.Plan!, change.From))} → {terminal.In(SeatText.Of(district.Chains.Plan!, change.To))}", terminal.In(change.Reason.Name()));
        }

        return table;
    }

    /// <summary>One line for each kind: what is to be done, by whom, about how many businesses, until when.</summary>
    private static Table FollowUpTable(Terminal terminal, IEnumerable<FollowUp> followUps)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("后续事项", "Follow-up")))
            .AddColumn(terminal.In(("责任方", "Who")))
            .AddColumn(new TableColumn(terminal.In(("主体数", "Businesses"))).RightAligned())
            .AddColumn(terminal.In(("最后一日", "Last day")))
            .AddColumn(terminal.In(("依据", "Basis")));
        foreach (var kind in followUps.GroupBy(followUp => followUp.Kind))
        {
            var first = kind.First();
            table.AddRow(
                terminal.In(kind.Key.Name()), terminal.In(ActorOf([.. kind])), Figures.Number(kind.Sum(followUp => followUp.Businesses.Length)),
                terminal.In(LastDay(first.Due)), terminal.In(first.Basis.Document));
        }

        return table;
    }

    private static BilingualText ActorOf(ImmutableArray<FollowUp> kind) => kind is [var one] ? one.Actor : kind[0].Kind switch
    {
        FollowUpKind.SignCommitment => ($"{kind.Length} 名干部", $"{kind.Length} cadres"),
        FollowUpKind.AppointDirector => ($"{kind.Length} 家主体", $"{kind.Length} businesses"),
        FollowUpKind.ReportState or FollowUpKind.Retie or FollowUpKind.EndCommitment or FollowUpKind.AnswerAppeal or FollowUpKind.PublishGrade
            or FollowUpKind.Inspect => kind[0].Actor,
    };

    private static BilingualText LastDay(Deadline? due) => due?.Text ?? ("未定", "none set");
}
