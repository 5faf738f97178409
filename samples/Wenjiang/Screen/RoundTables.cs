using FoodSafety.Domain;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.Sources;
using GeneratedDistrict.Visits;
using NodaTime;
using Spectre.Console;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>How far the first round had come in its middle and at its end.</summary>
internal static class RoundTables
{
    public static void Write(Terminal terminal, DistrictAreas areas, District district)
    {
        var progress = district.Rounds[FirstRound.Id];
        var round = progress.Round;
        terminal.Say($"{terminal.In(round.Name)}{terminal.In(($"，自 {round.Begins:uuuu-MM-dd} 起", $", from {round.Begins:uuuu-MM-dd}"))} {terminal.Tag(Origin.Generated)}");
        terminal.Say($"[grey]{terminal.In((
            $"温江未公布阶段目标，借用：{round.Basis.Text.Chinese}，移到今年",
            $"Wenjiang published no stages; borrowed from {round.Basis.Text.English}, moved to this year"))}[/]");
        terminal.Show(Stages(terminal, progress));
        terminal.Show(Towns(terminal, areas, progress));
        foreach (var task in round.Tasks)
        {
            var coverage = progress.CoverageOn(SampleDays.RoundEnds).Of(task);
            terminal.Say($"{terminal.In((
                $"{task.Name().Chinese}：{Figures.Number(coverage.Done)}/{Figures.Number(coverage.Total)} 家",
                $"{task.Name().English}: {Figures.Number(coverage.Done)} of {Figures.Number(coverage.Total)} businesses"))} {terminal.Tag(Origin.Computed)}");
        }
    }

    private static Table Stages(Terminal terminal, RoundProgress progress)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("阶段目标", "Stage")))
            .AddColumn(terminal.In(("截止", "By")))
            .AddColumn(On(SampleDays.Midway))
            .AddColumn(On(SampleDays.RoundEnds));
        foreach (var (midway, end) in progress.TargetsOn(SampleDays.Midway).Zip(progress.TargetsOn(SampleDays.RoundEnds)))
        {
            table.AddRow(Figures.Percent(midway.Target.Share), $"{midway.Target.By:uuuu-MM-dd}", State(terminal, midway), State(terminal, end));
        }

        return table;

        static TableColumn On(LocalDate day) => new($"{day:uuuu-MM-dd}");
    }

    private static string State(Terminal terminal, RoundTargetResult result) => terminal.In((
        $"{result.State.Name().Chinese}，已覆盖 {Share(result.Coverage, result.Target.Share)}，差 {Figures.Number(result.Lacking)}",
        $"{result.State.Name().English}: {Share(result.Coverage, result.Target.Share)} covered, {Figures.Number(result.Lacking)} lacking"));

    private static Table Towns(Terminal terminal, DistrictAreas areas, RoundProgress progress)
    {
        var (midway, end) = (progress.CoverageOn(SampleDays.Midway), progress.CoverageOn(SampleDays.RoundEnds));
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("全部任务完成", "All tasks done")))
            .AddColumn(Number(($"{SampleDays.Midway:uuuu-MM-dd}", $"{SampleDays.Midway:uuuu-MM-dd}")))
            .AddColumn(Number(("占比", "Share")))
            .AddColumn(Number(("未覆盖", "Left")))
            .AddColumn(Number(($"{SampleDays.RoundEnds:uuuu-MM-dd}", $"{SampleDays.RoundEnds:uuuu-MM-dd}")));
        foreach (var town in areas.Towns)
        {
            table.AddRow([terminal.In(DistrictAreas.NameOf(town)), .. Cells(midway.In(town.Code), end.In(town.Code))]);
        }

        table.AddEmptyRow();
        table.AddRow([terminal.In(("温江区合计", "Wenjiang District")), .. Cells(midway.Overall, end.Overall)]);
        return table;

        TableColumn Number(BilingualText name) => new TableColumn(terminal.In(name)).RightAligned();
    }

    private static string[] Cells(Coverage midway, Coverage end) =>
        [Figures.Number(midway.Done), Share(midway), Figures.Number(midway.Remaining), $"{Figures.Number(end.Done)} / {Figures.Number(end.Total)}"];

    private static string Share(Coverage coverage, params ReadOnlySpan<decimal> limits) => Figures.Percent(coverage.Done, coverage.Total, limits);
}
