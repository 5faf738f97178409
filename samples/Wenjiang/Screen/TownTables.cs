using System.Collections.Immutable;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using GeneratedDistrict.Sources;
using Spectre.Console;
using Wenjiang.Register;
using Wenjiang.Sources;
using Wenjiang.Towns;

namespace Wenjiang.Screen;

/// <summary>The draw for the oversight of cadres, and the towns by points.</summary>
internal static class TownTables
{
    public static void WriteDraw(Terminal terminal, OversightDraw draw, OversightAssignment assignment)
    {
        terminal.Say($"{terminal.In((
            $"督查抽样：{Figures.Number(draw.Businesses.Length)} 家，种子 {draw.Seed}，比例依据：{draw.Shares.Basis.Text.Chinese}",
            $"Drawn for oversight: {Figures.Number(draw.Businesses.Length)} businesses, seed {draw.Seed}, shares of {draw.Shares.Basis.Text.English}"))} {terminal.Tag(Origin.Computed)}");
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("等级", "Tier")))
            .AddColumn(Number(terminal, ("比例", "Share")))
            .AddColumn(Number(terminal, ("主体", "Businesses")))
            .AddColumn(Number(terminal, ("抽取", "Drawn")));
        foreach (var tier in TierCounts.LargestFirst)
        {
            var strata = draw.Strata.Where(stratum => stratum.Tier == tier).ToArray();
            table.AddRow(
                $"[{TierColours.OnScreen(tier)}]{tier}[/]", Figures.Percent(draw.Shares[tier]),
                Figures.Number(strata.Sum(stratum => stratum.Size)), Figures.Number(strata.Sum(stratum => stratum.Drawn)));
        }

        terminal.Show(table);
        var loads = assignment.Tasks.Select(task => task.Rows.Length).ToArray();
        terminal.Say($"{terminal.In((
            $"{loads.Length} 个督查组，每组 {loads.Min()} 至 {loads.Max()} 家，回避本镇街，未派 {assignment.Unassigned.Length} 家",
            $"{loads.Length} groups with {loads.Min()} to {loads.Max()} each, none in its own town, left over {assignment.Unassigned.Length}"))} {terminal.Tag(Origin.Computed)}");
    }

    public static void WriteAssessment(Terminal terminal, ImmutableArray<AssessedTown> towns)
    {
        var sheet = towns[0].Result.Sheet;
        terminal.Say($"{terminal.In((
            $"{sheet.Title.Chinese}，{towns[0].Result.Period.Label.Chinese}，评牌：{PlateRule.Zhangzhou.Basis.Text.Chinese}",
            $"{sheet.Title.English}, {towns[0].Result.Period.Label.English}, plates: {PlateRule.Zhangzhou.Basis.Text.English}"))} {terminal.Tag(Origin.Computed)}");
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(Number(terminal, ("名次", "Rank")))
            .AddColumn(terminal.In(("镇街", "Town or street")))
            .AddColumn(Number(terminal, ("总分", "Points")))
            .AddColumn(terminal.In(("评牌", "Plate")));
        var families = sheet.Indicators.Select(indicator => indicator.Family).Distinct().ToArray();
        foreach (var family in families)
        {
            table.AddColumn(Number(terminal, family.Name()));
        }

        table.AddColumn(Number(terminal, ("加减分", "Events")));
        foreach (var town in towns)
        {
            var lines = town.Result.Lines;
            table.AddRow([
                Figures.Number(town.Rank), terminal.In(DistrictAreas.NameOf(town.Town)), $"[bold]{Points(town.Result.Total)}[/]", terminal.In(town.Plate.Name()),
                .. families.Select(family => Points(lines.Where(line => (line.Line as IndicatorLine)?.Indicator.Family == family).Sum(line => line.Points))),
                Points(lines.Where(line => line.Line is EventLine).Sum(line => line.Points))]);
        }

        terminal.Show(table);
    }

    private static string Points(decimal points) => NumberText.Exact(points);

    private static TableColumn Number(Terminal terminal, BilingualText name) => new TableColumn(terminal.In(name)).RightAligned();
}
