using System.Diagnostics;
using System.Globalization;
using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Formats;

namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>A district that is written, read and looked at on a past day, as Markdown.</summary>
internal static class JournalReport
{
    private const int Facts = 300;
    private const int Looks = 5;
    private const int Batch = 1_000;

    public static void Run(string? file, int entries)
    {
        var text = new StringBuilder()
            .AppendLine("| what | businesses | median | min–max | machine |")
            .AppendLine("|---|--:|--:|--:|---|");
        var clock = Stopwatch.StartNew();
        Live(10_000);
        Keep(10_000);
        Live(1_000_000);
        Console.Out.WriteLine(text);
        if (file is not null)
        {
            File.WriteAllText(file, $"{text}");
        }

        void Live(int count)
        {
            var task = new DistrictCase(count);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            District district = null!;
            Tell("found with all businesses and cadres in one unit", count, "ms", [Time(() => district = task.Found(out _))]);
            Tell("memory held by the district", count, "MB", [(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6]);
            Tell("apply one fact, kept", count, "ms", [.. Enumerable.Range(0, Facts).Select(n =>
            {
                var (stamp, act) = task.Fact(district, n);
                return Time(() => district.Kept(district.Apply(stamp, act).Entry!.Number));
            }).Skip(20)]);
            Tell("apply a fact that changes tier and chain, kept", count, "ms", [.. Enumerable.Range(0, Facts).Where(n => n % 10 == 0).Select(n =>
            {
                var (stamp, act) = task.Fact(district, n + Facts);
                return Time(() => district.Kept(district.Apply(stamp, act).Entry!.Number));
            })]);
            Tell("as of a past day", count, "ms", [.. Enumerable.Range(0, Looks).Select(_ => Time(() => district.AsOf(district.Today.PlusDays(-5)))).Skip(1)]);
            Tell("as of the day", count, "ms", [.. Enumerable.Range(0, Looks).Select(_ => Time(() => district.AsOf(district.Today)))]);
        }

        void Keep(int count)
        {
            var task = new DistrictCase(count);
            var path = Path.GetTempFileName();
            try
            {
                using (var journal = Journal.Open(path, new EntryFormat(task.Settings)))
                {
                    Grow(task, journal);
                }

                using (var journal = Journal.Open(path, new EntryFormat(task.Settings)))
                {
                    var all = journal.Entries.ToArray();
                    Tell($"size of {all.Length:#,0} entries", count, "MB", [new FileInfo(path).Length / 1e6]);
                    Tell("write an entry", count, "µs", Each(all.Length, () => _ = all.Sum(entry => journal.Format.Write(entry).Length)));
                    Tell("read an entry", count, "µs", Each(all.Length, () => _ = journal.Entries.Count()));
                    Tell("redo an entry", count, "µs", Each(all.Length, () => District.Open(task.Settings, all)));
                    Tell("open the founding entry alone", count, "ms", [.. Enumerable.Range(0, Looks).Select(_ => Time(() => District.Open(task.Settings, journal.Entries.Take(1))))]);
                    Tell($"open from {all.Length:#,0} entries", count, "ms", [.. Enumerable.Range(0, 3).Select(_ => Time(() => journal.OpenDistrict()))]);
                    all = [];
                    var before = GC.GetTotalMemory(forceFullCollection: true);
                    var district = journal.OpenDistrict();
                    Tell($"memory held by the district of {journal.Count:#,0} entries", count, "MB", [(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6]);
                    Tell("as of a day in the middle", count, "ms", [.. Enumerable.Range(0, Looks).Select(_ => Time(() => district.AsOf(district.Today.PlusDays(-400))))]);
                    Tell("apply a unit after all of them", count, "ms", [.. Enumerable.Range(0, Facts).Select(n =>
                    {
                        var (stamp, act) = task.Fact(district, n);
                        return Time(() => district.Kept(district.Apply(stamp, act).Entry!.Number));
                    })]);
                }
            }
            finally
            {
                File.Delete(path);
            }
        }

        void Grow(DistrictCase task, Journal journal)
        {
            var district = task.Found(out var first);
            List<Entry> batch = [first];
            for (var n = 0; district.Version < entries; n++)
            {
                var (stamp, act) = task.Unit(n);
                try
                {
                    if (district.Apply(stamp, act).Entry is { } entry)
                    {
                        batch.Add(entry);
                        district.Kept(entry.Number);
                        if (batch.Count == Batch || entry.Number == entries)
                        {
                            journal.Append(batch);
                            batch.Clear();
                        }
                    }
                }
                catch (ActsRefusedException)
                {
                    // A cadre's commitment that names a business twice, an assignment that overlaps: the office is told, and goes on.
                }
            }
        }

        void Tell(string what, int count, string unit, double[] values)
        {
            Array.Sort(values);
            var line = string.Create(CultureInfo.InvariantCulture, $"| {what} | {count:#,0} | {values[values.Length / 2]:#,0.###} {unit} | {values[0]:#,0.###}–{values[^1]:#,0.###} | {Machine.Processor}, {Machine.Runtime} |");
            text.AppendLine(line);
            Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,5:0} s  {line}");
        }

        static double[] Each(int count, Action all) => [.. Enumerable.Range(0, 3).Select(_ => Time(all) * 1000 / count)];

        static double Time(Action run)
        {
            var watch = Stopwatch.StartNew();
            run();
            return watch.Elapsed.TotalMilliseconds;
        }
    }
}
