using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FoodSafety.Domain.Benchmarks.Populations;

namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>Reading the snapshot of a district, as Markdown.</summary>
internal static class ReadingReport
{
    private const int Rounds = 11;

    public static void Run(string? file)
    {
        var clock = Stopwatch.StartNew();
        using var task = new ReadingCase();
        Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,5:0} s  {task.Bytes.Length:#,0} bytes, {task.Entries:#,0} entries, checked");
        var rows = RoundRobin.Measure(Rounds,
        [
            Read(Names.ParsedOnly, () => JsonDocument.Parse(task.Bytes).Dispose()),
            Read(Names.SnapshotRead, () => ReadingCase.Files.Read(task.Bytes)),
            Read(Names.SnapshotReadReversed, () => ReadingCase.Files.Read(task.Reversed)),
            Read(Names.SnapshotReadByName, () => ReadingCase.FilesByName.Read(task.Bytes)),
            Read(Names.EntryRead, task.ReadEntries),
            .. task.Lists.Where(list => list.Count >= 1_000).Select(list => new Candidate(Names.EntryOf(list.Name), list.Count, list.Read)),
        ]);
        var report = Write(rows);
        Console.Out.WriteLine(report);
        Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,5:0} s  done");
        if (file is not null)
        {
            File.WriteAllText(file, report);
        }

        Candidate Read(string name, Action run) => new(name, task.Entries, run) { Baseline = Names.SnapshotReadByName };
    }

    private static string Write(List<Row> rows)
    {
        var text = new StringBuilder()
            .AppendLine("| what is read | entries | ms | min–max | µs an entry | bytes allocated an entry | processor | runtime |")
            .AppendLine("|---|--:|--:|--:|--:|--:|---|---|");
        foreach (var row in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Count:#,0} | {Time(row, row.Median)} | {Time(row, row.Least)}–{Time(row, row.Most)} | {row.Median / 1e3:0.00} | {row.Bytes:#,0} | {Machine.Processor} | {Machine.Runtime} |");
        }

        text.AppendLine().AppendLine("| goal | asked | measured | |").AppendLine("|---|--:|--:|---|");
        foreach (var goal in Goals.OfReading(rows))
        {
            text.AppendLine($"| {goal.Text} | {goal.Asked} | {goal.Measured} | {(goal.Met ? "met" : "**missed**")} |");
        }

        return text.ToString();

        static string Time(Row row, double perEntry) => (perEntry * row.Count / 1e6).ToString(perEntry * row.Count >= 1e8 ? "#,0" : "0.0", CultureInfo.InvariantCulture);
    }
}
