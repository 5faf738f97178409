using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using Spectre.Console;
using Wenjiang.Responsibility;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>The chains of all businesses in figures: who has how many, and what is left over.</summary>
internal static class ChainTables
{
    public static void Write(Terminal terminal, ChainPlan plan)
    {
        terminal.Say($"{terminal.In((
            $"{plan.On:uuuu-MM-dd} 起，按层级对应 {plan.Levels.Version} 包保",
            $"From {plan.On:uuuu-MM-dd} by the levels {plan.Levels}"))} {terminal.Tag(Origin.Computed)}");
        if (LevelFigures.Of(plan) is { IsEmpty: false } levels)
        {
            terminal.Show(Loads(terminal, levels));
        }

        WriteCoverage(terminal, plan);
        WriteGaps(terminal, plan);
    }

    private static Table Loads(Terminal terminal, ImmutableArray<LevelFigures> levels)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("层级", "Level")))
            .AddColumn(Number(("席位", "Seats")))
            .AddColumn(Number(ResponsibleStep.Main.Name()))
            .AddColumn(Number(ResponsibleStep.Second.Name()))
            .AddColumn(Number(ResponsibleStep.Third.Name()))
            .AddColumn(Number(("人均主体", "Main per seat")))
            .AddColumn(Number(("最少至最多", "Least to most")));
        foreach (var (load, least, most) in levels)
        {
            table.AddRow(
                terminal.In(load.Level.Name()), Figures.Number(load.Seats), Figures.Number(load.Main), Figures.Number(load.Second), Figures.Number(load.Third),
                NumberText.Beside(load.MainPerSeat, 2, least, most), terminal.In(($"{least} 至 {most}", $"{least} to {most}")));
        }

        return table;

        TableColumn Number(BilingualText name) => new TableColumn(terminal.In(name)).RightAligned();
    }

    private static void WriteCoverage(Terminal terminal, ChainPlan plan)
    {
        var (covered, tiered) = (Figures.Number(plan.CoveredCount), Figures.Number(plan.CoveredCount + plan.UncoveredCount));
        terminal.Say($"{terminal.In(plan.UncoveredCount == 0
            ? ($"每家有等级的主体都在责任链上：{tiered} 家中的 {covered} 家", $"Every business with a tier is in a chain: {covered} of {tiered}")
            : ($"不是每家有等级的主体都在责任链上：{tiered} 家中的 {covered} 家", $"Not every business with a tier is in a chain: {covered} of {tiered}"))} {terminal.Tag(Origin.Computed)}");
        var seats = Figures.Number(plan.Loads.Count());
        var over = LevelFigures.CountOverCapacity(plan);
        terminal.Say($"{terminal.In(over == 0
            ? ($"{seats} 个席位无一超出包保上限", $"None of {seats} seats is over its capacity")
            : ($"{seats} 个席位中有 {over} 个超出包保上限", $"{over} of {seats} seats are over their capacity"))} {terminal.Tag(Origin.Computed)}");
    }

    private static void WriteGaps(Terminal terminal, ChainPlan plan)
    {
        terminal.Say($"{terminal.In((
            $"未包保 {Figures.Number(plan.UncoveredCount)}，无等级 {Figures.Number(plan.OutsideCount)}，上级代任环节 {Figures.Number(plan.Fallbacks.Count())}，空缺环节 {Figures.Number(plan.Vacancies.Count())}",
            $"Uncovered {Figures.Number(plan.UncoveredCount)}, without a tier {Figures.Number(plan.OutsideCount)}, steps with a higher level {Figures.Number(plan.Fallbacks.Count())}, vacant steps {Figures.Number(plan.Vacancies.Count())}"))} {terminal.Tag(Origin.Computed)}");
        foreach (var gaps in plan.Uncovered.GroupBy(gap => gap.Link.Gap!.Value).OrderBy(gaps => gaps.Key))
        {
            terminal.Say(terminal.In(($"  未包保 {Figures.Number(gaps.Count())} 家：{gaps.Key.Name().Chinese}", $"  uncovered {Figures.Number(gaps.Count())}: {gaps.Key.Name().English}")));
        }
    }
}
