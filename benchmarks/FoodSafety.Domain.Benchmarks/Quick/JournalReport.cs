using System.Diagnostics;
using System.Globalization;
using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>A district that is founded, written, read, opened and looked at on a past day, as Markdown.</summary>
internal sealed class JournalReport
{
    private const int Facts = 300;
    private const int Looks = 5;
    private const int Rounds = 3;
    private const int Rectifications = 100_000;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly StringBuilder _rows = new();
    private readonly StringBuilder _kinds = new();

    private JournalReport()
    {
    }

    /// <param name="file">Where the report is written to; null for the console alone.</param>
    /// <param name="entries">How many entries the district of 10,000 lives.</param>
    /// <param name="wenjiang">The journal that <c>samples/Wenjiang</c> wrote; null to leave it out.</param>
    public static void Run(string? file, int entries, string? wenjiang)
    {
        var report = new JournalReport();
        report.Live(10_000);
        report.Keep(new DistrictCase(10_000), entries);
        if (wenjiang is not null)
        {
            report.OpenWenjiang(wenjiang);
        }

        report.Rectify();
        report.Live(1_000_000);
        var text = $"""
            {Machine.Processor}, {Machine.Runtime}. Medians; CPU is of all threads of the process, the collector's too.

            | what | businesses | median | min–max | CPU, median |
            |---|--:|--:|--:|--:|
            {report._rows}
            Entries of the journal of Wenjiang by the kinds of their acts, µs an entry:

            | kinds | entries | bytes an entry | written | read | redone |
            |---|--:|--:|--:|--:|--:|
            {report._kinds}
            """;
        Console.Out.WriteLine(text);
        if (file is not null)
        {
            File.WriteAllText(file, text);
        }
    }

