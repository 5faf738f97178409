using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>The whole comparison in under two minutes, as Markdown.</summary>
internal static class QuickReport
{
    private static readonly (string Title, Func<List<Row>> Measure)[] Parts =
    [
        ("10 thousand", Sections.TenThousand),
        ("100 thousand", Sections.HundredThousand),
        ("1 million", Sections.MillionBusinesses),
        ("1 million, daily use", Sections.DailyUse),
        ("1 million, score card", Sections.ScoreCard),
        ("10 million", Sections.TenMillion),
        ("1 million, narrower vectors", Widths.MeasureNarrower),
    ];

    public static void Run(string? file)
    {
        var clock = Stopwatch.StartNew();
        var rows = new List<Row>();
        foreach (var (title, measure) in Parts)
        {
            Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,5:0} s  {title}");
            rows.AddRange(measure());
        }

        var report = Write(rows);
        Console.Out.WriteLine(report);
        Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,5:0} s  done");
        if (file is not null)
        {
            File.WriteAllText(file, report);
        }
    }

    private static string Write(List<Row> rows)
    {
        var text = new StringBuilder()
            .AppendLine("| way | businesses | threads | ns/business | min–max | × hand-written | B/business | vector width | processor | runtime |")
            .AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|---|---|");
        foreach (var row in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Count:#,0} | {row.Threads} | {Time(row.Median)} | {Time(row.Least)}–{Time(row.Most)} | {Times(row.TimesBaseline)} | {Bytes(row.Bytes)} | {row.Width} | {Machine.Processor} | {Machine.Runtime} |");
        }

        text.AppendLine().AppendLine("| goal | asked | aimed at | measured | |").AppendLine("|---|--:|--:|--:|---|");
        foreach (var goal in new Goals(rows).All())
        {
            text.AppendLine($"| {goal.Text} | {goal.Asked} | {goal.Aim} | {goal.Measured} | {(goal.Met ? "met" : "**missed**")} |");
        }

        return text.ToString();
    }

    private static string Time(double nanoseconds) =>
        nanoseconds.ToString(nanoseconds >= 100 ? "#,0" : nanoseconds >= 10 ? "0.0" : "0.000", CultureInfo.InvariantCulture);

    private static string Times(double ratio) => double.IsNaN(ratio) ? "" : ratio.ToString(ratio >= 10 ? "0" : "0.###", CultureInfo.InvariantCulture);

    private static string Bytes(double bytes) => bytes.ToString(bytes >= 10 ? "#,0" : "0.00", CultureInfo.InvariantCulture);
}
