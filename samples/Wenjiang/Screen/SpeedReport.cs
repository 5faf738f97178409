using System.Globalization;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using Spectre.Console;
using Wenjiang.Sources;
using Wenjiang.Speed;

namespace Wenjiang.Screen;

/// <summary>Runs the speed trial under a progress bar and shows what came of it.</summary>
internal static class SpeedReport
{
    public static void Write(Terminal terminal, FactTable facts, GradingPolicy<Tier> policy, int size)
    {
        SpeedTrial? trial = null;
        terminal.Progress(("准备", "Preparing"), progress => trial = SpeedTrial.Prepare(facts, size, progress));
        SpeedResult? result = null;
        terminal.Progress(("分级", "Grading"), progress => result = trial!.Run(policy, progress));

        terminal.Say($"{terminal.In((
            $"在内存中对 {Figures.Number(result!.Businesses)} 家主体分级（由上文名录复制并扰动）",
            $"Graded {Figures.Number(result.Businesses)} businesses in memory (the register above, repeated and varied)"))} {terminal.Tag(Origin.Generated)} {terminal.Tag(Origin.Computed)}");
        terminal.Say(terminal.In(TierTable.Line(result.Count)));
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("次", "Run")))
            .AddColumn(new TableColumn(terminal.In(("毫秒", "ms"))).RightAligned())
            .AddColumn(new TableColumn(terminal.In(("每家纳秒", "ns each"))).RightAligned())
            .AddColumn(new TableColumn(terminal.In(("每秒主体", "businesses per second"))).RightAligned());
        for (var i = 0; i < result.Runs.Length; i++)
        {
            var run = result.Runs[i];
            var name = i == 0 ? terminal.In(("首次", "first, cold")) : (i + 1).ToString(CultureInfo.InvariantCulture);
            var isBest = run == result.Best;
            table.AddRow([.. new[]
            {
                name,
                run.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture),
                result.NanosecondsEach(run).ToString("N1", CultureInfo.InvariantCulture),
                Figures.Number((long)result.PerSecond(run)),
            }.Select(cell => isBest ? $"[bold green]{cell}[/]" : cell)]);
        }

        terminal.Show(table);
    }
}
