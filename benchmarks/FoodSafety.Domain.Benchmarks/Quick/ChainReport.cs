using System.Diagnostics;
using System.Globalization;
using System.Text;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Ways;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>Responsibility chains for the whole country, as Markdown.</summary>
internal static class ChainReport
{
    private const int Million = 1_000_000;

    // A round takes seconds.
    private const int Rounds = 5;

    public static void Run(string? file)
    {
        var clock = Stopwatch.StartNew();
        var task = new ChainCase(Million);
        Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,5:0} s  {task.Businesses.Count:#,0} businesses, {task.Cadres.Length:#,0} cadres");
        var held = Check(task);
        Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,5:0} s  checked");
        var rows = Measure(task);
        var report = Write(rows, held, task.Cadres.Length);
        Console.Out.WriteLine(report);
        Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,5:0} s  done");
        if (file is not null)
        {
            File.WriteAllText(file, report);
        }
    }

    /// <summary>Compares all results before anything is measured, and says how many bytes each of them holds.</summary>
    private static Dictionary<string, long> Check(ChainCase task)
    {
        var held = new Dictionary<string, long>();
        var byHand = new HandWrittenChains(task.Businesses, task.Cadres);
        held[Names.HandWrittenChains] = Held(() => { byHand.Plan(); return byHand; });
        ChainPlan first = null!;
        held[Names.Chains] = Held(() => first = task.Plan());
        byHand.RequireEqual(first);
        task.ChangeTiers();
        ChainPlan again = null!, replanned = null!;
        held[Names.ChainsKept] = Held(() => again = task.Plan(first));
        held[Names.ChainsReplanned] = Held(() => replanned = task.Replan(first));
        ChainCase.RequireEqual(again, replanned);
        task.ChangeTiers();
        GC.KeepAlive(byHand);
        return held;
    }

    private static List<Row> Measure(ChainCase task)
    {
        var byHand = new HandWrittenChains(task.Businesses, task.Cadres);
        var plan = task.Plan();
        return RoundRobin.Measure(Rounds,
        [
            Chains(Names.HandWrittenChains, byHand.Plan),
            Chains(Names.Chains, () => task.Plan()),
            Chains(Names.ChainsKept, () => Keep(task.Plan(plan))) with { Prepare = task.ChangeTiers },
            Chains(Names.ChainsReplanned, () => Keep(task.Replan(plan))) with { Prepare = task.ChangeTiers },
        ]);

        // Who keeps a plan wants to know what is different; the next run keeps this one.
        void Keep(ChainPlan next)
        {
            plan = next;
            _ = next.Changes;
        }
    }

    private static Candidate Chains(string name, Action run) => new(name, Million, run) { Baseline = Names.HandWrittenChains };

    private static long Held(Func<object> make)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var made = make();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(made);
        return after - before;
    }

    private static string Write(List<Row> rows, Dictionary<string, long> held, int cadres)
    {
        var text = new StringBuilder()
            .AppendLine("| way | businesses | cadres | ms | min–max | × hand-written | MB allocated | MB held | processor | runtime |")
            .AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|---|---|");
        foreach (var row in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Count:#,0} | {cadres:#,0} | {Time(row.Median)} | {Time(row.Least)}–{Time(row.Most)} | {row.TimesBaseline:0.#} | {Size(row.Bytes * row.Count)} | {Size(held[row.Name])} | {Machine.Processor} | {Machine.Runtime} |");
        }

        return text.ToString();

        // A million nanoseconds are a millisecond, and the rows tell times and bytes per business of a million.
        static string Time(double perBusiness) => (perBusiness * Million / 1e6).ToString(perBusiness >= 100 ? "#,0" : "0.0", CultureInfo.InvariantCulture);

        static string Size(double bytes) => (bytes / 1e6).ToString(bytes >= 1e7 ? "#,0" : "0.0", CultureInfo.InvariantCulture);
    }
}
