using System.Diagnostics;
using System.Globalization;
using System.Text;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Ways;
using FoodSafety.Domain.Rectifications;

namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>A million open rectifications and one day, as Markdown.</summary>
internal static class RectificationReport
{
    private const int Million = 1_000_000;

    private const int Rounds = 7;

    public static void Run(string? file)
    {
        var clock = Stopwatch.StartNew();
        var task = new RectificationCase(Million);
        var linq = new LinqRectifications(task.Objects, task.Day, new RectificationRules().GraceWorkingDays);
        linq.RequireEqual(task);
        Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,5:0} s  checked");
        var rows = RoundRobin.Measure(Rounds,
        [
            Ask(Names.LinqOverdueCount, () => linq.OverdueCount()),
            Ask(Names.OverdueCount, () => _ = task.Book.On(task.Day).OverdueCount) with { Baseline = Names.LinqOverdueCount },
            Ask(Names.LinqOverdue, () => linq.Overdue()),
            Ask(Names.Overdue, () => task.Book.On(task.Day).Overdue()) with { Baseline = Names.LinqOverdue },
            Ask(Names.LinqAgeing, () => linq.Ageing()),
            Ask(Names.Ageing, () => task.Book.On(task.Day).Ageing()) with { Baseline = Names.LinqAgeing },
            Ask(Names.LinqEscalations, () => linq.Escalations()),
            Ask(Names.Escalations, () => task.Book.On(task.Day).Escalations(task.Plan)) with { Baseline = Names.LinqEscalations },
            Ask(Names.OverdueThen, () => task.Book.On(task.PastDay).Overdue()),
        ]);
        rows.AddRange(RoundRobin.Measure(3, [Ask(Names.RecordSteps, () => RectificationCase.Fill(Million, task.Plan.Register))]));
        var report = Write(rows, task);
        Console.Out.WriteLine(report);
        Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,5:0} s  done");
        if (file is not null)
        {
            File.WriteAllText(file, report);
        }
    }

    private static Candidate Ask(string name, Action run) => new(name, Million, run) { Baseline = name };

    private static string Write(List<Row> rows, RectificationCase task)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var another = RectificationCase.Fill(Million, task.Plan.Register);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(another);
        var list = task.Book.On(task.Day).Escalations(task.Plan);
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture,
                $"Of {Million:#,0} open rectifications {list.Escalations.Length + list.Gaps.Length:#,0} are overdue on the day: {list.MainCount:#,0} with main responsible cadres, {list.AboveCount:#,0} a level up, {list.Gaps.Length:#,0} whose business has no chain. The book with its {task.Book.ActCount:#,0} steps holds {held / 1e6:#,0} MB.")
            .AppendLine()
            .AppendLine("| question | rectifications | ms | min–max | × LINQ | MB allocated | processor | runtime |")
            .AppendLine("|---|--:|--:|--:|--:|--:|---|---|");
        foreach (var row in rows)
        {
            var times = row.Name is Names.OverdueThen or Names.RecordSteps ? "" : row.TimesBaseline.ToString("0.#", CultureInfo.InvariantCulture);
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Count:#,0} | {Time(row.Median)} | {Time(row.Least)}–{Time(row.Most)} | {times} | {row.Bytes * row.Count / 1e6:#,0.0} | {Machine.Processor} | {Machine.Runtime} |");
        }

        return text.ToString();

        // A million nanoseconds are a millisecond, and the rows tell times per rectification of a million.
        static string Time(double each) => (each * Million / 1e6).ToString(each >= 100 ? "#,0" : "0.00", CultureInfo.InvariantCulture);
    }
}
