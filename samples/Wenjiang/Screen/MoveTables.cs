using FoodSafety.Domain.Grading;
using GeneratedDistrict.Sources;
using Spectre.Console;
using Wenjiang.Register;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>What moved: how many from which tier to which, and some of them by name.</summary>
internal static class MoveTables
{
    /// <summary>The grades of the matrix; the last, null, is "not graded".</summary>
    public static Tier?[] Outcomes { get; } = [.. TierCounts.LargestFirst.Select(tier => (Tier?)tier), null];

    /// <summary>What the regrading did: how many were looked at, the matrix, and the first of those that moved.</summary>
    public static void Write(Terminal terminal, DistrictAreas areas, RegradedChanges changes, int shown)
    {
        terminal.Say($"{terminal.In((
            $"{changes.Examined} 家主体的经营情况有变（增长、萎缩或注销）",
            $"The facts of {changes.Examined} {(changes.Examined == 1 ? "business" : "businesses")} changed: grown, shrunk or closed"))} {terminal.Tag(Origin.Generated)}");
        terminal.Say($"{terminal.In((
            $"只对有变的重新分级：检视 {changes.Examined} 家，{changes.Moved} 家变级",
            $"Only what changed is graded again: examined {changes.Examined}, moved {changes.Moved}"))} {terminal.Tag(Origin.Computed)}");
        terminal.Show(Matrix(terminal, changes));
        var moves = changes.Moves;
        if (moves.IsEmpty)
        {
            return;
        }

        terminal.Show(Moves(terminal, areas, moves.Take(shown)));
        if (moves.Length > shown)
        {
            terminal.Say($"[grey]{terminal.In(($"另有 {moves.Length - shown} 家，见报告", $"and {moves.Length - shown} more, in the report"))}[/]");
        }
    }

    private static Table Matrix(Terminal terminal, RegradedChanges changes)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(terminal.In(("原级 ＼ 现级", "from \\ to")));
        foreach (var to in Outcomes)
        {
            table.AddColumn(new TableColumn(Name(terminal, to)).RightAligned());
        }

        foreach (var from in Outcomes)
        {
            table.AddRow([Name(terminal, from), .. Outcomes.Select(to => Cell(changes[from, to], from == to))]);
        }

        return table;
    }

    private static Table Moves(Terminal terminal, DistrictAreas areas, IEnumerable<MovedBusiness> moves)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("主体", "Business")))
            .AddColumn(terminal.In(("镇街", "Town")))
            .AddColumn(new TableColumn(terminal.In(("变动", "Move"))).NoWrap())
            .AddColumn(terminal.In(("变化的事实", "What changed")))
            .AddColumn(terminal.In(("现依据条款", "Rule now")));
        foreach (var move in moves)
        {
            table.AddRow(
                Terminal.Plain(move.Business.Name),
                terminal.In(areas.TownOf(move.Business.Area)),
                $"{Name(terminal, move.From)} → {Name(terminal, move.To)}",
                terminal.In(move.Change),
                terminal.In(move.Rule));
        }

        return table;
    }

    private static string Cell(long count, bool stayed) => count switch
    {
        0 => "[grey]·[/]",
        _ when stayed => $"[grey]{Figures.Number(count)}[/]",
        _ => $"[bold]{Figures.Number(count)}[/]",
    };

    private static string Name(Terminal terminal, Tier? tier) => tier is { } known
        ? $"[{TierColours.OnScreen(known)}]{known}[/]"
        : $"[grey]{terminal.In(("不予分级", "none"))}[/]";
}