    /// <summary>A district that is founded, told facts one by one, looked at, and opened again from its founding.</summary>
    private void Live(int count)
    {
        var task = new DistrictCase(count);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (district, founding) = ((District)null!, (Entry)null!);
        Tell("found with all businesses and cadres in one unit", count, 1, [Time(() => district = task.Found(out founding))]);
        Tell("memory held by the district, bytes a business", count, "B", (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count);
        Tell("apply one fact, kept", count, 1, [.. Enumerable.Range(0, Facts).Select(n => Apply(n)).Skip(20)]);
        Tell("apply a fact that changes tier and chain, kept", count, 1, [.. Enumerable.Range(0, Facts).Where(n => n % 10 == 0).Select(n => Apply(n + Facts))]);
        Tell("as of a past day", count, 1, [.. Enumerable.Range(0, Looks).Select(_ => Time(() => district.AsOf(district.Today.PlusDays(-5)))).Skip(1)]);
        Tell("as of the day", count, 1, [.. Enumerable.Range(0, Looks).Select(_ => Time(() => district.AsOf(district.Today)))]);
        district.Kept(district.Apply(task.Fact(district, 0).Stamp, new FrequenciesLaidDown(task.Inspections)).Entry!.Number);
        Tell("apply one fact where every business is to be inspected, kept", count, 1, [.. Enumerable.Range(2 * Facts, Facts).Where(n => !DistrictCase.IsOfANewDay(n)).Select(Apply).Skip(20)]);
        district = null!;
        (double, double)[] opened = [], looked = [];
        for (var round = 0; round < Rounds; round++)
        {
            opened = [.. opened, Time(() => district = District.Open(task.Settings, [founding]))];
            looked = [.. looked, Time(() => district.AsOf(district.Today))];
        }

        Tell("open from the founding entry", count, 1, opened);
        Tell("as of the day, right after opening", count, 1, looked);

        (double Wall, double Cpu) Apply(int n)
        {
            var (stamp, act) = task.Fact(district, n);
            return Time(() => district.Kept(district.Apply(stamp, act).Entry!.Number));
        }
    }

    /// <summary>A district that lives for years, its journal on the disk, and the district that is opened from it.</summary>
    private void Keep(DistrictCase task, int entries)
    {
        const int count = 10_000;
        var path = Path.GetTempFileName();
        try
        {
            using (var journal = Journal.Open(path, new EntryFormat(task.Settings)))
            {
                Tell($"live {entries:#,0} entries and append them", count, 1, [Time(() => task.Grow(journal, entries))]);
            }

            using (var journal = Journal.Open(path, new EntryFormat(task.Settings)))
            {
                Open(journal, task.Settings, count, count);
                var district = journal.OpenDistrict();
                Tell("as of a day, the first right after opening", count, 1, [Time(() => district.AsOf(district.Today))]);
                Tell("as of a day in the middle", count, 1, [.. Enumerable.Range(0, Looks).Select(_ => Time(() => district.AsOf(district.Today.PlusDays(-400))))]);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private void OpenWenjiang(string path)
    {
        var settings = new DistrictSettings(WorkingCalendar.China);
        using var journal = Journal.Open(File.OpenRead(path), new EntryFormat(settings));
        var all = Open(journal, settings, journal.OpenDistrict().Businesses.Register.Count, "Wenjiang");
        var (redone, district) = (new double[all.Length], new District(settings));
        for (var place = 0; place < all.Length; place++)
        {
            redone[place] = Time(() => district.Redo(all[place])).Wall * 1000;
        }

        foreach (var kind in all.Index().GroupBy(entry => string.Join(", ", entry.Item.Acts.Select(act => act.Kind).Distinct().Order(StringComparer.Ordinal))).OrderByDescending(kind => kind.Count()))
        {
            var of = kind.Select(entry => entry.Item).ToArray();
            var lines = of.Select(journal.Format.Write).ToArray();
            _kinds.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {kind.Key} | {of.Length:#,0} | {lines.Average(line => line.Length):#,0} | {Each(of, entry => journal.Format.Write(entry)):#,0.0} | {Each(lines, line => journal.Format.Read(line)):#,0.0} | {kind.Average(entry => redone[entry.Index]):#,0.0} |"));
        }
    }

    /// <summary>Writes, reads and redoes all entries of a journal, and opens it as a whole.</summary>
    private Entry[] Open(Journal journal, DistrictSettings settings, int count, object of)
    {
        var all = journal.Entries.ToArray();
        var lines = Array.ConvertAll(all, journal.Format.Write);
        var name = $"{all.Length:#,0} entries{(of is string place ? $" of {place}" : "")}";
        Tell($"size of {name}", count, "MB", lines.Sum(line => line.Length + 1) / 1e6);
        Tell($"write one of {name}", count, all.Length, Some(() => Array.ForEach(all, entry => journal.Format.Write(entry))));
        Tell($"read one of {name}", count, all.Length, Some(() => Array.ForEach(lines, line => journal.Format.Read(line))));
        lines = [];
        Tell($"redo one of {name}", count, all.Length, Some(() => District.Open(settings, all)));
        Tell($"open from {name}", count, 1, Some(() => journal.OpenDistrict()));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var district = journal.OpenDistrict();
        Tell($"memory held by the district of {name}", count, "MB", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6);
        GC.KeepAlive(district);
        return all;
    }

    /// <summary>Reports, claims and orders rectifications, step by step.</summary>
    private void Rectify()
    {
        var register = new Businesses.BusinessRegister(Villages.Areas);
        register.AddRange(Population.Of(Rectifications, Villages.Codes).Businesses.Select(business => business.ToBusiness()).ToArray());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var book = RectificationCase.Fill(Rectifications, register);
        Tell("memory held by a rectification of three steps", Rectifications, "B", (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Rectifications);
        GC.KeepAlive(book);
        Tell("decide and record a step of a rectification", Rectifications, 3 * Rectifications, Some(() => RectificationCase.Fill(Rectifications, register)));
    }

    /// <summary>Tells how long something took; by the piece where it was of many, in µs then.</summary>
    private void Tell(string what, int count, int pieces, (double Wall, double Cpu)[] times)
    {
        var (unit, scale) = pieces == 1 ? ("ms", 1.0) : ("µs", 1000.0 / pieces);
        double[] walls = [.. times.Select(time => time.Wall * scale).Order()];
        double[] cpus = [.. times.Select(time => time.Cpu * scale).Order()];
        // The system counts CPU time too coarsely for what takes less than a millisecond.
        var cpu = times.Min(time => time.Wall) < 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{cpus[cpus.Length / 2]:#,0.##} {unit}");
        Say(string.Create(CultureInfo.InvariantCulture, $"| {what} | {count:#,0} | {walls[walls.Length / 2]:#,0.###} {unit} | {walls[0]:#,0.###}–{walls[^1]:#,0.###} | {cpu} |"));
    }

    private void Tell(string what, int count, string unit, double value) =>
        Say(string.Create(CultureInfo.InvariantCulture, $"| {what} | {count:#,0} | {value:#,0.#} {unit} | | |"));

    private void Say(string line)
    {
        _rows.AppendLine(line);
        Console.Error.WriteLine($"{_clock.Elapsed.TotalSeconds,5:0} s  {line}");
    }

    private static double Each<T>(T[] all, Action<T> one) => Some(() => Array.ForEach(all, one)).Select(time => time.Wall * 1000 / all.Length).Order().ElementAt(Rounds / 2);

    private static (double Wall, double Cpu)[] Some(Action run) => [.. Enumerable.Range(0, Rounds).Select(_ => Time(run))];

    private static (double Wall, double Cpu) Time(Action run)
    {
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        run();
        return (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
    }
}
