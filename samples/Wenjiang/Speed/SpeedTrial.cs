using System.Diagnostics;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using Wenjiang.Register;

namespace Wenjiang.Speed;

/// <summary>Grades very many businesses in memory, several times over, and takes the time.</summary>
internal sealed class SpeedTrial
{
    private const int Seed = 1_000_003;
    private const int MostRuns = 6;
    private const int StepsOfBar = 200;

    // On a slow machine fewer repetitions must do.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private readonly FactTable _table;

    private SpeedTrial(FactTable table) => _table = table;

    /// <summary>The businesses of a register over and over, each copy with numbers 30 % smaller to 30 % larger.</summary>
    /// <param name="original">The facts to vary; at least one row.</param>
    /// <param name="size">How many rows to make.</param>
    /// <param name="progress">Told from time to time which part is done.</param>
    public static SpeedTrial Prepare(FactTable original, int size, Action<double> progress)
    {
        var random = new Random(Seed);
        var table = new FactTable(original.Schema);
        FactRow[] rows = [.. Enumerable.Range(0, original.Count).Select(row => original[row])];
        var variation = new Variation { Of = rows[0] };
        for (var i = 0; i < size; i++)
        {
            var row = i % rows.Length;
            variation.Of = rows[row];
            variation.Percent = random.Next(70, 131);
            table.Add(variation, original.GroupOf(row));
            if (i % Math.Max(1, size / StepsOfBar) == 0)
            {
                progress((double)i / size);
            }
        }

        return new SpeedTrial(table);
    }

    /// <summary>Grades all rows, first with a grader that has never been used, then some more times.</summary>
    public SpeedResult Run(GradingPolicy<Tier> policy, Action<double> progress)
    {
        var runs = new List<TimeSpan>();
        var grader = new Grader<Tier>(policy);
        GradeSheet<Tier> sheet;
        do
        {
            var start = Stopwatch.GetTimestamp();
            sheet = grader.Grade(_table);
            runs.Add(Stopwatch.GetElapsedTime(start));
            progress((double)runs.Count / MostRuns);
        }
        while (runs.Count < MostRuns && runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + run) < Patience);

        return new SpeedResult(_table.Count, [.. runs], TierCounts.Of(default, sheet.Count()));
    }
}
