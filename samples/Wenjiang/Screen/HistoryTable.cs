using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using NodaTime;
using Spectre.Console;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>Who answered for one business, day by day.</summary>
internal static class HistoryTable
{
    /// <summary>Writes the history of the business of which the most steps changed last.</summary>
    public static void Write(Terminal terminal, ChainBook chains)
    {
        var (plan, history) = (chains.Plan!, chains.History);
        if (plan.Changes.GroupBy(change => change.Row).MaxBy(changes => changes.Count()) is not { Key: var row })
        {
            return;
        }

        terminal.Say($"{terminal.In((
            $"责任台账：{plan.Register.NameAt(row)}（{plan.Register.IdAt(row)}）",
            $"The history of {plan.Register.NameAt(row)} ({plan.Register.IdAt(row)})"))} {terminal.Tag(Origin.Computed)}");
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("自", "From the day")))
            .AddColumn(terminal.In(("环节", "Step")))
            .AddColumn(terminal.In(("原干部 → 现干部", "From → to")))
            .AddColumn(terminal.In(("原因", "Why")));
        foreach (var (change, on, _) in history.HistoryOf(row))
        {
            table.AddRow(
                $"{on:uuuu-MM-dd}", terminal.In(change.Step.Name()),
                $"{terminal.In(SeatText.Of(plan, change.From))} → {terminal.In(SeatText.Of(plan, change.To))}", terminal.In(change.Reason.Name()));
        }

        terminal.Show(table);
        WriteMain(terminal, plan, history.On(row, plan.On.PlusDays(-1)), plan.On.PlusDays(-1));
        WriteMain(terminal, plan, history.On(row, plan.On), plan.On);
    }

    private static void WriteMain(Terminal terminal, ChainPlan plan, ChainSeats seats, LocalDate day) => terminal.Say(terminal.In((
        $"{day:uuuu-MM-dd} 的主体责任人：{SeatText.Of(plan, seats.Main).Chinese}",
        $"Main responsible on {day:uuuu-MM-dd}: {SeatText.Of(plan, seats.Main).English}")));
}
