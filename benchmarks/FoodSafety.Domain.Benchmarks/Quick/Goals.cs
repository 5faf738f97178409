using System.Globalization;

namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>The goals, as ratios inside one run, so that they hold on any machine.</summary>
internal sealed class Goals(IReadOnlyList<Row> rows)
{
    private const int Million = 1_000_000;

    public IEnumerable<Goal> All()
    {
        foreach (var (width, least, aim) in new[] { (512, 36, 40), (256, 28, 32), (128, 17, 20) })
        {
            if (rows.Any(row => row.Width == width))
            {
                yield return AtLeast(
                    $"1 M, {width}-bit vectors, against the hand-written loop", Find(Names.Regrade, width: width) / Find(Names.HandWritten, width: width), least, aim);
            }
        }

        yield return AtLeast("1 M, nobody moves, against the hand-written loop", Faster(Names.RegradeUnmoved, Names.HandWritten), 60, 70);
        yield return AtLeast("1 M, rows in any order, against the hand-written loop", Faster(Names.AnyOrder, Names.HandWritten), 8, 10);
        yield return AtLeast("10 M, against the hand-written loop", Faster(Names.Regrade, Names.HandWritten, 10 * Million), 18, 20);
        yield return AtMost("10 M, against reading as many bytes", Faster(Names.Scan, Names.Regrade, 10 * Million), 4.7, 4.2);
        yield return AtMost("10 M, nobody moves, against reading as many bytes", Faster(Names.Scan, Names.RegradeUnmoved, 10 * Million), 2.2, 1.8);
        yield return AtLeast("1 M, two threads against one", Median(Names.Regrade, Million) / Median(Names.Regrade, Million, threads: 2), 1.4, 1.8);
        yield return AtLeast("10 k, against the hand-written loop", Faster(Names.Regrade, Names.HandWritten, 10_000), 15, 20);
        yield return AtLeast("a guarded delegate among the rules, against the hand-written loop", Faster(Names.GuardedDelegate, Names.HandWritten), 14, 18);
        yield return AtLeast("an unguarded delegate among the rules, against the hand-written loop", Faster(Names.UnguardedDelegate, Names.HandWritten), 3.5, 5);
        yield return AtLeast("score card, against a hand-written one", Faster(Names.Scores, Names.HandWrittenScores), 24, 30);
        yield return NothingAllocated();
        yield return AtMost("filling the table, in passes of the hand-written loop", Faster(Names.HandWritten, Names.Ingest), 5.5, 4.5);
        yield return AtLeast("against DuckDB, 1 M, one thread", Faster(Names.Regrade, Names.DuckDb), 230, 265);
        yield return AtLeast("against SQLite, 1 M", Faster(Names.Regrade, Names.Sqlite), 900, 1_000);
        yield return AtLeast("against NRules, 100 k", Faster(Names.Regrade, Names.NRules, 100_000), 4_800, 5_300);
        yield return AtLeast("against RulesEngine, 10 k", Faster(Names.Regrade, Names.RulesEngine, 10_000), 4_700, 5_200);
        yield return AtLeast("100 changes in a register of 1 M with the regrade, against one hand-written pass", Faster(Names.HundredChanges, Names.HandWritten), 95, 110);
    }

    private Goal NothingAllocated()
    {
        var bytes = Row(Names.RegradeUnmoved, Million, 1, Machine.VectorWidth).Bytes;
        return new("1 M, bytes allocated per business where nobody moves", "0", "0", bytes.ToString("0.000", CultureInfo.InvariantCulture), bytes < 0.05);
    }

    private double Faster(string way, string than, int count = Million) => Median(than, count) / Median(way, count);

    private double Find(string name, int width) => 1 / Row(name, Million, 1, width).Median;

    private double Median(string name, int count, int threads = 1) => Row(name, count, threads, Machine.VectorWidth).Median;

    /// <summary>The first row of a name: where one was measured in several sections, that beside the full regrade.</summary>
    private Row Row(string name, int count, int threads, int width) => rows.First(row =>
        row.Name == name && row.Count == count && row.Threads == threads && row.Width == width);

    private static Goal AtLeast(string text, double measured, double least, double aim) =>
        new(text, $"≥ {Show(least)}×", $"{Show(aim)}×", $"{Show(measured)}×", measured >= least);

    private static Goal AtMost(string text, double measured, double most, double aim) =>
        new(text, $"≤ {Show(most)}×", $"{Show(aim)}×", $"{Show(measured)}×", measured <= most);

    private static string Show(double ratio) => ratio.ToString(ratio >= 100 ? "#,0" : "0.0", CultureInfo.InvariantCulture);
}
