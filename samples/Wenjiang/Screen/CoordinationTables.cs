using System.Collections.Immutable;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Languages;
using NodaTime;
using Spectre.Console;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>The work mechanism on a day: what was done, what is due, what is missing, and how far each line of work has come.</summary>
internal static class CoordinationTables
{
    private const int Shown = 6;

    public static void Write(Terminal terminal, CoordinationBook book, LocalDate day)
    {
        var mechanism = book.MechanismOn(day)!;
        terminal.Say($"{terminal.In((
            $"{mechanism.Scheme.Name.Chinese}：领导小组 {mechanism.Groups.Length}，工作线 {mechanism.Lines.Length}，制度 {mechanism.Scheme.Systems.Length}，专班 {mechanism.TaskForces.Length}",
            $"{mechanism.Scheme.Name.English}: leading groups {mechanism.Groups.Length}, lines of work {mechanism.Lines.Length}, systems {mechanism.Scheme.Systems.Length}, task forces {mechanism.TaskForces.Length}"))} {terminal.Tag(Origin.Published)} {terminal.Tag(Origin.Generated)}");
        var status = book.StatusOn(day).CountBy(one => one.State).ToDictionary();
        var counts = Enum.GetValues<DutyState>().Where(status.ContainsKey).Select(state => (state, status[state])).ToArray();
        terminal.Say($"{terminal.In((
            $"{day:uuuu-MM-dd} 履职：{string.Join("，", counts.Select(one => $"{one.state.Name().Chinese} {Figures.Number(one.Item2)}"))}",
            $"Duties on {day:uuuu-MM-dd}: {string.Join(", ", counts.Select(one => $"{one.state.Name().English} {Figures.Number(one.Item2)}"))}"))} {terminal.Tag(Origin.Computed)}");
        WriteList(terminal, book.DueOn(day));
        WriteList(terminal, book.MissedOn(day));
        terminal.Show(Lines(terminal, book.ProgressOn(day)));
    }

    private static void WriteList(Terminal terminal, ImmutableArray<RoutineStatus> duties)
    {
        foreach (var duty in duties.Take(Shown))
        {
            terminal.Say($"  · {terminal.In((
                $"{duty.State.Name().Chinese}：{duty.Routine.Name.Chinese}（{duty.Routine.Responsible}），{duty.Period.Label.Chinese}，截至 {duty.DueBy:uuuu-MM-dd}",
                $"{duty.State.Name().English}: {duty.Routine.Name.English} ({duty.Routine.Responsible}), {duty.Period.Label.English}, by {duty.DueBy:uuuu-MM-dd}"))}");
        }

        if (duties.Length > Shown)
        {
            terminal.Say($"    [grey]{terminal.In(($"另有 {duties.Length - Shown} 项", $"and {duties.Length - Shown} more"))}[/]");
        }
    }

    private static Table Lines(Terminal terminal, ImmutableArray<LineProgress> lines)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("工作线", "Line of work")))
            .AddColumn(terminal.In(("节点", "Milestone")))
            .AddColumn(terminal.In(("时限", "By")))
            .AddColumn(terminal.In(("情况", "State")));
        foreach (var line in lines)
        {
            foreach (var status in line.Milestones)
            {
                table.AddRow(terminal.In(line.Line.Name), terminal.In(status.Milestone.Name), $"{status.Milestone.DueBy:uuuu-MM-dd}", terminal.In(status.State.Name()));
            }
        }

        return table;
    }
}
