using System.Collections.Immutable;
using FoodSafety.Domain;
using FoodSafety.Domain.Responsibility;
using NodaTime;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>Who opened, who signed anew, and how far the commitments reach then.</summary>
internal static class RenewalNotes
{
    public static void WriteOpened(Terminal terminal, LocalDate day, int opened, Consequences? consequences) => terminal.Say($"{terminal.In((
        $"{day:uuuu-MM-dd}：新开业 {opened} 家，自动分级并纳入包保，责任链变动环节 {consequences?.Chains.Length ?? 0} 个",
        $"On {day:uuuu-MM-dd} {opened} businesses opened where others closed; graded and tied, steps of chains changed {consequences?.Chains.Length ?? 0}"))} {terminal.Tag(Origin.Generated)} {terminal.Tag(Origin.Computed)}");

    public static void WriteSigned(Terminal terminal, District district, LocalDate day, ImmutableArray<RenewalDue> signed)
    {
        var due = signed.ToLookup(one => one.Reason);
        terminal.Say($"{terminal.In((
            $"承诺书：续签 {due[RenewalReason.BusinessesChanged].Count()} 份，新签 {due[RenewalReason.NotSigned].Count()} 份，终止 {due[RenewalReason.NoBusinesses].Count()} 份",
            $"Commitments renewed {due[RenewalReason.BusinessesChanged].Count()}, signed {due[RenewalReason.NotSigned].Count()}, ended {due[RenewalReason.NoBusinesses].Count()}"))} {terminal.Tag(Origin.Generated)}");
        var reach = district.Commitments.CoverageOn(MainAssignments.Of(district.Chains.Plan!), day);
        terminal.Say($"{terminal.In((
            $"续签后承诺书覆盖主体 {Figures.Number(reach.Named)}/{Figures.Number(reach.Businesses)} 家，干部 {Figures.Number(reach.UpToDate)}/{Figures.Number(reach.Cadres)} 名",
            $"After that commitments name {Figures.Number(reach.Named)} of {Figures.Number(reach.Businesses)} businesses; {Figures.Number(reach.UpToDate)} of {Figures.Number(reach.Cadres)} cadres are up to date"))} {terminal.Tag(Origin.Computed)}");
    }
}
