using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using GeneratedDistrict.Sources;
using Spectre.Console;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>What a draft would do before it is in force: where it differs in words, and whom it would move.</summary>
internal static class DraftReport
{
    public static void Write(Terminal terminal, DistrictAreas areas, GradingBook<Tier> tiers, GradingPolicy<Tier> draft)
    {
        terminal.Say($"{terminal.In(draft.Title)} [grey]{draft}[/] {terminal.In(($"自 {draft.From:uuuu-MM-dd} 起", $"from {draft.From:uuuu-MM-dd}"))}");
        Differences(terminal, PolicyDiff.Between(tiers.Policy!, draft));
        // The standing grades stay as they are: this only counts.
        var impact = tiers.ImpactOf(draft);
        terminal.Say($"{terminal.In((
            $"草案若施行：{impact.Moves.Count} 家变级，现有等级未动",
            $"Under the draft {impact.Moves.Count} would move; the standing grades are untouched"))} {terminal.Tag(Origin.Computed)}");
        foreach (var (from, to, businesses) in LevelCorrespondence.Default.MovesOf(impact.Matrix))
        {
            terminal.Say($"  · {terminal.In((
                $"{Level(from).Chinese} → {Level(to).Chinese}干部：{Figures.Number(businesses)} 家",
                $"{Figures.Number(businesses)} from {Level(from).English} to {Level(to).English} cadres"))}");
        }

        if (impact.Moves.Count > 0)
        {
            terminal.Show(ByTown(terminal, areas, impact));
        }
    }

    private static void Differences(Terminal terminal, PolicyDiff<Tier> diff)
    {
        foreach (var line in terminal.In((diff.ToText(Language.Chinese), diff.ToText(Language.English))).Split('\n').Skip(1))
        {
            terminal.Say(line.EscapeMarkup());
        }
    }

    private static Table ByTown(Terminal terminal, DistrictAreas areas, Regrading<Tier> impact)
    {
        (Tier? From, Tier? To)[] steps = [.. impact.Moves.Select(move => (move.From.FindGrade(), move.To.FindGrade())).Distinct().Order()];
        var counts = impact.CountByArea(areas.Tree);
        var table = new Table().Border(TableBorder.Simple).AddColumn(terminal.In(("镇街", "Town or street")));
        foreach (var (from, to) in steps)
        {
            table.AddColumn(new TableColumn($"{Name(terminal, from)} → {Name(terminal, to)}").RightAligned());
        }

        foreach (var town in areas.Towns)
        {
            table.AddRow(Row(DistrictAreas.NameOf(town), town));
        }

        table.AddEmptyRow();
        table.AddRow(Row(("温江区合计", "Wenjiang District"), areas.Root));
        return table;

        string[] Row(BilingualText name, Area area) =>
            [terminal.In(name), .. steps.Select(step => Figures.Number(counts[area.Code][step.From, step.To]))];
    }

    private static BilingualText Level(AreaLevel? level) => level?.Name() ?? ("不纳入", "no");

    private static string Name(Terminal terminal, Tier? tier) => tier?.ToString() ?? terminal.In(("不予分级", "none"));
}
