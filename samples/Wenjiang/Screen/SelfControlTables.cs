using FoodSafety.Domain;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.SelfControl;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.Sources;
using NodaTime;
using Spectre.Console;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>The businesses' own control: who holds the posts, how they are trained, and which records are missing.</summary>
internal static class SelfControlTables
{
    private const int Shown = 5;

    public static void Write(Terminal terminal, DistrictAreas areas, District district)
    {
        WritePosts(terminal, district);
        var log = district.SelfControl;
        var interval = new DateInterval(log.First!.Value, SampleDays.Scored);
        terminal.Say($"{terminal.In((
            $"自查记录，{interval.Start:uuuu-MM-dd} 至 {interval.End:uuuu-MM-dd}",
            $"Records of self-control, {interval.Start:uuuu-MM-dd} to {interval.End:uuuu-MM-dd}"))} {terminal.Tag(Origin.Generated)} {terminal.Tag(Origin.Computed)}");
        terminal.Show(Duties(terminal, log, interval));
        var daily = log.Gaps(SelfControlDuties.Daily, interval, SampleDays.Calendar);
        terminal.Show(Towns(terminal, areas, daily.ByArea()));
        var missing = Figures.Number(daily.RowsMissing(SampleDays.Midway).Length);
        terminal.Say($"{terminal.In((
            $"{SampleDays.Midway:uuuu-MM-dd} 缺日管控记录的主体：{missing} 家",
            $"Businesses without a daily record on {SampleDays.Midway:uuuu-MM-dd}: {missing}"))} {terminal.Tag(Origin.Computed)}");
        if (!daily.RowsWithGaps().IsEmpty)
        {
            terminal.Say(terminal.In(("缺漏最多的主体：", "Those with the most gaps:")));
            terminal.Show(Worst(terminal, areas, district.Businesses.Register, daily));
        }
    }

    private static void WritePosts(Terminal terminal, District district)
    {
        var (day, staff) = (SampleDays.Scored, district.Staff);
        var sheet = district.Staffing.FindOn(day)!.SheetOn(district.Businesses.Register.Facts, day, district.Tiers.Standing);
        foreach (var post in sheet.Posts)
        {
            var (required, held) = (sheet.Count(post), staff.CountOn(post.Post, day));
            terminal.Say($"{terminal.In((
                $"{post.Text.Chinese}：应配备 {Figures.Number(required)}，在册 {Figures.Number(held.Appointed)}，在岗 {Figures.Number(held.OnDuty)}",
                $"{post.Text.English}: {Figures.Number(required)} required, {Figures.Number(held.Appointed)} appointed, {Figures.Number(held.OnDuty)} on duty"))} {terminal.Tag(Origin.Generated)} {terminal.Tag(Origin.Computed)}");
        }

        var short40 = staff.TrainingShortfalls(day).Length;
        terminal.Say($"{terminal.In((
            $"培训不足 {PostDuties.TrainingHoursPerYear} 学时：{Figures.Number(short40)} 人",
            $"Persons with less than {PostDuties.TrainingHoursPerYear} hours of training: {Figures.Number(short40)}"))} {terminal.Tag(Origin.Computed)}");
    }

    private static Table Duties(Terminal terminal, SelfControlLog log, DateInterval interval)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("制度", "Duty")))
            .AddColumn(Number(terminal, ("应有", "Due")))
            .AddColumn(Number(terminal, ("已有", "Made")))
            .AddColumn(Number(terminal, ("缺漏", "Missed")))
            .AddColumn(Number(terminal, ("覆盖率", "Rate")));
        foreach (var duty in SelfControlDuties.All)
        {
            var total = log.Gaps(duty, interval, SampleDays.Calendar).Total;
            table.AddRow(terminal.In(duty.Kind.Name()), Figures.Number(total.Owed), Figures.Number(total.Made), Figures.Number(total.Missed), Rate(total));
        }

        return table;
    }

    private static Table Towns(Terminal terminal, DistrictAreas areas, CoverageByArea coverage)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("日管控", "Daily control")))
            .AddColumn(Number(terminal, ("应有", "Due")))
            .AddColumn(Number(terminal, ("缺漏", "Missed")))
            .AddColumn(Number(terminal, ("覆盖率", "Rate")));
        foreach (var town in areas.Towns)
        {
            var own = coverage[town.Code];
            table.AddRow(terminal.In(DistrictAreas.NameOf(town)), Figures.Number(own.Owed), Figures.Number(own.Missed), Rate(own));
        }

        return table;
    }

    private static Table Worst(Terminal terminal, DistrictAreas areas, BusinessRegister register, SelfControlGaps gaps)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("主体", "Business")))
            .AddColumn(terminal.In(("镇街", "Town")))
            .AddColumn(Number(terminal, ("应有", "Due")))
            .AddColumn(Number(terminal, ("缺漏", "Missed")));
        foreach (var row in gaps.RowsWithGaps().OrderByDescending(row => gaps[row].Missed).Take(Shown))
        {
            table.AddRow(
                Terminal.Plain(register.NameAt(row)), terminal.In(areas.TownOf(register.At(row).Area)),
                Figures.Number(gaps[row].Owed), Figures.Number(gaps[row].Missed));
        }

        return table;
    }

    private static string Rate(RecordCoverage coverage) => Figures.Percent(coverage.Made, coverage.Owed);

    private static TableColumn Number(Terminal terminal, BilingualText name) => new TableColumn(terminal.In(name)).RightAligned();
}
