using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using Spectre.Console;
using Wenjiang.Sources;
using Wenjiang.Storage;

namespace Wenjiang.Screen;

/// <summary>The chain of one business, and what one cadre in it answers for.</summary>
internal static class ChainCase
{
    private const int Shown = 8;

    /// <summary>Writes the chain of a business and the list of its second responsible, or of the main one where it has no other.</summary>
    public static void Write(Terminal terminal, ChainPlan plan, int row)
    {
        if (plan.FindChain(row) is not { } chain)
        {
            return;
        }

        terminal.Say($"{terminal.In((
            $"责任链：{plan.Register.NameAt(row)}（{chain.Business}，{chain.Tier} 级）",
            $"The chain of {plan.Register.NameAt(row)} ({chain.Business}, tier {chain.Tier})"))} {terminal.Tag(Origin.Computed)}");
        terminal.Show(Chain(terminal, plan, chain));
        var cadre = chain.Second is { IsVacant: false } second ? second.Cadre : chain.Main.Cadre;
        var list = ResponsibilityList.Of(plan, cadre);
        terminal.Say($"{terminal.In((
            $"责任清单：{CadreDirectory.NameOf(cadre)}（{cadre}），主体数 {list.Entries.Length}",
            $"The responsibility list of {CadreDirectory.NameOf(cadre)} ({cadre}), businesses: {list.Entries.Length}"))} {terminal.Tag(Origin.Computed)}");
        terminal.Show(List(terminal, list));
        if (list.Entries.Length > Shown)
        {
            terminal.Say($"[grey]{terminal.In(($"另有 {list.Entries.Length - Shown} 家", $"and {list.Entries.Length - Shown} more"))}[/]");
        }
    }

    private static Table Chain(Terminal terminal, ChainPlan plan, ResponsibilityChain chain)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("环节", "Step")))
            .AddColumn(terminal.In(("层级", "Level")))
            .AddColumn(terminal.In(("干部", "Cadre")))
            .AddColumn(terminal.In(("职务", "Post")))
            .AddColumn(terminal.In(("专员类别", "Role")));
        foreach (var link in chain.Links)
        {
            table.AddRow(
                terminal.In(link.Step.Name()), terminal.In(link.Level.Name()), terminal.In(SeatText.Of(plan, link.Seat)),
                link.IsVacant ? terminal.In(link.Gap!.Value.Name()) : terminal.In(SeatText.PostOf(plan, link.Seat)), terminal.In(link.Role.Name()));
        }

        return table;
    }

    private static Table List(Terminal terminal, ResponsibilityList list)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("环节", "Step")))
            .AddColumn(terminal.In(("等级", "Tier")))
            .AddColumn(terminal.In(("主体", "Business")))
            .AddColumn(terminal.In(("所在区划", "Area")));
        foreach (var entry in list.Entries.Take(Shown))
        {
            table.AddRow(
                terminal.In(entry.Step.Name()), $"[{TierColours.OnScreen(entry.Tier)}]{entry.Tier}[/]", Terminal.Plain($"{entry.Name} {entry.Business}"), Terminal.Plain(entry.Area.Name));
        }

        return table;
    }
}
