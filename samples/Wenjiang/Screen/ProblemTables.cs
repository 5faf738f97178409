using System.Collections.Immutable;
using FoodSafety.Domain;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using GeneratedDistrict.Problems;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.Sources;
using NodaTime;
using Spectre.Console;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>What the visits found, and how far it was rectified on a day: by item, by town, by age, and what is overdue with whom.</summary>
internal static class ProblemTables
{
    private const int Shown = 8;
    private const int WidestBar = 50;

    public static void Write(Terminal terminal, DistrictAreas areas, District district)
    {
        var register = district.Businesses.Register;
        var book = district.Rectifications;
        var visits = district.Inspections.Count;
        terminal.Say($"{terminal.In((
            $"督导 {Figures.Number(visits)} 次，发现问题 {Figures.Number(book.Count)} 个",
            $"{Figures.Number(visits)} visits found {Figures.Number(book.Count)} problems"))} {terminal.Tag(Origin.Generated)}");
        if (book.Count == 0)
        {
            return;
        }

        terminal.Show(Items(terminal, district.Findings));
        var midway = book.On(SampleDays.Midway);
        var counts = midway.Counts;
        terminal.Say($"{terminal.In((
            $"{midway.Day:uuuu-MM-dd}：发现 {Figures.Number(counts.Found)}，已整改 {Figures.Number(counts.Rectified)}，整改中 {Figures.Number(counts.Open)}，其中逾期 {Figures.Number(counts.Overdue)}，将到期 {Figures.Number(midway.DueSoon().Length)}",
            $"On {midway.Day:uuuu-MM-dd}: {Figures.Number(counts.Found)} found, {Figures.Number(counts.Rectified)} rectified, {Figures.Number(counts.Open)} open, of which {Figures.Number(counts.Overdue)} overdue, {Figures.Number(midway.DueSoon().Length)} due soon"))} {terminal.Tag(Origin.Computed)}");
        terminal.Show(Ageing(terminal, midway.Ageing()));
        terminal.Show(Towns(terminal, areas, midway.CountsByArea(register)));
        WriteOverdue(terminal, district, midway);
        var end = book.On(SampleDays.Scored).Counts;
        terminal.Say($"{terminal.In((
            $"{SampleDays.Scored:uuuu-MM-dd}：发现 {Figures.Number(end.Found)} 个，已整改 {Figures.Number(end.Rectified)} 个，整改中 {Figures.Number(end.Open)} 个",
            $"On {SampleDays.Scored:uuuu-MM-dd}: {Figures.Number(end.Found)} found, {Figures.Number(end.Rectified)} rectified, {Figures.Number(end.Open)} open"))} {terminal.Tag(Origin.Computed)}");
    }

    private static Table Items(Terminal terminal, FindingBook book)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("任务清单项目", "Item of the task list")))
            .AddColumn(terminal.In(("类别", "Weight")))
            .AddColumn(Number(terminal, ("问题", "Problems")))
            .AddColumn(Number(terminal, ("立行立改", "On the spot")));
        foreach (var findings in book.Standing.GroupBy(finding => finding.Item).OrderByDescending(findings => findings.Count()).Take(Shown))
        {
            var item = Checklists.BuiltIn.Find(findings.Key.Checklist, findings.Key.Version)!.Item(findings.Key.Code);
            table.AddRow(
                terminal.In(item.Title), terminal.In(InspectionRules.BuiltIn.FindName(item.Severity)!.Value), Figures.Number(findings.Count()),
                Figures.Number(findings.Count(finding => finding.IsCorrectedOnTheSpot)));
        }

        return table;
    }

    private static BarChart Ageing(Terminal terminal, ImmutableArray<AgeBand> bands)
    {
        var chart = new BarChart { Width = WidestBar, Label = terminal.In(("整改中问题的账龄", "Age of the open problems")), LabelAlignment = Justify.Left };
        foreach (var band in bands)
        {
            chart.AddItem(terminal.In(band.Text), band.Count, band.ToDays is null ? Color.Red3_1 : Color.SteelBlue1);
        }

        return chart;
    }

    private static Table Towns(Terminal terminal, DistrictAreas areas, RectificationCountsByArea counts)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("镇街", "Town or street")))
            .AddColumn(Number(terminal, ("发现", "Found")))
            .AddColumn(Number(terminal, ("已整改", "Rectified")))
            .AddColumn(Number(terminal, ("整改中", "Open")))
            .AddColumn(Number(terminal, ("逾期", "Overdue")));
        foreach (var town in areas.Towns)
        {
            var own = counts[town.Code];
            table.AddRow([terminal.In(DistrictAreas.NameOf(town)), .. ((long[])[own.Found, own.Rectified, own.Open, own.Overdue]).Select(Figures.Number)]);
        }

        return table;
    }

    private static void WriteOverdue(Terminal terminal, District district, RectificationsOnDay midway)
    {
        var (plan, register) = (district.Chains.Plan!, district.Businesses.Register);
        var list = midway.Escalations(plan);
        terminal.Say($"{terminal.In((
            $"逾期清单（{midway.Day:uuuu-MM-dd}）：{list.Escalations.Length} 个，其中已上提一级督办 {list.AboveCount} 个",
            $"Overdue on {midway.Day:uuuu-MM-dd}: {list.Escalations.Length}, of which {list.AboveCount} have gone a level up"))} {terminal.Tag(Origin.Computed)}");
        if (list.Escalations.IsEmpty)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("主体", "Business")))
            .AddColumn(terminal.In(("问题", "Problem")))
            .AddColumn(terminal.In(("期限", "Due")))
            .AddColumn(Number(terminal, ("逾期天数", "Days late")))
            .AddColumn(terminal.In(("督办", "With")));
        foreach (var late in list.Escalations.OrderBy(late => late.DueDay).Take(Shown))
        {
            var finding = district.Findings[district.Rectifications[late.Id].Finding];
            var with = late.Level == EscalationLevel.MainCadre
                ? SeatText.Of(plan, late.Main)
                : ($"{register.Areas[late.Office].Name}食安办", $"the office of {register.Areas[late.Office].Name}");
            table.AddRow(
                Terminal.Plain(register.NameAt(late.Row)), terminal.In(ProblemWords.InBoth(finding.Description)), $"{late.DueDay:uuuu-MM-dd}{(late.IsProvisional ? terminal.In(("（暂定）", " (provisional)")) : "")}",
                Figures.Number(Period.DaysBetween(late.DueDay, midway.Day)), terminal.In(with));
        }

        terminal.Show(table);
        if (list.Escalations.Length > Shown)
        {
            terminal.Say($"[grey]{terminal.In(($"另有 {list.Escalations.Length - Shown} 个", $"and {list.Escalations.Length - Shown} more"))}[/]");
        }
    }

    private static TableColumn Number(Terminal terminal, BilingualText name) => new TableColumn(terminal.In(name)).RightAligned();
}
