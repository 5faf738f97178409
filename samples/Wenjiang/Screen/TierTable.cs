using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using GeneratedDistrict.Sources;
using Spectre.Console;
using Wenjiang.Register;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>How many businesses are in which tier: by town, and beside other places.</summary>
internal static class TierTable
{
    public static Table ByTown(Terminal terminal, ImmutableArray<TierCounts> towns, TierCounts all)
    {
        var table = StartWithTiers(terminal, ("镇街", "Town or street"))
            .AddColumn(new TableColumn(terminal.In(("不予分级", "Not graded"))).RightAligned())
            .AddColumn(new TableColumn($"[bold]{terminal.In(("合计", "Total"))}[/]").RightAligned());
        foreach (var town in towns)
        {
            table.AddRow(Cells(terminal.In(town.Place), town));
        }

        table.AddEmptyRow();
        table.AddRow(Cells($"[bold]{terminal.In(all.Place)}[/]", all));
        table.AddRow([
            $"[grey]{terminal.In(("占比", "Share"))}[/]",
            .. TierCounts.LargestFirst.Select(tier => $"[grey]{Figures.Percent(all[tier], all.Total)}[/]"), "", ""]);
        return table;
    }

    /// <summary>The shares of the tiers beside those that two cities published.</summary>
    public static Table Shares(Terminal terminal, TierCounts all, Origin origin)
    {
        var table = StartWithTiers(terminal, ("各级占比", "Share of each tier")).AddColumn("");
        table.AddRow([
            terminal.In(("温江区", "Wenjiang")), .. TierCounts.LargestFirst.Select(tier => Figures.Percent(all[tier], all.Total)),
            $"{terminal.Tag(origin)} {terminal.Tag(Origin.Computed)}"]);
        foreach (var city in Published.Cities)
        {
            table.AddRow([
                terminal.In(city.Place), .. TierCounts.LargestFirst.Select(tier => Figures.Percent(city[tier], city.Total)),
                $"{terminal.Tag(Origin.Published)} [grey]{terminal.In(city.Source)}[/]"]);
        }

        return table;
    }

    /// <summary>One line with all counts: "A 14, B 130, ...".</summary>
    public static BilingualText Line(TierCounts counts)
    {
        var tiers = TierCounts.LargestFirst.Select(tier => $"{tier} {Figures.Number(counts[tier])}").ToArray();
        return (
            $"{string.Join("，", tiers)}，不予分级 {Figures.Number(counts.NotGraded)}，合计 {Figures.Number(counts.Total)}",
            $"{string.Join(", ", tiers)}, not graded {Figures.Number(counts.NotGraded)}, total {Figures.Number(counts.Total)}");
    }

    private static Table StartWithTiers(Terminal terminal, BilingualText first)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(terminal.In(first));
        foreach (var tier in TierCounts.LargestFirst)
        {
            table.AddColumn(new TableColumn($"[{TierColours.OnScreen(tier)}]{tier}[/]").RightAligned());
        }

        return table;
    }

    private static string[] Cells(string name, TierCounts counts) =>
    [
        name, .. TierCounts.LargestFirst.Select(tier => Figures.Number(counts[tier])),
        Figures.Number(counts.NotGraded), $"[bold]{Figures.Number(counts.Total)}[/]",
    ];
}
